"""The drawing of a timeline: bars above a line for the texts of a span of years, below it for the dates they mention.

Source: SVG 2, 7 "Coordinate Systems, Transformations and Units"; WCAG 2.2, 1.4.11 "Non-text Contrast".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.exporters.html.words import Words

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MOST = 60
_FEWEST = 10
_EARLY = 0.03
_WIDTH, _MIDDLE, _TALLEST, _HEIGHT, _EDGE = 900, 124, 88, 262, 30
_TICKS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Some years: what they are called, the first of them that has anything, how many texts and mentioned dates."""

    label: str
    year: int
    published: int
    mentioned: int


def spans(counts: Mapping[int, tuple[int, int]]) -> list[Span]:
    """Return equal spans of years from the first to the last, empty ones included.

    The few years that lie long before all others are one span, so that they do not press the others together.

    Args:
        counts: Texts and mentioned dates of each year that has any; not empty.
    """
    first, last = _first(counts), max(counts)
    step = next((step for step in _STEPS if (last - first) // step < _MOST), _STEPS[-1])
    start = first // step * step
    found = [_span(counts, range(year, year + step)) for year in range(start, last + 1, step)]
    early = [year for year in counts if year < start]
    return [_span(counts, range(min(early), start), f"–{start - 1}"), *found] if early else found


def drawing(counts: Mapping[int, tuple[int, int]], words: Words, addresses: Mapping[int, str]) -> str:
    """Return the SVG; each bar is a link to the address of its first year."""
    found = spans(counts)
    width = _WIDTH / max(len(found), _FEWEST)
    offset = _EDGE + (_WIDTH - width * len(found)) / 2
    most = (max(span.published for span in found) or 1, max(span.mentioned for span in found) or 1)
    bars = [
        _link(addresses[span.year], span, words, _bars(span, offset + index * width, width, most))
        for index, span in enumerate(found)
        if span.published or span.mentioned
    ]
    every = max(1, -(-len(found) // _TICKS))
    ticks = [
        _words(span.label[:1] + span.label[1:].partition("–")[0], offset + (index + 0.5) * width, _HEIGHT - 8)
        for index, span in enumerate(found)
        if index % every == 0
    ]
    ticks += _most(found, offset, width)
    box = f"0 0 {_WIDTH + 2 * _EDGE} {_HEIGHT}"
    axis = tag("path", class_="axis", d=f"M{_EDGE} {_MIDDLE}h{_WIDTH}")
    return (
        f"{tag('svg', viewBox=box, role='group', aria_label=words['timeline_summary'])}\n"
        f'<g aria-hidden="true">{axis}</path>{"".join(ticks)}</g>\n{"".join(bars)}</svg>'
    )


def _first(counts: Mapping[int, tuple[int, int]]) -> int:
    """Return the year before which at most three in a hundred dates lie, and no text."""
    total = sum(map(sum, counts.values()))
    before = 0
    for year in sorted(counts):
        published, mentioned = counts[year]
        before += published + mentioned
        if published or before > total * _EARLY:
            return year
    return min(counts)


def _span(counts: Mapping[int, tuple[int, int]], years: Sequence[int], label: str = "") -> Span:
    own = [year for year in sorted(counts) if years[0] <= year <= years[-1]]
    label = label or (str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}")
    published, mentioned = (sum(counts[year][index] for year in own) for index in (0, 1))
    return Span(label, own[0] if own else years[0], published, mentioned)


def _link(address: str, span: Span, words: Words, bars: str) -> str:
    spoken = f"{span.label}: {words['dates_published']} {span.published}, {words['dates_mentioned']} {span.mentioned}"
    return f"{tag('a', href=address, aria_label=spoken)}<title>{escaped(spoken)}</title>{bars}</a>\n"


def _bars(span: Span, left: float, width: float, most: tuple[int, int]) -> str:
    box = {"x": f"{left + width * 0.14:.1f}", "width": f"{width * 0.72:.1f}"}
    above, below = (span.published / most[0] * _TALLEST, span.mentioned / most[1] * _TALLEST)
    touch = {"x": f"{left:.1f}", "y": "16", "width": f"{width:.1f}", "height": str(_HEIGHT - 48)}
    parts = [f"{tag('rect', class_='touch', **touch)}</rect>"]
    if span.published:
        top = _MIDDLE - above - 1
        parts.append(f"{tag('rect', class_='published', **box, y=f'{top:.1f}', height=f'{above:.1f}')}</rect>")
    if span.mentioned:
        parts.append(f"{tag('rect', class_='mentioned', **box, y=str(_MIDDLE + 1), height=f'{below:.1f}')}</rect>")
    return "".join(parts)


def _most(found: Sequence[Span], offset: float, width: float) -> list[str]:
    """Return the number of texts and of dates beside the longest bar of each kind."""
    texts = max(range(len(found)), key=lambda index: found[index].published)
    dates = max(range(len(found)), key=lambda index: found[index].mentioned)
    above, below = found[texts].published, found[dates].mentioned
    numbers = [_words(str(above), offset + (texts + 0.5) * width, _MIDDLE - _TALLEST - 6)] if above else []
    return numbers + ([_words(str(below), offset + (dates + 0.5) * width, _MIDDLE + _TALLEST + 16)] if below else [])


def _words(words: str, x: float, y: float) -> str:
    return f"{tag('text', x=f'{x:.1f}', y=f'{y:.1f}')}{words}</text>"
