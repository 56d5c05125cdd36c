"""What stands above the text of an article: masthead, labels, headlines, decks, dates, bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.readers.bylines import is_byline, is_office, is_person, is_writer
from tei_edition.readers.datelines import is_date_line, is_place_line
from tei_edition.readers.furniture import is_catalogue, is_credit, is_navigation, is_page, is_rule
from tei_edition.readers.headlines import (
    go_together,
    goes_on,
    is_capitalised,
    is_known_label,
    is_label,
    is_numeral,
    may_be_headline,
)
from tei_edition.readers.letters import is_salutation
from tei_edition.readers.lines import together
from tei_edition.readers.masthead import has_name_of_periodical
from tei_edition.readers.notes import furniture, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.readers.lines import Unit

_MOST = 14
_MOST_HEADS = 8
_LOOKED_AT = 30
_DECK_WORDS = 45
_LONG_HEAD = 25
_PAPER_WORDS = 5
_STATED_WRITER = re.compile(r", |\||^From (?:.* in |[^a-z]+$)")
_LABELS_IN_CAPITALS = "1960"


@dataclass(frozen=True, slots=True)
class Top:
    """The units above the text.

    Attributes:
        pieces: Each unit with what it is: ``main``, ``sub`` or ``label`` (headings), ``byline``, ``date``, ``place``,
            ``note``, or ``fw`` for a page's number, a rule and other furniture.
        rest: Index of the first unit of the text.
    """

    pieces: tuple[tuple[str, Unit], ...]
    rest: int

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of its pieces."""
        return tuple(unit for _, unit in self.pieces)

    def first(self, kind: str) -> Unit | None:
        """Return the first unit of a kind, None where there is none."""
        return next((unit for name, unit in self.pieces if name == kind), None)


def top(units: Sequence[Unit], text: str, *, labels: frozenset[str] = frozenset(), printed: str = "") -> Top:
    """Tell the lines above the text: all down to the byline where there is one, else what can be a headline.

    Args:
        units: The units below the masthead.
        text: The text that they are spans of.
        labels: Labels of the periodical's sections, in lower case, beside those that all newspapers have.
        printed: The date of the masthead in W3C form, where there is one.
    """
    kinds = _kinds(units[:_LOOKED_AT], text, labels)
    count = _down_to_byline(units, kinds)
    if count is None:
        count = _leading(units, kinds)
    count = _after_byline(units, kinds, count)
    if count >= len(units):
        # Nothing but short lines: no telling which of them are headlines.
        count = min(1, len(units) - 1)
    while count and kinds[count - 1] == "fw" and is_rule(units[count - 1]):
        count -= 1
    heads = _rejoined(list(zip(kinds[:count], units[:count], strict=True)))
    return Top(tuple(_named(heads, in_capitals="" < printed < _LABELS_IN_CAPITALS)), count)


def _kinds(units: Sequence[Unit], text: str, labels: frozenset[str]) -> list[str]:
    """Return ``date``, ``byline``, ``label``, ``fw``, ``head`` or ``text`` for each unit, by itself and its place."""
    kinds = [_kind(unit, text, labels) for unit in units]
    for index in range(1, len(units)):
        kinds[index] = _kind_among(units, kinds, index, text)
    _retitle(units, kinds)
    return kinds


def _kind_among(units: Sequence[Unit], kinds: Sequence[str], index: int, text: str) -> str:
    """Return what a unit is, now that the one above it is known."""
    unit, kind, above = units[index], kinds[index], kinds[index - 1]
    if kind == "byline":
        return "head" if _is_headline_in_capitals(units[index - 1], unit, text) else "byline"
    if above == "byline" and is_office(unit):
        return "byline"
    if kind == "label" and above == "head" and not unit.gap and unit.text.isupper() and units[index - 1].text.isupper():
        return "head"
    if kind not in {"head", "fw"} or "head" not in kinds[:index]:
        return kind
    if above != "head" and {above, *kinds[index + 1 : index + 2]} & {"date", "fw"} and _names_paper(unit):
        return "fw"
    return "byline" if _is_bare_byline(units, kinds, index, text) else kind


def _is_bare_byline(units: Sequence[Unit], kinds: Sequence[str], index: int, text: str) -> bool:
    """Tell a writer's name without "By", below a headline or its date."""
    unit, above = units[index], units[index - 1]
    if not is_writer(unit) or not (
        kinds[index - 1] == "date" or (kinds[index - 1] == "head" and may_be_headline(above))
    ):
        return False
    if _STATED_WRITER.search(unit.text):
        return True
    below = units[index + 1] if index + 1 < len(units) else None
    if kinds[index - 1] == "date" or below is None:
        return False
    return kinds[index + 1 : index + 2] == ["date"] or is_office(below) or _is_strange(unit, below, text)


def _names_paper(unit: Unit) -> bool:
    """Tell a line below the headline that names a periodical and nothing else."""
    return unit.words <= _PAPER_WORDS and is_capitalised(unit.text) and has_name_of_periodical(unit)


