from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.typography import MARKS, languages, typeset, typeset_pieces, typography

_TYPED = st.text(alphabet="ab s.,'\"`- \n(5", max_size=60)


@given(st.lists(_TYPED, max_size=6), st.sampled_from([*languages(), "xx"]))
def test_pieces_together_are_the_paragraph(pieces: list[str], language: str) -> None:
    assert "".join(typeset_pieces(pieces, language)) == typeset("".join(pieces), language)


@given(_TYPED, st.sampled_from([*languages(), "xx"]))
def test_words_stay(text: str, language: str) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isalnum() or c in ".,(\n")

    assert letters(typeset(text, language)) == letters(text)


@given(st.text(max_size=40).filter(lambda text: not set(text) & set("'\"`-")))
def test_text_without_typewriter_marks_is_the_same(text: str) -> None:
    assert typeset(text, "en") == text


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said, "No." Then', "He said, “No.” Then"),
        ('"We read `one country\' too,"', "“We read ‘one country’ too,”"),
        ("``Well,'' he said", "“Well,” he said"),
        ("the workers' party's", "the workers’ party’s"),
        ("'tis the '20s", "’tis the ’20s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("\"'No,' he said.\"", "“‘No,’ he said.”"),
        ('("aside")', "(“aside”)"),
        ("yes--no -- yes - no", "yes—no — yes — no"),
        ("- SIGNED", "— SIGNED"),
        ("1918-20, a ------ rule", "1918-20, a ------ rule"),
        ('a 5" nail', 'a 5" nail'),
        ("run `make` now", "run `make` now"),
        ("O'Neill and Marx's", "O’Neill and Marx’s"),
    ],
)
def test_english(typed: str, set_: str) -> None:
    assert typeset(typed, "en-US") == set_


@pytest.mark.parametrize(
    ("language", "set_"),
    [
        ("de", "„a ‚b‘ c“ – d"),
        ("fr", "«\u00a0a “b” c\u00a0» — d"),
        ("pl", "„a «b» c” — d"),
        ("sv", "”a ’b’ c” – d"),
        ("de-CH", "«a ‹b› c» – d"),
        ("tlh", "“a ‘b’ c” – d"),
    ],
)
def test_other_languages(language: str, set_: str) -> None:
    assert typeset("\"a 'b' c\" -- d", language) == set_


def test_markup_decides_where_space_does_not() -> None:
    assert typeset('so" she said', "en") == "so” she said"
    assert typeset_pieces(["the ", '" odd "', " mark"], "en", opening={4}, closing={11}) == ["the ", "“ odd ”", " mark"]


def test_mark_over_two_pieces_goes_into_the_first() -> None:
    assert typeset_pieces(["a -", "- b"], "en") == ["a —", " b"]


def test_depth_alternates_and_every_mark_is_known() -> None:
    assert typography("en").pair(0) == typography("en").pair(2) == ("“", "”")
    assert typography("en-GB").pair(0) == ("‘", "’")
    for language in languages():
        for depth in (0, 1):
            assert all(mark.strip("\u00a0") in MARKS for mark in typography(language).pair(depth))
