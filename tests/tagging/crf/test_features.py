from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.features import EDGE_WORD, beside, listed, matches, own, pairs, word_known
from tei_edition.tagging.crf.vocabulary import case_class, flags, place_class, shape

WORDS = st.text(min_size=1, max_size=8).filter(lambda word: not any(c.isspace() for c in word))


@given(WORDS, st.sampled_from((-2, -1, 1, 2)))
def test_any_word_tells_something_of_itself_and_of_its_neighbours(word: str, offset: int) -> None:
    one = word_known(word, {}, "?")
    assert own(one) == own(one)
    assert f"w={word.lower()}" in own(one)
    assert all(feature.startswith(str(offset)) for feature in beside(one, offset))


@given(WORDS, WORDS, WORDS)
def test_features_hold_no_tab_and_no_leading_space(before: str, word: str, after: str) -> None:
    left, own_word, right = (word_known(one, {}, "?") for one in (before, word, after))
    for feature in (*own(own_word), *beside(left, -1), *pairs(left, own_word, right, "T", opens=False)):
        assert "\t" not in feature
        assert feature[0] != " "


def test_the_lists_speak() -> None:
    assert "h" in flags("Mr.")
    assert "g" in flags("Yoweri")
    assert "s" in flags("Obasanjo")
    assert "d" in flags("Germans")
    assert "C" in flags("France")
    assert "C" not in flags("france")


@pytest.mark.parametrize(
    ("word", "expected"), [("Paris", "Xxx"), ("USA", "XX"), ("U.S.", "X.X."), ("paris", "x"), ("1997", "dd")]
)
def test_shapes(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_places_by_kind_and_size() -> None:
    assert place_class("Kenya") == "C"
    assert place_class("Texas") == "A"
    assert place_class("Lagos") == "M"
    assert place_class("Nowhereham") == ""


def test_names_of_several_words_are_matched_whole() -> None:
    matched = matches("He left the African National Congress".split())
    assert matched == {3: "BO+", 4: "IO+", 5: "IO+"}
    assert listed(matched, 2) == ["g+=BO+"]
    assert listed(matched, 4) == ["g=IO+", "g-=BO+", "g+=IO+"]
    assert listed(matches(["Kenya"]), 0) == ["g=BC", "gp=B"]


def test_pairs_know_the_edges_and_the_manner_of_a_sentence() -> None:
    word = word_known("Of", {"of": "4"}, "?")
    found = pairs(EDGE_WORD, word, EDGE_WORD, "U", opens=True)
    assert {"ch=4XxU^", "b-=| of", "b+=of |", "t=U"} <= set(found)
    assert not any(feature.startswith("t=") for feature in pairs(EDGE_WORD, word, EDGE_WORD, "", opens=True))


@pytest.mark.parametrize(("lower", "upper", "expected"), [(0, 9, "0"), (9, 0, "4"), (1, 1, "2"), (0, 1, "?")])
def test_case_classes(lower: int, upper: int, expected: str) -> None:
    assert case_class(lower, upper) == expected
