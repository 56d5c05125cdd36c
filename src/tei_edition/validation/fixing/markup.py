"""Cures of tags and of what breaks the syntax of XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.fixing.edits import Edit, tags_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tei_edition.core.finding import Finding


def ampersand(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write a reference for a lone ampersand, a number for a name of HTML, and a missing semicolon."""
    numbers = re.findall(r"&#\w+;", finding.hint)
    name = re.compile(r"&#?\w*;?").match(text, at)
    if name and finding.hint.startswith("write &amp; for"):
        yield Edit(at, at + 1, "&amp;")
    elif name and name[0].endswith(";") and numbers and "character's number" not in finding.hint:
        yield Edit(at, name.end(), "".join(numbers))
    elif name and finding.hint == f"write {name[0]};":
        yield Edit(name.end(), name.end(), ";")


def less_than(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write references for what begins or ends no markup."""
    if finding.message.startswith("< stands alone"):
        yield Edit(at, at + 1, "&lt;")
    elif text.startswith("]]>", at):
        yield Edit(at + 2, at + 3, "&gt;")


def end_tag(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write an end tag in the letters of its start tag."""
    meant, written = (
        re.fullmatch(r"did you mean </([^<>]+)>\?", finding.hint),
        re.compile(r"</([^\s<>]+)>").match(text, at),
    )
    if meant and written and meant[1].lower() == written[1].lower():
        yield Edit(written.start(1), written.end(1), meant[1])


def written_attribute(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Put straight quotation marks around a value, a space before an attribute, and / and > together."""
    if "quotation marks" in finding.message:
        found = re.compile(
            r"""[^\s=]+\s*=\s*(?:[\u201c\u201d\u201e\u00ab\u00bb]([^<>"\u201c\u201d\u00bb]*).|([^\s>"'<]+?)(?=/?>|\s))"""
        ).match(text, at)
        if found:
            group = 1 if found[1] is not None else 2
            begin = text.index("=", at) + 1
            yield Edit(begin, found.end(), f'"{found[group]}"')
    elif finding.message.startswith("no space"):
        yield Edit(at, at, " ")
    elif finding.message.startswith("/ and >"):
        yield Edit(at + 1, text.index(">", at), "")
    elif finding.message.startswith("< stands"):
        yield Edit(at, at + 1, "&lt;")


def declaration(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Remove the white space before an XML declaration."""
    if text.startswith("<?xml ", at) and not text[:at].strip():
        yield Edit(0, at, "")


def doctype(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Remove a DOCTYPE that does nothing but name a DTD."""
    found = re.compile(r"""<!DOCTYPE(?:"[^"]*"|'[^']*'|[^][<>"'])*>(?:\r?\n)?""").match(text, at)
    if found:
        yield Edit(at, found.end(), "")


def element_name(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write the name of an element in its own capitals and small letters."""
    meant, tags = re.fullmatch(r"did you mean <([\w.-]+)>\?", finding.hint), tags_at(text, at)
    if meant and tags and tags.name.lower() == meant[1].lower():
        yield Edit(at + 1, at + 1 + len(tags.name), meant[1])
        yield Edit(tags.closing + 2, tags.closing + 2 + len(tags.name), meant[1])


def spaces_of_names(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Move white space at the edges of a name out of it."""
    tags = tags_at(text, at)
    if tags is None:
        return
    inner = text[tags.inside : tags.closing]
    before, behind = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if inner.strip() and before:
        yield Edit(at, at, before)
        yield Edit(tags.inside, tags.inside + len(before), "")
    if inner.strip() and behind:
        yield Edit(tags.closing - len(behind), tags.closing, "")
        yield Edit(tags.behind, tags.behind, behind)


CURES: Mapping[str, Callable[[str, int, Finding], Iterator[Edit]]] = {
    "R419": spaces_of_names,
    "S211": element_name,
    "X020": doctype,
    "X102": ampersand,
    "X103": less_than,
    "X104": end_tag,
    "X105": written_attribute,
    "X110": declaration,
}
"""The cure of each code."""
