"""Abbreviated divisions behind places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.model.article import plain_article
from tei_edition.tagging import tag
from tei_edition.tagging.crf.decoding import Found
from tei_edition.tagging.places import with_divisions

TOWN = Found(1, 2, "placeName", 0.6)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("At Parkersburg , W. Va. , two men", Found(3, 5, "persName", 0.4)),
        ("At Parkersburg , W. Va. , two men", Found(4, 5, "placeName", 0.4)),
        ("In Albany , N. Y. , it rained", Found(3, 4, "orgName", 0.4)),
    ],
)
def test_a_division_behind_a_place_is_one_place(text: str, wrong: Found) -> None:
    words = text.split()
    right = [TOWN, Found(3, 5, "placeName", 0.6)]
    assert with_divisions(words, [TOWN, wrong]) == right
    assert with_divisions(words, right) == right


@pytest.mark.parametrize("text", ["At Parkersburg , Wm. Dodd drowned", "At Leeds and W. Va. , men"])
def test_what_is_no_division_is_left_alone(text: str) -> None:
    found = [TOWN, Found(3, 5, "persName", 0.7)]
    assert with_divisions(text.split(), found) == found


@given(
    st.lists(st.sampled_from("Leeds , W. Va. N. Y. Mass. and Ann of".split()), min_size=1, max_size=14),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3), st.sampled_from(["placeName", "persName"])), max_size=6),
)
def test_names_stay_in_order_and_apart(words: list[str], drawn: list[tuple[int, int, str]]) -> None:
    found: list[Found] = []
    for start, length, label in sorted(drawn):
        if start >= (found[-1].end if found else 0) and start + length <= len(words):
            found.append(Found(start, start + length, label, 0.5))
    told = with_divisions(words, found)
    assert all(one.end <= other.start for one, other in pairwise(told))
    assert all(0 <= name.start < name.end <= len(words) for name in told)
    assert [name for name in told if name.label == "placeName"] or not any(n.label == "placeName" for n in found)


def test_no_person_is_made_of_a_state() -> None:
    article = plain_article("x", "Mr. Dodd went to Parkersburg, W. Va., and died there in May.")
    assert "W. Va" not in [one.span.of(article.text) for one in tag(article).annotations if one.label == "persName"]
