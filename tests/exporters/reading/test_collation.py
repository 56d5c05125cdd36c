from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.reading.collation import folded_words, heading, sort_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("sv", "Ahl Zorn Åberg Ärlig Öst"),
        ("de", "Ahl Ärlig Öst Zorn"),
        ("da", "Zeus Ærø Ålborg"),
        ("es", "nube ñandú oso"),
        ("cs", "cena čáp hora chata ihned"),
        ("pl", "lis łoś mak zebra źrebię żuk"),
        ("hu", "cukor csak dal"),
        ("et", "saal šokk zebra žanr tuba"),
        ("tr", "hava ışık ikiz İzmir"),
        ("fr", "cote coté côte élan zoo"),
        ("ru", "ежи ёлка жук"),
        ("und", "10 Æthel Ethel"),
    ],
)
def test_alphabets(language: str, ordered: str) -> None:
    expected = ordered.split()
    shuffled = expected[:]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, no secret
    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == expected


@pytest.mark.parametrize(
    ("term", "language", "letter"),
    [("Åberg", "sv-FI", "Å"), ("Åberg", "de", "A"), ("Chrt", "cs", "Ch"), ("“Émile”", "fr", "E"), ("99", "en", "#")],
)
def test_headings(term: str, language: str, letter: str) -> None:
    assert heading(term, language) == letter


@given(st.text(), st.sampled_from(["sv", "tr", "cs", "und"]))
def test_any_term_has_a_place(term: str, language: str) -> None:
    assert sort_key(term, language)[1] == term
    assert heading(term, language)


def test_forms_of_one_name() -> None:
    assert folded_words("MAURICE WILLIAMS") == folded_words("Williams, Maurice")
    assert folded_words("Müller") == folded_words("MULLER")
    assert folded_words("Lenin") != folded_words("Ulyanov")
