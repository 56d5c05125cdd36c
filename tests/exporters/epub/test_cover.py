"""Covers: what is on them, in any script that has letters; the image as an independent reader opens it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tei_edition.exporters.epub.cover import SIZE, CoverText, cover
from tei_edition.exporters.epub.lettering import lettering

PAPER = 240


def opened(words: CoverText) -> Image.Image:
    image = Image.open(io.BytesIO(cover(words)))
    image.load()
    return image.convert("L")


def inked(words: CoverText, top: int, bottom: int) -> tuple[int, int, int, int] | None:
    """The box round all that is darker than paper between two heights."""
    part = opened(words).crop((0, top, SIZE[0], bottom))
    return part.point(lambda level: 255 if level < PAPER - 20 else 0).getbbox()


TITLE = (300 + 220, 1520)
EMPTY = CoverText("", "", "", "")


@settings(max_examples=25, deadline=None)
@given(st.builds(CoverText, st.text(), st.text(), st.text(), st.text()))
def test_any_words_give_an_image_of_the_same_size_and_the_same_bytes(words: CoverText) -> None:
    assert opened(words).size == SIZE
    assert cover(words) == cover(words)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=0x44F)), st.sampled_from((60, 128)))
def test_what_can_be_shown_has_a_width_and_every_letter_a_box_in_its_line(word: str, size: int) -> None:
    letters = lettering(size)
    shown = letters.shown(word)
    assert letters.advance(shown) >= 0
    for pen, letter in letters.letters(shown):
        assert 0 <= pen <= letters.advance(shown)
        assert letter.top >= 0
        assert letter.top + len(letter.rows) <= 1.4 * size
        assert all(row < 1 << 2 * letter.width for row in letter.rows)


@pytest.mark.parametrize(
    "title", ["The Works", "Économie", "Čas", "Łódź", "Œuvre", "Ελλάδα", "Ἑλλάς", "Время", "Ḥasan", "E\u0301cole"]
)
def test_titles_with_accents_and_in_greek_and_cyrillic_are_drawn(title: str) -> None:
    assert inked(CoverText(title, "", "", ""), *TITLE) != inked(EMPTY, *TITLE)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("Łódź", "Łódź"),
        ("Ḥasan", "Hasan"),
        ("Ἑλλάς", "Ελλάς"),
        ("e\u0301", "é"),
        ("中国", ""),
        ("中a", ""),
        ("\u0301", ""),
        ("", ""),
    ],
)
def test_a_letter_without_its_rare_mark_stands_for_it_and_a_word_with_a_missing_letter_is_left_out(
    word: str, shown: str
) -> None:
    assert lettering(60).shown(word) == shown


def test_each_line_stands_where_it_belongs() -> None:
    whole = CoverText("Title", "Author", "Paper", "1914")
    for field, (top, bottom) in {
        "periodical": (260, 420),
        "title": (500, 700),
        "author": (760, 900),
        "date": (1890, 2050),
    }.items():
        assert inked(whole, top, bottom) is not None, field
        assert inked(whole._replace(**{field: ""}), top, bottom) is None or field == "title", field


def test_long_titles_are_set_smaller_and_never_leave_the_sheet() -> None:
    long = "The Life and Opinions of Tristram Shandy, Gentleman " * 4
    longest = "The Life and Opinions of Tristram Shandy, Gentleman " * 40
    for title in (long, longest, "Donaudampfschifffahrtsgesellschaftskapitän" * 5, "W" * 3000):
        box = inked(CoverText(title, "", "", ""), 500, 2100)
        assert box is not None
        assert box[0] >= 120
        assert box[2] <= SIZE[0] - 120
    assert inked(CoverText(longest, "", "", ""), 1660, 1870) is None


def test_a_cover_is_small_enough_to_send() -> None:
    assert len(cover(CoverText("The Life and Opinions of Tristram Shandy", "Laurence Sterne", "", "1759"))) < 60_000
