"""All repairs of one text, whatever it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.readers.conventions import conventions
from tei_edition.readers.noise import MOJIBAKE, lost_quotes, mojibake
from tei_edition.readers.repairs import BROKEN_WORD, break_findings, breaks, broken_words, fitting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.line_index import LineIndex
    from tei_edition.core.span import Span
    from tei_edition.model.article import Block, Repair


@dataclass(frozen=True, slots=True)
class Damage:
    """What a reader itself knows of a text's damage.

    Attributes:
        breaks: White space inside paragraphs that is no end of one.
        fused: Offsets at which one line was found to be two things.
        stand_ins: Repairs that the source's bytes depend on: they go before all others.
        language: BCP 47 tag of the text.
    """

    breaks: Sequence[Span] = ()
    fused: Sequence[int] = ()
    stand_ins: Sequence[Repair] = ()
    language: str | None = None


def mendings(
    text: str, blocks: Sequence[Block], damage: Damage, off: frozenset[str], index: LineIndex
) -> tuple[tuple[Repair, ...], tuple[Finding, ...]]:
    """Return the repairs of a text, none of which touches another, and what is to be said of them.

    Args:
        text: The article's text.
        blocks: Its blocks.
        damage: What its reader knows.
        off: Codes of repairs that are not to be made.
        index: Places in the text.
    """
    leaves = [leaf for block in blocks for leaf in block.leaves()]
    repairs = list(damage.stand_ins)
    findings: list[Finding] = []
    for code, (mended, told) in (
        (MOJIBAKE, mojibake(text, index)),
        (BROKEN_WORD, broken_words(text, leaves, index)),
    ):
        if code not in off:
            repairs += mended
            findings += told
    repairs += breaks(text, damage.breaks, off)
    findings += break_findings(text, damage.breaks, damage.fused, off, index)
    typed, told_of_them = conventions(text, leaves, damage.language, index, off)
    findings += [*told_of_them, *lost_quotes(text, blocks, index)]
    return fitting([*repairs, *typed], leaves), tuple(findings)
