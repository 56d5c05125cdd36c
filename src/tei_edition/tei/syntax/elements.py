"""Start tags and end tags: which belong together, and what to make of those that do not."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.finding import locate
from tei_edition.tei.syntax.fault import Fault
from tei_edition.tei.syntax.namespaces import Namespaces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TAG = re.compile(r"<(?:!--.*?-->|(?P<slash>/?)(?P<name>[^\s<>/!?]+)[^<>]*?(?P<empty>/?)>)", re.DOTALL)
_EMPTY = frozenset({"lb", "pb", "cb", "gb", "milestone", "ptr", "anchor", "graphic", "handShift"})
"""Elements of TEI that are empty tags nearly always."""

_ALIKE = 0.6
_DEEPEST = 2048
_FAR = 20_000
_SHOWN = 4


class _Open(NamedTuple):
    name: str
    at: int


class Elements:
    """The elements that are open while a document is read.

    Args:
        text: The document.
        tell: Takes what is wrong.
    """

    def __init__(self, text: str, tell: Callable[[Fault], None]) -> None:
        self._text = text
        self._tell = tell
        self._open: list[_Open] = []
        self._namespaces = Namespaces()
        self._forgiven: dict[str, int] = {}
        self._broken_off = False
        self.had_root = False
        self.is_lost = False
        """Whether what is found of starts and ends may be a consequence of what was wrong before."""

    @property
    def is_none_open(self) -> bool:
        """Whether the place is outside the root element."""
        return not self._open

    def open(self, at: int, name: str, attributes: Sequence[tuple[str, str, int]], *, empty: bool) -> None:
        """Read a start tag."""
        if not self._open and self.had_root and not self.is_lost:
            self.is_lost = True
            hint = f"remove <{name}>, put it into the root, or make a document of its own of it"
            self._tell(Fault("X111", at, f"<{name}> is a second root: the document ended before it", hint))
        self.had_root = True
        for fault in self._namespaces.enter(name, at, attributes):
            self._tell(fault)
        if empty:
            self._namespaces.leave()
        else:
            self._open.append(_Open(name, at))
            if len(self._open) == _DEEPEST + 1:
                self._tell(
                    Fault("X101", at, f"its elements are nested more than {_DEEPEST} deep, which no program reads")
                )

    def closes(self, text: str, at: int) -> bool:
        """Read an end tag that is as it must be; tell whether there is one."""
        if not self._open or not text.startswith(f"</{self._open[-1].name}>", at):
            return False
        self._pop()
        return True

    def close(self, at: int, name: str, behind: int) -> None:
        """Read an end tag that reaches from ``at`` to ``behind``."""
        if self._open and self._open[-1].name == name:
            self._pop()
        elif self._is_forgiven(name) or self._broken_off:
            return
        elif any(each.name == name for each in self._open):
            self._closed_too_early(at, name, behind)
        else:
            self._unknown_end(at, name, behind)

    def close_unnamed(self, at: int, written: str) -> None:
        """Read an end tag without a name that can be one."""
        if not self._is_forgiven(written):
            hint = f"write </{self._open[-1].name}>" if self._open else None
            self._tell(Fault("X104", at, f"</{written}> names no element", hint))
            self._pop()

    def forgive(self, name: str) -> None:
        """Say nothing of one end tag of this name: what was wrong with its start tag has been told."""
        self._forgiven[name] = self._forgiven.get(name, 0) + 1

    def unfinished(self, at: int, name: str, *, at_end: bool) -> None:
        """Object to a tag without ``>``."""
        self.is_lost, self._broken_off = self.is_lost or at_end, at_end
        if at_end:
            hint = "fetch or save the file again: what follows is lost"
            self._tell(Fault("X101", at, f"the file breaks off within the tag <{name}", hint))
        else:
            self._tell(Fault("X101", at, f"the tag <{name} has no end", "write > where the tag ends"))

    def outside(self, at: int, words: str) -> None:
        """Object to text before or behind the root element, once."""
        if self.is_lost:
            return
        self.is_lost = True
        where = "behind the root element" if self.had_root else "before the root element"
        self._tell(Fault("X111", at, f"text stands {where}: {words}", "move it into the root element, or remove it"))

    def finish(self) -> None:
        """Object to elements that are still open where the document ends, and to a document without any."""
        if self.is_lost:
            return
        end = len(self._text.rstrip())
        if self._open:
            last = self._open[-1]
            tags = "".join(f"</{name}>" for name in reversed([each.name for each in self._open[-_SHOWN:]]))
            hint = f"fetch or save the file again if it was cut off; or write {tags}"
            self._tell(Fault("X101", end, f"the file ends, but <{last.name}>{self._place(last)} is still open", hint))
        elif not self.had_root:
            self._tell(Fault("X101", end, "the file holds no element", "give a TEI document"))

    def _closed_too_early(self, at: int, name: str, behind: int) -> None:
        inner = self._open[-1]
        self.is_lost = True
        following = self._next_end(behind)
        if following == name and sum(each.name == name for each in self._open) == 1:
            self._pop()
            hint = f"did you mean </{inner.name}>?"
            self._tell(Fault("X104", at, f"</{name}> stands where <{inner.name}>{self._place(inner)} must end", hint))
            return
        twin = self._open[-2]
        if inner.name.rpartition(":")[2] in _EMPTY:
            hint = f"write <{inner.name}/>"
            self._tell(Fault("X104", inner.at, f"<{inner.name}> is an empty element and has no end", hint))
        elif twin.name == inner.name and following != inner.name:
            message = f"<{inner.name}> stands in <{inner.name}>{self._place(twin)}, and neither has an end tag"
            self._tell(Fault("X104", inner.at, message, f"did you mean </{inner.name}>?"))
        else:
            hint = f"write </{inner.name}> before it"
            if following == inner.name:
                hint = f"exchange </{name}> and </{inner.name}>: elements may not overlap"
            message = f"</{name}> comes while <{inner.name}>{self._place(inner)} is still open"
            self._tell(Fault("X104", at, message, hint))
        while self._open[-1].name != name:
            if following == self._open[-1].name:
                self.forgive(following)
            self._pop()
        self._pop()

    def _unknown_end(self, at: int, name: str, behind: int) -> None:
        if not self._open:
            if not self.is_lost:
                self.is_lost = True
                message = f"</{name}> ends nothing: the root element has ended before it"
                self._tell(Fault("X104", at, message, "remove it, or the end tag too many before it"))
            return
        inner = self._open[-1]
        if get_close_matches(name.lower(), [inner.name.lower()], 1, _ALIKE):
            message, hint = (
                f"</{name}> does not end <{inner.name}>{self._place(inner)}",
                f"did you mean </{inner.name}>?",
            )
            self._pop()
        elif self._next_end(behind) == inner.name:
            message, hint = f"</{name}> ends nothing: no <{name}> is open", f"remove it, or write <{name}> before it"
        else:
            message = f"</{name}> does not end <{inner.name}>{self._place(inner)}"
            hint = f"write </{inner.name}>, or <{name}> where it begins"
            self._pop()
        self._tell(Fault("X104", at, message, hint))

    def _is_forgiven(self, name: str) -> bool:
        found = self._forgiven.get(name, 0)
        self._forgiven[name] = max(found - 1, 0)
        return bool(found)

    def _next_end(self, at: int) -> str:
        """Return the name in the next end tag that ends nothing that begins behind a place; "" where it is far away."""
        depth = 0
        for tag in _TAG.finditer(self._text, at, at + _FAR):
            if not tag["name"] or tag["empty"]:
                continue
            depth += -1 if tag["slash"] else 1
            if depth < 0:
                return tag["name"]
        return ""

    def _pop(self) -> None:
        if self._open:
            self._open.pop()
            self._namespaces.leave()

    def _place(self, element: _Open) -> str:
        line, column = locate(self._text, element.at)
        return f" of line {line}, column {column},"
