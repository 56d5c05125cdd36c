"""What stands above the text of an article: masthead, labels, headlines, decks, dates, bylines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.readers.bylines import is_byline
from tei_edition.readers.datelines import is_date_line, is_place_line
from tei_edition.readers.headlines import go_together, is_known_label, is_label, may_be_headline
from tei_edition.readers.lines import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_MOST = 14
_MOST_HEADS = 8
_DECK_WORDS = 45
_LONG_HEAD = 25


@dataclass(frozen=True, slots=True)
class Top:
    """The units above the text.

    Attributes:
        pieces: Each unit with what it is: ``main``, ``sub`` or ``label`` (headings), ``byline``, ``date`` or ``place``.
        rest: Index of the first unit of the text.
    """

    pieces: tuple[tuple[str, Unit], ...]
    rest: int

    def first(self, kind: str) -> Unit | None:
        """Return the first unit of a kind, None where there is none."""
        return next((unit for name, unit in self.pieces if name == kind), None)


def top(units: Sequence[Unit], text: str) -> Top:
    """Tell the lines above the text: all down to the byline where there is one, else what can be a headline.

    Args:
        units: The units below the masthead.
        text: The text that they are spans of.
    """
    count = _down_to_byline(units, text)
    if count is None:
        count = _leading(units, text)
    count = _after_byline(units, text, count)
    if count >= len(units):
        # Nothing but short lines: no telling which of them are headlines.
        count = min(1, len(units) - 1)
    kinds = [(_kind(unit, text), unit) for unit in units[:count]]
    return Top(tuple(_named(_rejoined(kinds))), count)


def _kind(unit: Unit, text: str) -> str:
    if is_date_line(unit, text):
        return "date"
    if is_byline(unit):
        return "byline"
    return "label" if is_known_label(unit) else "head"


def _down_to_byline(units: Sequence[Unit], text: str) -> int | None:
    """Return how many units there are down to the first byline and with it; None where none stands near the top.

    Above it, a sentence can only be a deck: the only line there, or one below a headline.
    """
    sentences = heads = 0
    for index, unit in enumerate(units[:_MOST]):
        kind = _kind(unit, text)
        if kind == "byline":
            return index + 1
        if kind != "head":
            continue
        if unit.verse or unit.words > _DECK_WORDS:
            return None
        heads += 1
        sentences += not may_be_headline(unit)
        alone = heads == 1 and unit.words > _LONG_HEAD and not may_be_headline(unit)
        if sentences > 2 or heads > _MOST_HEADS or alone:  # noqa: PLR2004 - a deck may have two sentences
            return None
    return None


def _leading(units: Sequence[Unit], text: str) -> int:
    """Return how many units from the top are labels, dates or can be headlines."""
    for index, unit in enumerate(units):
        if _kind(unit, text) == "head" and (unit.verse or index >= _MOST_HEADS or not may_be_headline(unit)):
            return index
    return len(units)


def _after_byline(units: Sequence[Unit], text: str, count: int) -> int:
    """Return the count with the further bylines, dates, places and labels that follow."""
    has_head = any(_kind(unit, text) == "head" for unit in units[:count])
    while count < len(units) - 1:
        unit = units[count]
        more = _kind(unit, text) != "head" or is_place_line(unit)
        late_headline = not has_head and may_be_headline(unit) and not unit.verse
        if not more and not late_headline:
            break
        has_head = has_head or late_headline
        count += 1
    return count


def _rejoined(kinds: Sequence[tuple[str, Unit]]) -> list[tuple[str, Unit]]:
    """Return the units, the lines of one broken headline as one."""
    result: list[tuple[str, Unit]] = []
    for kind, unit in kinds:
        if result and kind == "head" and result[-1][0] == "head" and go_together(result[-1][1], unit):
            result[-1] = (kind, together((result[-1][1], unit)))
        else:
            result.append((kind, unit))
    return result


def _named(kinds: Sequence[tuple[str, Unit]]) -> list[tuple[str, Unit]]:
    """Return the units, their headings told apart: one main headline, labels and kickers, the rest decks."""
    heads = [unit for kind, unit in kinds if kind == "head" and not is_place_line(unit)]
    main = next((unit for unit in heads if not is_label(unit)), heads[0] if heads else None)
    if main is not None and heads[0].text.isupper() and heads[0] is not main and _is_deck(main):
        main = heads[0]
    if main is None:
        main = next((unit for kind, unit in kinds if kind == "label"), None)
    result: list[tuple[str, Unit]] = []
    below = False
    for kind, unit in kinds:
        if unit is main:
            below = True
            result.append(("main", unit))
        elif kind == "head":
            name = "place" if is_place_line(unit) else "sub" if below else "label"
            result.append((name, unit))
        else:
            result.append((kind, unit))
    return result


def _is_deck(unit: Unit) -> bool:
    """Tell a sentence: below a headline in capitals, it is the deck."""
    return not may_be_headline(unit)
