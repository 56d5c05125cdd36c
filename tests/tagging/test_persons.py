from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.model.article import plain_article
from tei_edition.tagging import tag
from tei_edition.tagging.crf.decoding import Found
from tei_edition.tagging.persons import (
    PERSON,
    after_titles,
    borne_out,
    cut_at_marks,
    full_names,
    with_initials,
    with_short_names,
    without_ships,
)

WORDS = st.lists(st.text(min_size=1, max_size=5), max_size=12)


def test_a_surname_is_as_certain_as_its_full_name() -> None:
    article = ["Anna Zemlinov came".split(), "Then Zemlinov left".split()]
    found = [[Found(0, 2, PERSON, 0.97)], [Found(1, 2, PERSON, 0.6)]]
    known = full_names(article, found)
    assert known == {"Zemlinov": 0.97}
    assert list(borne_out(article[1], found[1], known)) == [Found(1, 2, PERSON, 0.97)]


def test_a_doubtful_full_name_bears_nothing_out_and_a_place_is_no_surname() -> None:
    assert list(borne_out(["Lee"], [Found(0, 1, PERSON, 0.6)], {"Lee": 0.7})) == [Found(0, 1, PERSON, 0.6)]
    assert list(borne_out(["Lee"], [Found(0, 1, "placeName", 0.6)], {"Lee": 0.99})) == [Found(0, 1, "placeName", 0.6)]


def test_a_title_calls_for_a_name() -> None:
    assert after_titles("Then Mr. Xylander left".split(), []) == [Found(2, 3, PERSON, 0.8)]
    assert after_titles("Then Mr. Xylander left".split(), [Found(2, 3, PERSON, 0.9)]) == [Found(2, 3, PERSON, 0.9)]
    for other in ("Then Mr. President left", "a mr. Big", "Mr. The", "Mr. X."):
        assert after_titles(other.split(), []) == []


@given(WORDS)
def test_names_after_titles_never_overlap(words: list[str]) -> None:
    found = after_titles(words, [Found(at, at + 1, PERSON, 0.5) for at in range(0, len(words), 3)])
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_initials_belong_to_the_name_after_them() -> None:
    words = "Then V.I. Lenin and J. Smith met K. in Paris".split()
    apart = [Found(1, 2, PERSON, 0.6), Found(2, 3, PERSON, 0.7), Found(5, 6, PERSON, 0.9), Found(7, 8, PERSON, 0.5)]
    together = with_initials(words, apart)
    assert together == [Found(1, 3, PERSON, 0.7), *apart[2:]]
    assert with_initials(words, together) == together


def test_a_shortened_given_name_belongs_to_the_name_after_it() -> None:
    words = "Capt. Wm. Dodd and Chas. H. Platt of Geo. Street".split()
    found = [Found(2, 3, PERSON, 0.7), Found(5, 7, PERSON, 0.9), Found(9, 10, "placeName", 0.5)]
    longer = [Found(1, 3, PERSON, 0.7), Found(4, 7, PERSON, 0.9), found[2]]
    assert with_short_names(words, found) == longer
    assert with_short_names(words, longer) == longer
    assert with_short_names(["Dodd", "saw", "Wm."], [Found(0, 1, PERSON, 0.7)]) == [Found(0, 1, PERSON, 0.7)]


def test_an_author_in_capitals_is_a_person() -> None:
    text = "By ZORA XYLANDER\n\nThe town was quiet."
    names = {one.span.of(text) for one in tag(plain_article("x", text)).annotations if one.label == PERSON}
    assert not names or names == {"ZORA XYLANDER"}


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The S.S. Theodore Roosevelt sailed", 2, 4),
        ("The S.S. Theodore Roosevelt sailed", 1, 4),
        ("The USS Abraham Lincoln followed", 2, 4),
        ("the battleship Tirpitz", 2, 3),
    ],
)
def test_a_ship_is_no_person(sentence: str, start: int, end: int) -> None:
    assert without_ships(sentence.split(), [Found(start, end, PERSON, 0.8)]) == []


def test_a_person_on_a_ship_is_one() -> None:
    names = [Found(0, 1, PERSON, 0.8), Found(4, 5, "orgName", 0.8)]
    assert without_ships("Mary left the steamship Company".split(), names) == names


def test_a_name_ends_at_a_bracket() -> None:
    assert list(cut_at_marks("John < Smith".split(), [Found(0, 3, PERSON, 0.8)])) == [
        Found(0, 1, PERSON, 0.8),
        Found(2, 3, PERSON, 0.8),
    ]


@given(WORDS)
def test_cut_names_lie_in_those_that_were_found(words: list[str]) -> None:
    found = [Found(at, min(at + 3, len(words)), PERSON, 0.5) for at in range(0, len(words), 3)]
    cut = list(cut_at_marks(words, found))
    assert all(one.end <= other.start for one, other in pairwise(cut))
    assert all(any(one.start <= part.start < part.end <= one.end for one in found) for part in cut)
