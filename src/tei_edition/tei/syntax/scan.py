"""One pass over a document that is not well-formed: every breach, each cause once, at its place.

What breaks one thing often breaks what follows; where reading goes on behind a fault, it goes on as the author meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.syntax.asides import READERS
from tei_edition.tei.syntax.attributes import read_attributes
from tei_edition.tei.syntax.elements import Elements
from tei_edition.tei.syntax.fault import Fault, shown
from tei_edition.tei.syntax.names import FORBIDDEN, NAME, skip_space
from tei_edition.tei.syntax.prolog import doctype, xml_declaration
from tei_edition.tei.syntax.references import reference

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 100
"""So many breaches are told of one document."""

_EVENT = re.compile(r"[<&]|\]\]>")
_CUT = re.compile(r"[<&][^\s>]*")
_END_TAG = re.compile(r"</(?P<space>\s*)(?P<name>[^\s<>/]*)(?P<rest>[^<>]*)(?P<end>>?)")
_SPACED_TAG = re.compile(r"<\s+(?=(?P<slash>/?)\s*(?P<name>[^\s<>/]+))")
_DIGIT_TAG = re.compile(r"<(?P<name>[\d.-][\w.-]*)(?:\s+[\w:]+\s*=[^<>]*)?\s*(?P<empty>/?)>")


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self.faults: list[Fault] = []
        self._at, first = xml_declaration(text)
        self._elements = Elements(text, self.faults.append)
        self._had_doctype = False
        if first:
            self.faults.append(first)
            self._elements.is_lost = self._at >= len(text)

    def run(self) -> None:
        while len(self.faults) < MOST and (event := _EVENT.search(self._text, self._at)):
            self._outside(event.start())
            self._at = event.end()
            self._handle(event[0], event.start())
        if len(self.faults) < MOST:
            self._outside(len(self._text))
            self._elements.finish()

    def _handle(self, sign: str, at: int) -> None:
        if sign == "<":
            self._markup(at)
        elif sign == "&":
            self._add(reference(self._text, at))
        else:
            self.faults.append(Fault("X103", at, "]]> stands in the text", "write ]]&gt;"))

    def _markup(self, at: int) -> None:
        if self._text[at + 1 : at + 2] not in "!?" and self._is_tag(at):
            return
        if read := doctype(self._text, at):
            self._at = read[0]
            self._add(read[1] or self._misplaced_doctype(at))
            self._had_doctype = True
            self._elements.is_lost = self._at >= len(self._text)
            return
        for beginning, reader in READERS:
            if self._text.startswith(beginning, at):
                self._at, found = reader(self._text, at)
                self.faults += found
                self._elements.is_lost |= bool(found) and self._at >= len(self._text)
                return
        self._stray(at)

    def _is_tag(self, at: int) -> bool:
        """Read a tag; tell whether there is one."""
        if self._text.startswith("</", at):
            self._end_tag(at)
        elif name := NAME.match(self._text, at + 1):
            self._start_tag(at, name[0], name.end())
        else:
            return False
        return True

    def _start_tag(self, at: int, name: str, end: int) -> None:
        if self._text.startswith(">", end):
            self._at = end + 1
            self._elements.open(at, name, (), empty=False)
            return
        tag = read_attributes(self._text, end)
        self._at = tag.end
        if tag.is_open:
            self._elements.unfinished(at, name, at_end=skip_space(self._text, tag.end) >= len(self._text))
        else:
            self.faults += tag.faults
        self._elements.open(at, name, tag.attributes, empty=tag.is_empty)

    def _end_tag(self, at: int) -> None:
        if self._elements.closes(self._text, at):
            self._at = self._text.index(">", at) + 1
            return
        match = _END_TAG.match(self._text, at)
        if match is None:
            return
        self._at = match.end()
        name, rest = match["name"], match["rest"].strip()
        if not match["end"]:
            self._at = match.end("name")
            self._elements.unfinished(at, f"/{name}", at_end=match.end() == len(self._text))
        elif not NAME.fullmatch(name):
            self._elements.close_unnamed(at, name)
            return
        elif match["space"] or rest:
            what = (
                "a space stands behind </" if match["space"] else f"an end tag holds its name only, not {shown(rest)}"
            )
            self.faults.append(Fault("X104", at, what, f"write </{name}>"))
        self._elements.close(at, name, self._at)

    def _stray(self, at: int) -> None:
        """Read what begins with ``<`` and is neither tag nor aside."""
        text = self._text
        spaced = _SPACED_TAG.match(text, at)
        if spaced and (spaced["slash"] or f"</{spaced['name']}>" in text[at:]):
            self.faults.append(
                Fault("X103", at, "a space stands behind <", f"write <{spaced['slash']}{spaced['name']}")
            )
            begin = spaced.end()
            if name := NAME.match(text, begin):
                self._start_tag(at, name[0], name.end())
            elif match := _END_TAG.match(f"<{text[begin : begin + 200]}"):
                self._at = begin + match.end() - 1
                self._elements.close(at, match["name"], self._at)
        elif digit := _DIGIT_TAG.match(text, at):
            message = f"<{digit['name']}> is no tag: a name begins with a letter"
            self.faults.append(Fault("X103", at, message, "write another name, or &lt; for the sign itself"))
            self._at = digit.end()
            self._elements.forgive(digit["name"])
        else:
            fault = Fault("X103", at, "< stands alone: it begins no tag", "write &lt; for the sign itself")
            self.faults.append(fault)

    def _outside(self, end: int) -> None:
        """Object to text outside the root element."""
        if self._elements.is_none_open and self._text[self._at : end].strip(" \t\r\n\ufeff"):
            at = skip_space(self._text, self._at)
            self._elements.outside(at, shown(self._text[at:end]))

    def _misplaced_doctype(self, at: int) -> Fault | None:
        if self._had_doctype or self._elements.had_root:
            return Fault("X110", at, "a DOCTYPE stands before the root, and once", "remove it: TEI needs none")
        return None

    def _add(self, fault: Fault | None) -> None:
        if fault:
            self.faults.append(fault)


def breaches(text: str) -> Sequence[Fault]:
    """Return what breaks the syntax of XML in a document, by place, at most ``MOST``; nothing where all is sound.

    Args:
        text: The document, decoded, without a byte-order mark.
    """
    found = FORBIDDEN.finditer(text)
    forbidden = [
        Fault("X108", each.start(), f"the control character U+{ord(each[0]):04X} cannot stand in XML") for each in found
    ]
    scan = _Scan(FORBIDDEN.sub(" ", text) if forbidden else text)
    scan.run()
    return sorted(forbidden + _as_cut(text, scan.faults), key=lambda each: each.at)[:MOST]


def _as_cut(text: str, faults: list[Fault]) -> list[Fault]:
    """Return the faults, what the end of the file brought about told as such."""
    *before, last = faults or [Fault("", -1, "")]
    if before and last.code == "X101" and last.at == len(text.rstrip()) and _CUT.fullmatch(text, before[-1].at):
        *before, last = before
    if _CUT.fullmatch(text, max(last.at, 0)):
        message, hint = (
            f"the file breaks off within {shown(text[last.at :])}",
            "fetch or save the file again: what follows is lost",
        )
        return [*before, Fault("X101", last.at, message, hint)]
    return faults
