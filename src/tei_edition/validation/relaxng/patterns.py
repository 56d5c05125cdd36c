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
    from collections.abc import Callable, Iterator

    from tei_edition.validation.relaxng.composites import Patterns
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

    @property
    def repeated(self) -> Pattern | None:
        """The pattern that it takes once or again; None where it is of another kind."""
        return None

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
        each = self.inner.repeated
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