def _is_strange(unit: Unit, below: Unit | None, text: str) -> bool:
    """Tell a name right above the text whose bearer the text is not about: a writer's, whom at most its end names."""
    if below is None or (may_be_headline(below) and not is_numeral(below)) or not is_person(unit.text):
        return False
    surname = unit.text.split()[-1].strip(".")
    last = text.rstrip().rfind("\n")
    return not re.search(rf"\b{re.escape(surname)}\b", text[below.span.start : last], re.IGNORECASE)


def _is_headline_in_capitals(above: Unit, unit: Unit, text: str) -> bool:
    """Tell the second line of a headline ("… ELECTED MAYOR / BY WIDE MARGIN") from a byline: by words of the text."""
    if unit.gap or not (unit.text.isupper() and above.text.isupper()):
        return False
    return all(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in re.findall(r"[^\W\d_]+", unit.text))


def _retitle(units: Sequence[Unit], kinds: list[str]) -> None:
    """Make a headline of a first byline ("By Land and Sea") that has none above it and another byline right below."""
    first = next((index for index, kind in enumerate(kinds) if kind in {"head", "byline"}), None)
    if first is not None and kinds[first : first + 2] == ["byline", "byline"] and not is_office(units[first + 1]):
        kinds[first] = "head" if not units[first].text.isupper() else "byline"


def _kind(unit: Unit, text: str, labels: frozenset[str]) -> str:
    if is_salutation(unit) or is_numeral(unit):
        return "text"
    if is_date_line(unit, text):
        return "date"
    if is_byline(unit):
        return "byline"
    if is_known_label(unit, labels):
        return "label"
    if any(tells(unit) for tells in (is_page, is_rule, is_catalogue, is_navigation, is_credit, furniture)):
        return "fw"
    return "note" if note([unit])[0] else "head"


def _down_to_byline(units: Sequence[Unit], kinds: Sequence[str]) -> int | None:
    """Return how many units there are down to the first byline and with it; None where none stands near the top.

    Above it, a sentence can only be a deck: the only line there, or one below a headline.
    """
    sentences = heads = 0
    for index, (unit, kind) in enumerate(zip(units[:_MOST], kinds, strict=False)):
        if kind == "byline":
            return index + 1
        if kind == "text":
            return None
        if kind != "head":
            continue
        if not unit.is_prose or unit.words > _DECK_WORDS:
            return None
        heads += 1
        sentences += not may_be_headline(unit)
        alone = heads == 1 and unit.words > _LONG_HEAD and not may_be_headline(unit)
        if sentences > 2 or heads > _MOST_HEADS or alone:  # noqa: PLR2004 - a deck may have two sentences
            return None
    return None


def _leading(units: Sequence[Unit], kinds: Sequence[str]) -> int:
    """Return how many units from the top are labels, dates or can be headlines."""
    for index, (unit, kind) in enumerate(zip(units, kinds, strict=False)):
        if kind == "text":
            return index
        if kind != "head":
            continue
        if not unit.is_prose or index >= _MOST_HEADS or not may_be_headline(unit) or _runs_on(units, index):
            return index
    return len(kinds)


def _runs_on(units: Sequence[Unit], index: int) -> bool:
    """Tell a line that a false break has parted from the rest of its sentence: text, not a headline."""
    unit, following = units[index], units[index + 1] if index + 1 < len(units) else None
    if following is None or unit.text.isupper():
        return False
    continued = following.text[:1].islower() or goes_on(unit.text)
    return continued and not may_be_headline(following) and not is_byline(following)


def _after_byline(units: Sequence[Unit], kinds: Sequence[str], count: int) -> int:
    """Return the count with the further bylines, dates, places and labels that follow."""
    has_head = "head" in kinds[:count]
    while count < min(len(units) - 1, len(kinds)) and kinds[count] != "text":
        unit = units[count]
        more = kinds[count] != "head" or is_place_line(unit)
        late_headline = not has_head and may_be_headline(unit) and unit.is_prose and not _runs_on(units, count)
        if not more and not late_headline:
            break
        has_head = has_head or late_headline
        count += 1
    return count


def _rejoined(kinds: Sequence[tuple[str, Unit]]) -> list[tuple[str, Unit]]:
    """Return the units, the lines of one broken headline as one."""
    result: list[tuple[str, Unit]] = []
    above: Unit | None = None
    for kind, unit in kinds:
        if above is not None and kind == result[-1][0] == "head" and go_together(above, unit):
            result[-1] = (kind, together((result[-1][1], unit)))
        else:
            result.append((kind, unit))
        above = unit
    return result


def _named(kinds: Sequence[tuple[str, Unit]], *, in_capitals: bool) -> list[tuple[str, Unit]]:
    """Return the units, their headings told apart: one main headline, labels and kickers, the rest decks."""
    heads = [unit for kind, unit in kinds if kind == "head" and not is_place_line(unit)]
    main = next((unit for unit in heads if not is_label(unit)), heads[0] if heads else None)
    if main is not None and heads[0] is not main and heads[0].text.isupper():
        # Old newspapers set headlines in capitals and decks below them; those of today set labels so.
        old = in_capitals and heads[0].words > 1 and not main.text.isupper()
        main = heads[0] if old or _is_deck(main) else main
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
    return not may_be_headline(unit) or (unit.text.endswith(".") and not unit.text.isupper())
