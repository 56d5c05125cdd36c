from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging import tag
from tei_edition.tagging.events import EVENT, with_events
from tei_edition.tagging.passages import passages

PIECES = st.sampled_from(
    [
        "World War II",
        "the Battle of",
        "Stalingrad",
        "Memorial",
        "Olympic Games",
        "1936",
        "Mr. Smith",
        "and",
        ".",
        "\n\n",
    ]
)


def events_in(text: str, *names: Span) -> list[str]:
    given_names = [Annotation(span, "placeName", "default", 0.9) for span in names]
    found = with_events(text, passages(plain_article("a", text)), given_names, "default")
    return [one.span.of(text) for one in found if one.label == EVENT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After World War II, he left.", ["World War II"]),
        ("After World War One he left.", ["World War One"]),
        ("In the Second World War and the Korean War", ["Second World War", "Korean War"]),
        ("the Battle of Stalingrad raged", ["Battle of Stalingrad"]),
        ("the Battle of the Bulge raged", ["Battle of the Bulge"]),
        ("at the 1936 Olympic Games in Berlin", ["1936 Olympic Games"]),
        ("the October 1917 Russian revolution", ["Russian revolution"]),
        ("the World War II Memorial", []),
        ("a world war", []),
        ("the battle of wits", []),
        ("World Warriors", []),
        ("the Post-Cold War era", []),
    ],
)
def test_events_by_name(text: str, expected: list[str]) -> None:
    assert events_in(text) == expected


def test_a_name_in_an_event_goes_and_a_name_round_an_event_stays() -> None:
    text = "the Battle of Stalingrad ended"
    place = Annotation(Span(14, 24), "placeName", "default", 0.9)
    assert [one.label for one in with_events(text, passages(plain_article("a", text)), [place], "default")] == [EVENT]
    assert events_in("He saw the Korean War Veterans Hospital", Span(11, 39)) == []


@given(st.lists(PIECES, max_size=12))
def test_events_and_names_never_overlap(pieces: list[str]) -> None:
    annotations = tag(plain_article("a", " ".join(pieces) or "a")).annotations
    flat = [one for one in annotations if one.label.endswith("Name")]
    assert all(one.span.end <= other.span.start for one, other in pairwise(flat))


def test_events_are_linked_to_entities_whatever_they_are_called() -> None:
    article = plain_article("a", "World War II, World War Two and the Second World War; then the Cold War came.")
    linked = link(article, [tag(article)])
    assert [one.feature("ref") for one in linked.annotations if one.label == EVENT] == [
        *["event-world-war-ii"] * 3,
        "event-cold-war",
    ]
    found = {one.id: one for one in linked.entities if one.kind == "event"}
    assert set(found) == {"event-world-war-ii", "event-cold-war"}
    assert found["event-world-war-ii"].preferred == "World War II"


def test_an_editors_event_is_linked_too() -> None:
    article = plain_article("a", "the Great War ended")
    layer = Layer(article.digest, "ed", (Annotation(Span(4, 13), EVENT, "ed", 1.0),))
    assert [one.feature("ref") for one in link(article, [layer]).annotations] == ["event-world-war-i"]
