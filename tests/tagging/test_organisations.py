from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.decoding import Found
from tei_edition.tagging.organisations import ORGANISATION, PLACE, with_places


def joined(sentence: str, *found: tuple[int, int, str]) -> list[str]:
    words = sentence.split()
    names = with_places(words, [Found(start, end, label, 0.9) for start, end, label in found])
    return [f"{name.label} {' '.join(words[name.start : name.end])}" for name in names]


def test_a_place_after_of_belongs_to_the_body() -> None:
    sentence = "the Communist Party of Cuba met"
    assert joined(sentence, (1, 3, ORGANISATION), (4, 5, PLACE)) == ["orgName Communist Party of Cuba"]


def test_the_article_may_stand_between() -> None:
    sentence = "the University of the Andes"
    assert joined(sentence, (1, 2, ORGANISATION), (4, 5, PLACE)) == ["orgName University of the Andes"]


def test_a_place_before_the_body_belongs_to_it() -> None:
    sentence = "the Manitoba Liberal Party won"
    assert joined(sentence, (1, 2, PLACE), (2, 4, ORGANISATION)) == ["orgName Manitoba Liberal Party"]


def test_others_stay_apart() -> None:
    assert len(joined("Google of Ireland", (0, 1, ORGANISATION), (2, 3, PLACE))) == 2
    assert len(joined("Communist Party in Cuba", (0, 2, ORGANISATION), (3, 4, PLACE))) == 2
    assert len(joined("Cuba , Communist Party", (0, 1, PLACE), (2, 4, ORGANISATION))) == 2


@given(
    st.lists(st.sampled_from(["Party", "of", "the", "Cuba", "Bank"]), min_size=1, max_size=10),
    st.lists(st.sampled_from([ORGANISATION, PLACE]), min_size=10, max_size=10),
)
def test_names_stay_in_order_and_apart(words: list[str], labels: list[str]) -> None:
    found = [Found(at, at + 1, labels[at], 0.5) for at in range(len(words)) if words[at][0].isupper()]
    after = with_places(words, found)
    assert all(one.end <= other.start for one, other in pairwise(after))
    assert {at for name in found for at in range(name.start, name.end)} <= {
        at for name in after for at in range(name.start, name.end)
    }
