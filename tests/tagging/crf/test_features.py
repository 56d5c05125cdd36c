from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.features import Usage, features, is_shouting
from tei_edition.tagging.crf.vocabulary import case_class, flags, place_class, shape

WORDS = st.lists(st.text(min_size=1, max_size=8).filter(lambda word: not any(c.isspace() for c in word)), max_size=12)


def of(sentence: str, at: int, *others: str) -> list[str]:
    article = [sentence.split(), *(other.split() for other in others)]
    return features(article[0], Usage(article), {"he": "4", "of": "4", "in": "4"})[at]


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_every_token_of_any_words_has_features_and_they_are_the_same_again(article: list[list[str]]) -> None:
    usage = Usage(article)
    for words in article:
        found = features(words, usage, {})
        assert len(found) == len(words)
        assert all(found)
        assert found == features(words, Usage(article), {})


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
    assert "g=BO+" in of("He left the African National Congress", 3)
    assert "g=IO+" in of("He left the African National Congress", 5)


def test_the_article_is_a_witness() -> None:
    assert "uP" in of("Then Xylander spoke", 1, "They met Mr. Xylander there")
    assert "uP" not in of("Then Xylander spoke", 1)
    assert "u=1l" in of("Then Rose spoke", 1, "the rose was red")


@pytest.mark.parametrize(("lower", "upper", "expected"), [(0, 9, "0"), (9, 0, "4"), (1, 1, "2"), (0, 1, "?")])
def test_case_classes(lower: int, upper: int, expected: str) -> None:
    assert case_class(lower, upper) == expected


def test_capitals_are_told() -> None:
    assert is_shouting("WAR ENDS TODAY".split())
    assert not is_shouting("War ends in the USA".split())
    assert not is_shouting(["1", "."])
