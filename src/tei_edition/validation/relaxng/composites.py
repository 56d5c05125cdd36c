# ruff: noqa: D102 - what a method of a kind of pattern does is said once, in Pattern
"""Patterns put together, and their maker, which makes equal ones once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.patterns import WHITE, Attribute, Element, Pattern, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Composite(Pattern):
    """Patterns put together."""

    __slots__ = ("_parts",)

    def __init__(self, parts: tuple[Pattern, ...], *, nullable: bool) -> None:
        attributed = any(part.attributed for part in parts)
        super().__init__(nullable=nullable, attributed=attributed, stringy=any(part.stringy for part in parts))
        self._parts = parts

    @property
    def parts(self) -> tuple[Pattern, ...]:
        return self._parts

    def matches(self, value: str) -> bool:
        # Of parts that belong together one holds the string; the others may be left out.
        parts = self._parts
        return any(part.matches(value) and all(p.nullable for p in parts if p is not part) for part in parts)

    def accepts(self, value: str) -> bool:
        return self.matches(value) or (self.nullable and not value.strip(WHITE))

    def _first_elements(self) -> frozenset[Element]:
        return frozenset().union(*(part.firsts for part in self._parts))


class Choice(_Composite):
    """One of several patterns."""

    __slots__ = ("_by_name", "_others")

    def __init__(self, parts: tuple[Pattern, ...]) -> None:
        super().__init__(parts, nullable=any(part.nullable for part in parts))
        self._by_name: dict[str, list[Pattern]] | None = None
        self._others: list[Pattern] = []

    def matches(self, value: str) -> bool:
        return any(part.matches(value) for part in self._parts)

    def accepts(self, value: str) -> bool:
        return any(part.accepts(value) for part in self._parts)

    def after_token(self, token: str, make: Patterns) -> Pattern:
        return make.choice(part.after_token(token, make) for part in self._parts)

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        return make.choice(part.after_attributes(accepted, make) for part in self._parts if part.attributed)

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        return make.choice(part.closed(make, forgiving=forgiving) for part in self._parts) if self.attributed else self

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        found: dict[Element, Pattern] = {}
        for part in self._index().get(name, self._others):
            for leaf, rest in part.move(name, make):
                found[leaf] = make.choice((found[leaf], rest)) if leaf in found else rest
        return found

    def _index(self) -> dict[str, list[Pattern]]:
        """Return which parts can begin with a child of a name: a class of elements in TEI has hundreds."""
        if self._by_name is None:
            index: dict[str, list[Pattern]] = {}
            for part in self._parts:
                for name in {name for leaf in part.firsts for name in leaf.names.names}:
                    index.setdefault(name, []).append(part)
            others = [part for part in self._parts if any(leaf.names.wildcards for leaf in part.firsts)]
            for parts in index.values():
                parts.extend(part for part in others if part not in parts)
            self._by_name, self._others = index, others
        return self._by_name

    def _text_derived(self, make: Patterns) -> Pattern:
        return make.choice(part.after_text(make) for part in self._parts)


class Group(_Composite):
    """Patterns one after the other."""

    __slots__ = ()

    def __init__(self, parts: tuple[Pattern, ...]) -> None:
        super().__init__(parts, nullable=all(part.nullable for part in parts))

    def after_token(self, token: str, make: Patterns) -> Pattern:
        return make.choice(
            make.group((self._parts[at].after_token(token, make), *self._parts[at + 1 :])) for at in self._open()
        )

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        return make.choice(
            make.group((*self._parts[:at], part.after_attributes(accepted, make), *self._parts[at + 1 :]))
            for at, part in enumerate(self._parts)
            if part.attributed
        )

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        return make.group(part.closed(make, forgiving=forgiving) for part in self._parts) if self.attributed else self

    def _open(self) -> Iterator[int]:
        """Yield the numbers of the parts that can be the first to match anything."""
        for at, part in enumerate(self._parts):
            yield at
            if not part.nullable:
                return

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        found: dict[Element, Pattern] = {}
        for at in self._open():
            for leaf, rest in self._parts[at].move(name, make):
                left = make.group((rest, *self._parts[at + 1 :]))
                found[leaf] = make.choice((found[leaf], left)) if leaf in found else left
        return found

    def _text_derived(self, make: Patterns) -> Pattern:
        return make.choice(
            make.group((self._parts[at].after_text(make), *self._parts[at + 1 :])) for at in self._open()
        )

    def _first_elements(self) -> frozenset[Element]:
        return frozenset().union(*(self._parts[at].firsts for at in self._open()))


class Interleave(_Composite):
    """Patterns in any order, mingled."""

    __slots__ = ()

    def __init__(self, parts: tuple[Pattern, ...]) -> None:
        super().__init__(parts, nullable=all(part.nullable for part in parts))

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        return make.choice(
            self._with(at, part.after_attributes(accepted, make), make)
            for at, part in enumerate(self._parts)
            if part.attributed
        )

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        return (
            make.interleave(part.closed(make, forgiving=forgiving) for part in self._parts) if self.attributed else self
        )

    def _with(self, at: int, part: Pattern, make: Patterns) -> Pattern:
        return make.interleave((*self._parts[:at], part, *self._parts[at + 1 :]))

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        found: dict[Element, Pattern] = {}
        for at, part in enumerate(self._parts):
            for leaf, rest in part.move(name, make):
                left = self._with(at, rest, make)
                found[leaf] = make.choice((found[leaf], left)) if leaf in found else left
        return found

    def _text_derived(self, make: Patterns) -> Pattern:
        return make.choice(self._with(at, part.after_text(make), make) for at, part in enumerate(self._parts))


class OneOrMore(_Composite):
    """A pattern once or again."""

    __slots__ = ()

    def __init__(self, inner: Pattern) -> None:
        super().__init__((inner,), nullable=inner.nullable)

    @property
    def repeated(self) -> Pattern:
        return self._parts[0]

    def after_token(self, token: str, make: Patterns) -> Pattern:
        return make.group((self._parts[0].after_token(token, make), make.optional(self)))

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        return make.group((self._parts[0].after_attributes(accepted, make), make.optional(self)))

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        return make.one_or_more(self._parts[0].closed(make, forgiving=forgiving)) if self.attributed else self

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        again = make.optional(self)
        return {leaf: make.group((rest, again)) for leaf, rest in self._parts[0].move(name, make)}

    def _text_derived(self, make: Patterns) -> Pattern:
        return make.group((self._parts[0].after_text(make), make.optional(self)))


class Patterns:
    """Makes patterns; equal ones are made once, and what can be left out is left out.

    Source: RELAX NG Specification, section 4.20 (notAllowed) and 4.21 (empty).
    """

    def __init__(self) -> None:
        self.empty = Pattern(nullable=True)
        self.not_allowed = Pattern(nullable=False)
        self.text = Text(nullable=True)
        self._made: dict[object, Pattern] = {}

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """Return one of several patterns."""
        flat = _flattened(Choice, parts)
        flat.pop(self.not_allowed, None)
        if self.empty in flat and any(part.nullable for part in flat if part is not self.empty):
            del flat[self.empty]
        if len(flat) <= 1:
            return next(iter(flat), self.not_allowed)
        key = (Choice, frozenset(flat))
        return self._made.get(key) or self._made.setdefault(key, Choice(tuple(flat)))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """Return patterns one after the other."""
        return self._together(Group, tuple(parts))

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """Return patterns in any order."""
        return self._together(Interleave, tuple(parts))

    def one_or_more(self, inner: Pattern) -> Pattern:
        """Return a pattern that may be repeated."""
        if inner in {self.empty, self.not_allowed, self.text} or isinstance(inner, OneOrMore):
            return inner
        key = (OneOrMore, inner)
        return self._made.get(key) or self._made.setdefault(key, OneOrMore(inner))

    def optional(self, inner: Pattern) -> Pattern:
        """Return a pattern that may be left out."""
        return inner if inner.nullable else self.choice((inner, self.empty))

    def _together(self, kind: type[Group | Interleave], parts: tuple[Pattern, ...]) -> Pattern:
        flat: list[Pattern] = []
        for part in parts:
            if part is self.not_allowed:
                return part
            if part is not self.empty:
                flat.extend(part.parts if type(part) is kind else (part,))
        if len(flat) <= 1:
            return flat[0] if flat else self.empty
        key = (kind, tuple(flat))
        return self._made.get(key) or self._made.setdefault(key, kind(tuple(flat)))


def _flattened(kind: type[Pattern], parts: Iterable[Pattern]) -> dict[Pattern, None]:
    flat: dict[Pattern, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if type(part) is kind else (part,)))
    return flat
