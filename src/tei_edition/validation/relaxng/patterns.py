# ruff: noqa: D102 - what a method of a kind of pattern does is said once, in Pattern
"""Patterns of the simple syntax, and what is left of one when a child, a text or an attribute has been read.

A pattern is a state of the automaton of an element's content. What a child leads to is worked out when the child is
first met and kept in the pattern; equal patterns are one object, so every content model becomes a table as documents
are read. Children are judged by the element pattern they match, never by what stands in them.

Source: RELAX NG Specification, section 6; J. Clark, "An algorithm for RELAX NG validation" (2002); V. Antimirov,
"Partial derivatives of regular expressions" (1996).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.validation.relaxng.lexical import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tei_edition.validation.relaxng.datatypes import Datatype
    from tei_edition.validation.relaxng.nameclasses import NameClass

WHITE = " \t\r\n"


class Pattern:
    """Any pattern.

    Attributes:
        nullable: Whether it matches nothing at all: what is read may end here.
        attributed: Whether an attribute pattern stands in it (not counting those of inner elements).
        stringy: Whether data, values or lists stand in it: its text has to be looked at.
        mixed: What may follow a text that is not only white space, once that was asked for (``after_text``).
        moves: For each child's name that was met: the element patterns it matches, each with what follows.
    """

    __slots__ = ("_firsts", "attributed", "mixed", "moves", "nullable", "stringy")

    def __init__(self, *, nullable: bool, attributed: bool = False, stringy: bool = False) -> None:
        self.nullable = nullable
        self.attributed = attributed
        self.stringy = stringy
        self.moves: dict[str, tuple[tuple[Element, Pattern], ...]] = {}
        self.mixed: Pattern | None = None
        self._firsts: frozenset[Element] | None = None

    @property
    def parts(self) -> tuple[Pattern, ...]:
        """The patterns it is made of."""
        return ()

    def move(self, name: str, make: Patterns) -> tuple[tuple[Element, Pattern], ...]:
        """Return the element patterns that a child of this name matches here, each with what may follow it."""
        found = self.moves.get(name)
        if found is None:
            found = self.moves[name] = tuple(self._derived(name, make).items())
        return found

    def after_text(self, make: Patterns) -> Pattern:
        """Return what may follow a text that is not only white space; data and values do not count here."""
        if self.mixed is None:
            self.mixed = self._text_derived(make)
        return self.mixed

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        """Return what is left when an attribute has been read that these attribute patterns match."""
        del accepted
        return make.not_allowed

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        """Return the pattern for what follows the attributes: none may come any more.

        Args:
            make: Makes the pattern.
            forgiving: Take attributes that are missing as if they were there.
        """
        del make, forgiving
        return self

    def accepts(self, value: str) -> bool:
        """Tell whether the pattern matches a string: an attribute's value, or the whole content of an element."""
        return self.nullable and not value.strip(WHITE)

    def after_token(self, token: str, make: Patterns) -> Pattern:
        """Return what may follow one token of a list."""
        return make.empty if self.matches(token) else make.not_allowed

    def matches(self, value: str) -> bool:
        """Tell whether the pattern matches a string by its data, values, lists or text."""
        del value
        return False

    @property
    def firsts(self) -> frozenset[Element]:
        """The element patterns that a first child can match."""
        if self._firsts is None:
            self._firsts = self._first_elements()
        return self._firsts

    def leaves(self) -> Iterator[Pattern]:
        """Yield every pattern in it that has no parts, attribute and element patterns not entered."""
        waiting: list[Pattern] = [self]
        seen: set[Pattern] = set()
        while waiting:
            pattern = waiting.pop()
            if pattern in seen:
                continue
            seen.add(pattern)
            if pattern.parts:
                waiting.extend(reversed(pattern.parts))
            else:
                yield pattern

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        del name, make
        return {}

    def _text_derived(self, make: Patterns) -> Pattern:
        return make.not_allowed

    def _first_elements(self) -> frozenset[Element]:
        return frozenset()


class Text(Pattern):
    """Any text, even none."""

    __slots__ = ()

    def matches(self, value: str) -> bool:
        del value
        return True

    def accepts(self, value: str) -> bool:
        del value
        return True

    def after_token(self, token: str, make: Patterns) -> Pattern:
        del token, make
        return self

    def _text_derived(self, make: Patterns) -> Pattern:
        del make
        return self


class Data(Pattern):
    """A string of a datatype, some strings excepted."""

    __slots__ = ("datatype", "excluded")

    def __init__(self, datatype: Datatype, excluded: Pattern | None = None) -> None:
        super().__init__(nullable=False, stringy=True)
        self.datatype = datatype
        self.excluded = excluded

    def matches(self, value: str) -> bool:
        return self.datatype.allows(value) and not (self.excluded and self.excluded.accepts(value))

    accepts = matches


class Value(Pattern):
    """One value of a datatype."""

    __slots__ = ("datatype", "key", "value")

    def __init__(self, datatype: Datatype, value: str) -> None:
        super().__init__(nullable=False, stringy=True)
        self.datatype = datatype
        self.value = value
        self.key = datatype.key(value)

    def matches(self, value: str) -> bool:
        return self.datatype.key(value) == self.key

    accepts = matches


class ListOf(Pattern):
    """Tokens parted by white space that match a pattern one after the other."""

    __slots__ = ("inner", "make")

    def __init__(self, inner: Pattern, make: Patterns) -> None:
        super().__init__(nullable=False, stringy=True)
        self.inner = inner
        self.make = make

    def matches(self, value: str) -> bool:
        words = tokens(value)
        if isinstance(self.inner, OneOrMore):
            each = self.inner.parts[0]
            if isinstance(each, Data | Value):
                return bool(words) and all(each.matches(word) for word in words)
        state = self.inner
        for token in words:
            state = state.after_token(token, self.make)
            if state is self.make.not_allowed:
                return False
        return state.nullable

    accepts = matches


class Attribute(Pattern):
    """An attribute of a name class whose value matches a pattern."""

    __slots__ = ("names", "value")

    def __init__(self, names: NameClass, value: Pattern) -> None:
        super().__init__(nullable=False, attributed=True)
        self.names = names
        self.value = value

    def after_attributes(self, accepted: frozenset[Attribute], make: Patterns) -> Pattern:
        return make.empty if self in accepted else make.not_allowed

    def closed(self, make: Patterns, *, forgiving: bool = False) -> Pattern:
        return make.empty if forgiving else make.not_allowed


class Element(Pattern):
    """An element of a name class; its content is read from the schema when it is first asked for."""

    __slots__ = ("_content", "names")

    def __init__(self, names: NameClass, content: Callable[[], Pattern]) -> None:
        super().__init__(nullable=False)
        self.names = names
        self._content: Callable[[], Pattern] | Pattern = content

    @property
    def content(self) -> Pattern:
        """Attributes and children."""
        if not isinstance(self._content, Pattern):
            self._content = self._content()
        return self._content

    def _derived(self, name: str, make: Patterns) -> dict[Element, Pattern]:
        return {self: make.empty} if self.names.contains(name) else {}

    def _first_elements(self) -> frozenset[Element]:
        return frozenset({self})


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
