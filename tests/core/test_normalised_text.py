"""Any text as an article wants it, and the way back to the offsets of the text as given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.characters import collapsed, is_xml, nfc, picture
from tei_edition.core.normalised_text import NormalisedText, clusters, normalised
from tei_edition.core.source_bytes import (
    byte_order_mark,
    decoded,
    encoded,
    line_endings,
    normalization,
    with_line_endings,
)
from tei_edition.core.span import Span

ANY = st.text(
    st.one_of(
        st.sampled_from("ab \r\n\t\u00a0e\u0301\u0323\u0327\u1100\u1161\u11a8\uac00\x00\x07\x0b\x0c\ufffe\u212bﬁ😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(ANY)
def test_what_comes_out_is_what_an_article_can_hold(text: str) -> None:
    made = normalised(text).text
    assert is_xml(made)
    assert "\r" not in made
    assert nfc(made) == made


@given(ANY)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalised(text)
    assert normalised(once.text) == NormalisedText(once.text)


@given(ANY)
def test_offsets_lead_from_the_beginning_to_the_end_and_never_back(text: str) -> None:
    known = normalised(text)
    whole = known.original(Span(0, len(known.text)))
    assert whole == Span(0, len(text))
    if known.offsets is not None:
        assert list(known.offsets) == sorted(known.offsets)
        assert len(known.offsets) == len(known.text) + 1


@given(ANY, st.data())
def test_spans_that_do_not_cross_are_led_back_to_spans_that_do_not_cross(text: str, data: st.DataObject) -> None:
    known = normalised(text)
    length = len(known.text)
    ends = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    one, other = (Span(*data.draw(ends)) for _ in range(2))
    if not one.crosses(other):
        assert not known.original(one).crosses(known.original(other))


@given(ANY)
def test_each_character_stands_for_the_stretch_that_it_came_from(text: str) -> None:
    known = normalised(text)
    for start, end in clusters(text):
        piece = text[start:end]
        if normalised(piece).text == piece:
            begins = known.text.index(piece) if known.text.count(piece) == 1 else None
            if begins is not None:
                assert known.original(Span(begins, begins + len(piece))).of(text) == piece


@given(ANY)
def test_clusters_tile_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in clusters(text)) == text


@pytest.mark.parametrize(
    ("given_text", "made"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("e\u0301", "é"),
        ("\r\u0301", "\n\u0301"),
        ("\x07\x00", "␇␀"),
        ("\ufffe", "\ufffd"),
        ("\u1100\u1161", "가"),
        ("", ""),
    ],
)
def test_normalising_as_people_expect_it(given_text: str, made: str) -> None:
    assert normalised(given_text).text == made


def test_a_name_after_a_composed_letter_is_led_back_to_where_it_was() -> None:
    text = "Cafe\u0301\r\nMary"
    known = normalised(text)
    begins = known.text.index("Mary")
    assert known.original(Span(begins, begins + 4)).of(text) == "Mary"


def test_a_long_text_takes_no_long_time() -> None:
    text = ("e\u0301\r\n" + "a" * 50) * 4_000
    assert len(normalised(text).text) == 52 * 4_000


class TestBytes:
    @given(st.binary(max_size=80))
    def test_every_byte_of_windows_1252_comes_back(self, data: bytes) -> None:
        assert encoded(decoded(data, "windows-1252"), "windows-1252") == data

    @given(ANY, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]))
    def test_every_text_comes_back(self, text: str, encoding: str) -> None:
        assert decoded(encoded(text, encoding), encoding) == text

    @given(st.lists(st.tuples(st.text("ab", max_size=3), st.sampled_from(["\n", "\r\n", "\r"])), max_size=9))
    def test_line_endings_come_back_however_they_are_mixed(self, lines: list[tuple[str, str]]) -> None:
        raw = "".join(text + ending for text, ending in lines)
        plain = raw.replace("\r\n", "\n").replace("\r", "\n")
        assert with_line_endings(plain, line_endings(raw)) == raw

    @pytest.mark.parametrize(
        ("raw", "told"),
        [
            ("", "LF"),
            ("a", "LF"),
            ("a\nb\n", "LF"),
            ("a\r\n", "CRLF"),
            ("a\r", "CR"),
            ("a\r\nb\r\nc\n", "CRLF 2, LF 1"),
        ],
    )
    def test_line_endings_are_named(self, raw: str, told: str) -> None:
        assert line_endings(raw) == told

    @given(ANY)
    def test_a_form_that_is_named_gives_the_text_back(self, raw: str) -> None:
        text = nfc(raw)
        form = normalization(raw, text)
        if form:
            assert unicodedata.normalize(form, text) == raw  # type: ignore[arg-type]  # NFC or NFD

    def test_marks_are_those_of_their_encodings(self) -> None:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            assert byte_order_mark(encoding).decode(encoding) == "\ufeff"
        assert byte_order_mark("windows-1252") == b""


class TestCharacters:
    @given(st.characters(exclude_categories=["Cs"]))
    def test_a_character_is_one_of_xml_just_where_a_parser_takes_it(self, character: str) -> None:
        point = ord(character)
        allowed = point in {9, 10, 13} or 0x20 <= point <= 0xD7FF or 0xE000 <= point <= 0xFFFD or point >= 0x10000
        assert is_xml(character) is allowed

    @pytest.mark.parametrize(("character", "seen"), [("\x00", "␀"), ("\x1b", "␛"), ("\x1f", "␟"), ("\uffff", "\ufffd")])
    def test_a_picture_shows_which_character_it_was(self, character: str, seen: str) -> None:
        assert picture(character) == seen

    @given(ANY)
    def test_collapsing_loses_no_letter(self, text: str) -> None:
        assert [c for c in collapsed(text) if not c.isspace()] == [c for c in text if not c.isspace()]

    @pytest.mark.parametrize(
        ("text", "made"),
        [
            ("a \u00a0 b", "a b"),
            ("a\u00a0b", "a\u00a0b"),
            ("a\u00a0\u00a0b", "a b"),
            ("\u00a0a\u202f", "a"),
            ("a\u2003b", "a\u2003b"),
        ],
    )
    def test_layout_is_told_from_spacing(self, text: str, made: str) -> None:
        assert collapsed(text) == made
