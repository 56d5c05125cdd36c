"""Noise of text dumps that is mended beside the text, or only told: mojibake, lost quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.source_bytes import decoded, encoded
from tei_edition.core.span import Span
from tei_edition.model.article import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.line_index import LineIndex
    from tei_edition.model.article import Block

MOJIBAKE = "A616"
_HIGH = decoded(bytes(range(0x80, 0xC0)), "windows-1252")
_GARBLED = re.compile(
    rf"[\u00c2-\u00df][{re.escape(_HIGH)}]|[\u00e0-\u00ef][{re.escape(_HIGH)}]{{2}}|[\u00f0-\u00f4][{re.escape(_HIGH)}]{{3}}"
)
_PLAUSIBLE = re.compile(
    r"[\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff\ufb00-\ufb06]+"
)
_QUOTES = re.compile('["“”]')


def mojibake(text: str, index: LineIndex) -> tuple[tuple[Repair, ...], tuple[Finding, ...]]:
    """Propose the character for each one that was read in windows-1252 though it was UTF-8 ("â€™" for "’").

    Args:
        text: The article's text.
        index: Places in the text.
    """
    repairs: list[Repair] = []
    findings: list[Finding] = []
    for match in _GARBLED.finditer(text):
        whole = _mended(match.group())
        if whole is not None:
            repairs.append(Repair(Span(match.start(), match.end()), whole, "sic", MOJIBAKE))
            where = index.locus(match.start())
            findings.append(finding(MOJIBAKE, f"“{match.group()}” mended to “{whole}”", where))
    return tuple(repairs), tuple(findings)


def _mended(garbled: str) -> str | None:
    try:
        whole = encoded(garbled, "windows-1252").decode("utf-8")
    except UnicodeError:
        return None
    return whole if _PLAUSIBLE.fullmatch(whole) else None


def lost_quotes(text: str, blocks: Sequence[Block], index: LineIndex) -> Iterator[Finding]:
    """Yield a finding for each paragraph with a quotation mark that has no partner: none is ever invented."""
    paragraphs = [block for block in blocks if block.kind == "p"]
    for block, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        marks = len(_QUOTES.findall(text, block.span.start, block.span.end))
        goes_on = following is not None and text[following.span.start] in '"“'
        if marks % 2 and not goes_on:
            where = index.locus(block.span.start)
            yield finding("A619", "a quotation mark has no partner in this paragraph", where)
