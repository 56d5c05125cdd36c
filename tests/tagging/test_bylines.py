from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.bylines import authors


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By ANN LEE", ["ANN LEE"]),
        ("- MAURICE WILLIAMS", ["MAURICE WILLIAMS"]),
        ("By Ann Lee and J. van der Berg", ["Ann Lee", "J. van der Berg"]),
        ("By MARTIN KING , Jr.", ["MARTIN KING , Jr."]),
        ("Special to The New York Times", []),
        ("by our Staff Reporter", []),
    ],
)
def test_authors(line: str, expected: list[str]) -> None:
    words = line.split()
    assert [" ".join(words[start:end]) for start, end in authors(words)] == expected


@given(st.lists(st.text(min_size=1, max_size=5), max_size=20))
def test_authors_of_any_words_do_not_overlap(words: list[str]) -> None:
    at = 0
    for start, end in authors(words):
        assert at <= start < end <= len(words)
        at = end
