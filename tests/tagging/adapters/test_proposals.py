from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.tagging.adapters.labels import elements, name_within
from tei_edition.tagging.adapters.proposals import Proposal, Refusal, proposals, verified

TEXT = "Anna Holm met Karl in Bergen. Holm left; Anna Holm's boat did not. Bergenites waved."
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=8) | st.sampled_from(["Holm", "Anna", "PER"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "label", "start"]), inner),
    max_leaves=8,
)


def found(*entries: object, text: str = TEXT) -> list[tuple[str, int, str] | str]:
    whole = Span(0, len(text))
    return [
        (one.span.of(text), one.span.start, one.label) if isinstance(one, Proposal) else one.reason
        for one in verified(text, whole, list(entries))
    ]


@given(st.lists(ANYTHING, max_size=6), st.text(max_size=30) | st.just(TEXT))
def test_whatever_is_proposed_what_is_taken_stands_in_the_text(proposed: list[object], text: str) -> None:
    for one in verified(text, Span(0, len(text)), proposed):
        if isinstance(one, Proposal):
            assert one.span.of(text).strip() == one.span.of(text) != ""
            assert one.label in elements().values()
        else:
            assert one.reason


@given(st.text(max_size=60))
def test_any_answer_is_read_or_refused(answer: str) -> None:
    assert proposals(answer) is None or isinstance(proposals(answer), list)


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ('{"spans": []}', []),
        ('Here it is:\n```json\n{"spans": [1]}\n```\nAnything else?', [1]),
        ("", None),
        ("I found no names.", None),
        ('{"spans": {"text": "Holm"}}', None),
        ("[1, 2]", None),
        ("{" * 5000 + "}" * 5000, None),
        (json.dumps({"names": []}), None),
    ],
)
def test_the_json_of_an_answer(answer: str, read: list[object] | None) -> None:
    assert proposals(answer) == read


def test_each_proposal_of_the_same_words_means_the_next_place() -> None:
    entry = {"text": "Anna Holm", "label": "persName"}
    assert found(entry, entry) == [("Anna Holm", 0, "persName"), ("Anna Holm", 41, "persName")]
    assert "not so often" in str(found(entry, entry, entry)[2])


def test_words_are_whole_words_of_the_text() -> None:
    assert found({"text": "Bergen", "label": "GPE"}) == [("Bergen", 22, "placeName")]
    assert "does not stand" in str(found({"text": "ergen", "label": "GPE"})[0])
    assert found({"text": "Bergen", "label": "GPE"}, {"text": "Bergen", "label": "GPE"})[1:] != [
        ("Bergen", 67, "placeName")
    ]


@pytest.mark.parametrize(
    ("start", "place"),
    [
        (41, ("Anna Holm", 41, "persName")),  # there it stands
        (7, "“Anna Holm” does not stand where it says, or not so often"),  # there it does not, and it stands twice
        (-3, "“Anna Holm” does not stand where it says, or not so often"),
        (10**9, "“Anna Holm” does not stand where it says, or not so often"),
    ],
)
def test_an_offset_has_to_be_true(start: int, place: object) -> None:
    assert found({"text": "Anna Holm", "label": "PER", "start": start}) == [place]


def test_a_wrong_offset_of_what_stands_only_once_does_no_harm() -> None:
    assert found({"text": "Karl", "label": "PER", "start": 3}) == [("Karl", 14, "persName")]


@pytest.mark.parametrize(
    "entry",
    [
        "Holm",
        None,
        {},
        {"text": 5, "label": "PER"},
        {"text": "Holm"},
        {"text": "Holm", "label": ["PER"]},
        {"text": "Holm", "label": "DRAGON"},
        {"text": "Olaf", "label": "PER"},
        {"text": "", "label": "PER"},
        {"text": " ", "label": "PER"},
        {"text": "anna holm", "label": "PER"},
    ],
)
def test_what_is_not_so_is_refused(entry: object) -> None:
    [refused] = verified(TEXT, Span(0, len(TEXT)), [entry])
    assert isinstance(refused, Refusal)


def test_offsets_count_from_the_part_that_was_shown() -> None:
    part = Span(TEXT.index("Holm left"), len(TEXT))
    [one] = verified(TEXT, part, [{"text": "Holm", "label": "PER", "start": 0}])
    assert isinstance(one, Proposal)
    assert one.span == Span(30, 34)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (" Anna Holm's ", "Anna Holm"),
        ("“Anna Holm”,", "Anna Holm"),
        ("the workers’", "the workers"),
        ("James's", "James"),
        ("St. Louis.", "St. Louis."),
        (" \n", None),
        ("'s", None),
        ("😀", "😀"),
    ],
)
def test_edges_that_are_no_part_of_a_name(words: str, name: str | None) -> None:
    span = name_within(words, Span(0, len(words)))
    assert (span.of(words) if span else None) == name
