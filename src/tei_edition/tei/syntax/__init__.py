"""What breaks the syntax of XML, in plain words and at its exact place; loaded only for documents that are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.tei.syntax.decoding import decoded
from tei_edition.tei.syntax.lines import Lines
from tei_edition.tei.syntax.scan import MOST, breaches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tei.syntax.fault import Fault

_LARGEST = 32_000_000

__all__ = ["breaches", "syntax_findings"]


def syntax_findings(data: bytes, path: str) -> tuple[Finding, ...]:
    """Return what breaks the syntax of a document, by place; nothing where it is sound, or too large to be read twice.

    Args:
        data: The whole document.
        path: How findings name it.
    """
    if len(data) > _LARGEST:
        return ()
    text, broken = decoded(data)
    found: Sequence[Fault] = (broken,) if broken else breaches(text)
    lines = Lines(text)
    told = [finding(each.code, each.message, Locus(path, *lines.place(each.at)), hint=each.hint) for each in found]
    if len(told) == MOST:
        message = f"there is more to say of this file than {MOST} breaches of syntax; the rest is left out"
        told.append(finding("S299", message, told[-1].locus))
    return tuple(told)
