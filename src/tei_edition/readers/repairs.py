"""Repairs of a raw text that are proposed beside it: words broken by a hyphen and white space."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.span import Span
from tei_edition.model.article import SPACE, Block, Repair
from tei_edition.readers.fused import FUSED
from tei_edition.readers.paragraphs import FALSE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.line_index import LineIndex

BROKEN_WORD = "A611"
WRAPPED = "A614"
_SHOWN = 15
_BROKEN = re.compile(
    r"(?<![\w-])(?P<first>[^\W\d_]{2,})-(?P<space>[ \t]+|[ \t]*\n[ \t]*)(?P<second>[^\W\d_]{2,})(?![\w-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = frozenset("and or nor to but und oder bzw et ou y o e i a and/or as through versus vs than".split())
_PREFIXES = frozenset(
    "all anti arch co counter cross ex extra half high inter intra long low mid mini multi neo new non off old one "
    "over post pre pro pseudo quasi re second self semi short so sub super third three trans two ultra un under vice "
    "well".split()
)


def broken_words(
    text: str, blocks: Iterable[Block], index: LineIndex
) -> tuple[tuple[Repair, ...], tuple[Finding, ...]]:
    """Propose the whole word for each one broken by a hyphen and white space, where the text itself shows its form.

    The form is taken from the text: the joined word or the hyphenated one met elsewhere in it, or both halves met as
    words (then the hyphen stays). Where the text does not tell, nothing is changed and a finding says so; "pre- and
    post-war" is left alone.

    Args:
        text: The article's text.
        blocks: Its blocks of running text; a repair never leaves one.
        index: Places in the text.
    """
    if not _BROKEN.search(text):
        return (), ()
    seen = Counter(word.lower() for word in _WORD.findall(text))
    repairs: list[Repair] = []
    findings: list[Finding] = []
    for block in blocks:
        if block.kind in {"fw", "space"}:
            continue
        for match in _BROKEN.finditer(text, block.span.start, block.span.end):
            if match["second"].lower() in _SUSPENDED:
                continue
            span = Span(match.start(), match.end())
            where = index.locus(match.start())
            whole = _whole(match, seen)
            shown = " ".join(match.group().split())
            if whole:
                repairs.append(Repair(span, whole, "sic", BROKEN_WORD))
                findings.append(finding(BROKEN_WORD, f"“{shown}” mended to “{whole}”", where))
            else:
                findings.append(finding("A612", f"“{shown}” may be one broken word", where))
    return tuple(repairs), tuple(findings)


def _whole(match: re.Match[str], seen: Mapping[str, int]) -> str | None:
    first, second = match["first"], match["second"]
    joined, hyphenated = first + second, f"{first}-{second}"
    if seen.get(joined.lower(), 0) > seen.get(hyphenated.lower(), 0):
        return joined
    if seen.get(hyphenated.lower(), 0):
        return hyphenated
    # Each half was counted once here; a half met again elsewhere is a word by itself.
    first_is_word = seen.get(first.lower(), 0) > 1 or first.lower() in _PREFIXES
    second_is_word = seen.get(second.lower(), 0) > 1
    if second_is_word and (first_is_word or first[:1].islower()):
        return hyphenated
    if "\n" in match["space"] and second[:1].islower() and not second_is_word:
        return joined
    return None


def breaks(text: str, joins: Iterable[Span], off: frozenset[str]) -> list[Repair]:
    """Return a repair for each false break of a paragraph and each end of a wrapped line."""
    repairs = [Repair(join, " ", "lb", _break_code(text, join)) for join in joins if len(join)]
    return [repair for repair in repairs if repair.code not in off]


def _break_code(text: str, join: Span) -> str:
    return FALSE_BREAK if text.count("\n", join.start, join.end) > 1 else WRAPPED


def break_findings(
    text: str, joins: Iterable[Span], cuts: Iterable[int], off: frozenset[str], index: LineIndex
) -> Iterator[Finding]:
    """Yield a finding for each false break and each line that was two things, one for all wrapped lines.

    Args:
        text: The article's text.
        joins: White space inside paragraphs that is no end of one.
        cuts: Offsets at which one line was found to be two things.
        off: Codes of repairs that are not to be made.
        index: Places in the text.
    """
    known = list(joins)
    wrapped = [join for join in known if _break_code(text, join) == WRAPPED]
    if wrapped and WRAPPED not in off:
        yield finding(WRAPPED, f"{len(wrapped)} lines end within a paragraph", index.locus(wrapped[0].start))
    for join in known:
        if _break_code(text, join) == FALSE_BREAK:
            before = text[max(join.start - _SHOWN, 0) : join.start].rpartition("\n")[2]
            after = text[join.end : join.end + _SHOWN]
            yield finding(FALSE_BREAK, f"“{before} | {after}” is one sentence", index.locus(join.start))
    for cut in cuts:
        yield finding(FUSED, "two things were run together in this line", index.locus(cut))


def fitting(repairs: Iterable[Repair], leaves: Sequence[Block]) -> tuple[Repair, ...]:
    """Return the repairs that lie within one block of running text each and do not overlap, in the text's order.

    Of two that overlap, the one given first is kept.
    """
    ranked = sorted(enumerate(repairs), key=lambda entry: (entry[1].span, entry[0]))
    kept: list[tuple[int, Repair]] = []
    for rank, repair in ranked:
        if kept and kept[-1][1].span.end > repair.span.start:
            if kept[-1][0] < rank:
                continue
            kept.pop()
        kept.append((rank, repair))
    remaining = iter(leaves)
    leaf = next(remaining, None)
    result: list[Repair] = []
    for _, repair in kept:
        while leaf is not None and leaf.span.end < repair.span.end:
            leaf = next(remaining, None)
        if leaf is not None and leaf.kind != SPACE and leaf.span.contains(repair.span):
            result.append(repair)
    return tuple(result)
