r"""Any text at all as an article wants it, and the way back to the offsets of the text as it was given.

Source: XML 1.0 (Fifth Edition), production 2 (Char); Unicode Standard Annex 15 (NFC).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tei_edition.core.characters import NOT_XML, is_xml, nfc, picture
from tei_edition.core.span import Span

_JAMO = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class NormalisedText:
    r"""A text in NFC, with ``\n`` only and XML characters only, and where each of its code points came from.

    Attributes:
        text: The normalised text.
        offsets: For each offset in ``text``, its end included, the offset in the given text; never decreasing.
            None where both are the same.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, span: Span) -> Span:
        """Return the span of the given text that ``span`` of the normalised one stands for.

        Spans that do not cross are mapped to spans that do not cross; a span within one composed character may become
        empty.
        """
        if self.offsets is None:
            return span
        return Span(self.offsets[span.start], self.offsets[span.end])


def normalised(text: str) -> NormalisedText:
    """Return ``text`` as an article can hold it, in time linear in its length."""
    if "\r" not in text and is_xml(text) and unicodedata.is_normalized("NFC", text):
        return NormalisedText(text)
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in clusters(text):
        piece = nfc(
            NOT_XML.sub(lambda match: picture(match[0]), text[start:end].replace("\r\n", "\n").replace("\r", "\n"))
        )
        pieces.append(piece)
        offsets.extend(min(start + index, end) for index in range(len(piece)))
    offsets.append(len(text))
    return NormalisedText("".join(pieces), tuple(offsets))


def clusters(text: str) -> list[tuple[int, int]]:
    """Cut ``text`` into stretches that normalisation cannot reach across: before what never joins what it follows."""
    cuts = [
        index
        for index, character in enumerate(text)
        if index == 0 or not (_joins(character) or (character == "\n" and text[index - 1] == "\r"))
    ]
    return list(zip(cuts, [*cuts[1:], len(text)], strict=False)) if text else []


def _joins(character: str) -> bool:
    if character < "\u0300":
        return False
    return unicodedata.category(character).startswith("M") or ord(character) in _JAMO
