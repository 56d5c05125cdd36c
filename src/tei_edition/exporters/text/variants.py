"""Rules of plain text for notes, apparatus, gaps and page furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.characters import collapsed
from tei_edition.exporters.reading.separation import is_within_word
from tei_edition.exporters.reading.variants import lemma, other_readings, witnesses
from tei_edition.exporters.text.paragraphs import BREAK
from tei_edition.tei.names import is_tei, local_name
from tei_edition.tei.text import text_after, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.paragraphs import Paragraphs
    from tei_edition.exporters.text.walk import Walk


def nothing(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A column's beginning or an image in the text itself has no words."""
    del walk, element, out


def page_beginning(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A page's beginning: a form feed on a line of its own in diplomatic text, else what it stands between."""
    if walk.reading == "original":
        out.text(f"{BREAK}\f{BREAK}")
    elif element.get("break") != "no":
        out.text(" ")


def space(walk: Walk, element: Element, out: Paragraphs) -> None:
    """White space that the source shows."""
    out.text(" ")
    walk.content(element, out)


def forme_work(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Running heads, page numbers and navigation: shown in diplomatic text only."""
    if walk.reading == "original":
        walk.content(element, out)


def deletion(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Deleted words between double brackets, as the Leiden conventions have it; letters within a word without them."""
    within = is_within_word(element)
    walk.sign("" if within else "⟦", out)
    walk.content(element, out)
    walk.sign("" if within else "⟧", out)


def label(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A label among words: a word apart."""
    walk.content(element, out)
    if text_after(element)[:1].isalnum():
        out.text(" ")


def gap(walk: Walk, element: Element, out: Paragraphs) -> None:
    """An omission as […], with what is said about it."""
    words = collapsed(text_of(element, walk.reading))
    if not walk.manner.signs:
        out.text(f"… {words}" if words else "…")
        return
    walk.sign("[… " if words else "[…]", out)
    out.text(words)
    walk.sign("]" if words else "", out)


def note(walk: Walk, element: Element, out: Paragraphs) -> None:
    """A note among words: its number in the text, its words at the end."""
    if not walk.manner.notes:
        return
    number = len(walk.notes) + 1
    walk.notes.append("")
    own = walk.paragraphs()
    walk.content(element, own)
    walk.notes[number - 1] = own.joined()
    _number(walk, number, out)


def _number(walk: Walk, number: int, out: Paragraphs) -> None:
    walk.sign(f"[^{number}]" if walk.manner.markdown else f"[{number}]", out)


def index(walk: Walk, element: Element, out: Paragraphs) -> None:
    """Terms for an index, which the page does not show: noted at the end."""
    if collapsed(text_of(element, walk.reading)):
        note(walk, element, out)


def apparatus(walk: Walk, element: Element, out: Paragraphs) -> None:
    """The lemma in the text, the other readings in a note."""
    shown = lemma(element)
    if shown is not None:
        walk.content(shown, out)
    readings = [words for child in other_readings(element) if (words := _reading(walk, child))]
    if readings and walk.manner.notes:
        walk.notes.append("; ".join(readings))
        _number(walk, len(walk.notes), out)


def _reading(walk: Walk, element: Element) -> str:
    if is_tei(element, "rdgGrp") and walk.depth < walk.deepest:
        walk.depth += 1
        found = "; ".join(words for child in element if isinstance(child.tag, str) and (words := _reading(walk, child)))
        walk.depth -= 1
        return found
    own = walk.paragraphs()
    walk.content(element, own)
    words = " ".join(line for line in own.joined().split("\n") if line)
    if is_tei(element, "rdg") and not words and walk.manner.signs:
        words = "om."
    if local_name(element) == "witDetail" or not walk.manner.signs:
        return words
    return f"{words} {witnesses(element)}".strip()
