from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.linking.combining import combined
from tei_edition.linking.persons import parsed
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation, Layer

if TYPE_CHECKING:
    from tei_edition.model.links import Linked


def linked(text: str, *names: tuple[str, str], agent: str = "default") -> tuple[Linked, list[str | None]]:
    """Link the given (label, words) in the order of the text; return also the ref of each."""
    article = plain_article("x", text)
    found, position = [], 0
    for label, words in names:
        start = text.index(words, position)
        position = start + len(words)
        found.append(Annotation(Span(start, position), label, agent))
    result = link(article, [Layer(article.digest, agent, tuple(found))])
    return result, [one.feature("ref") for one in result.annotations]


def persons(text: str, *names: str) -> list[str | None]:
    return linked(text, *(("persName", name) for name in names))[1]


def test_mentions_of_one_person_share_one_ref() -> None:
    found = persons("JOSEPH STALIN, Joseph Stalin and Stalin", "JOSEPH STALIN", "Joseph Stalin", "Stalin")
    assert found == ["pers-stalin-joseph"] * 3


def test_initials_fit_forenames() -> None:
    assert persons("V.I. Lenin; Lenin", "V.I. Lenin", "Lenin") == ["pers-lenin-vi"] * 2
    assert len(set(persons("Vladimir Ilyich Lenin; V.I. Lenin", "Vladimir Ilyich Lenin", "V.I. Lenin"))) == 1


def test_an_ambiguous_surname_has_no_ref() -> None:
    assert persons("Ann Lee, Bob Lee, Lee", "Ann Lee", "Bob Lee", "Lee")[2] is None


def test_a_title_that_does_not_fit_forbids_the_link() -> None:
    assert persons("Bob Lee and Mrs. Lee", "Bob Lee", "Lee")[1] is None


@pytest.mark.parametrize(
    ("name", "full", "surname"),
    [
        ("MAURICE WILLIAMS", "Maurice Williams", "Williams"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "Beethoven"),
        ("Lenin", "Lenin", "Lenin"),
    ],
)
def test_names_are_taken_apart(name: str, full: str, surname: str) -> None:
    assert parsed(name).full == full
    assert parsed(name).surname == surname


def test_places_have_coordinates_and_geonames_id() -> None:
    result, refs = linked(
        "Mexico, Paris, Texas", ("placeName", "Mexico"), ("placeName", "Paris"), ("placeName", "Texas")
    )
    by_id = {entity.id: entity for entity in result.entities}
    assert by_id["place-mexico"].idnos == (("geonames", "3996063"),)
    assert refs[1] is not None
    assert by_id[refs[1]].feature("country") == "United States"


def test_an_acronym_means_the_organisation_that_it_abbreviates() -> None:
    names = [("orgName", "National Labor Board"), ("orgName", "NLB")]
    assert linked("The National Labor Board (NLB)", *names)[1] == ["org-national-labor-board"] * 2


def test_who_and_source() -> None:
    text = 'Ann Lee said "no". In her book The Sea she wrote "it is deep".'
    article = plain_article("x", text)
    spoken = Annotation(Span(13, 17), "said", "default", speaker=Span(0, 7))
    written = Annotation(Span(49, 61), "quote", "default", speaker=Span(0, 7))
    others = (Annotation(Span(0, 7), "persName", "default"), Annotation(Span(31, 38), "title", "default"))
    result = link(article, [Layer(article.digest, "default", (spoken, written, *others))])
    by_label = {one.label: one for one in result.annotations}
    assert by_label["said"].feature("who") == "pers-lee-ann"
    assert by_label["quote"].feature("source") == "work-the-sea"
    assert by_label["quote"].feature("who") is None


def test_an_editor_goes_before_the_reader_and_the_reader_before_taggers() -> None:
    article = plain_article("x", "Paris Hilton")
    layers = [
        Layer(article.digest, agent, (Annotation(span, label, agent),))
        for agent, span, label in (
            ("default", Span(0, 5), "placeName"), ("reader", Span(6, 12), "orgName"), ("ed-mk", Span(0, 12),
            "persName"),
        )
    ]  # fmt: skip
    assert [one.agent for one in link(article, layers).annotations] == ["ed-mk"]
    assert [one.agent for one in link(article, layers[:2]).annotations] == ["default", "reader"]


def test_a_layer_on_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        link(plain_article("x", "a"), [Layer("0", "default", ())])


def test_where_taggers_say_the_same_the_first_speaks_and_names_the_others() -> None:
    article = plain_article("x", "Ann Lee left.")
    layers = [
        Layer(article.digest, agent, (Annotation(Span(0, 7), label, agent, certainty),))
        for agent, label, certainty in (
            ("a", "persName", 0.6), ("b", "persName", 0.9), ("c", "orgName", 1.0), ("a-2", "persName", 0.1),
        )
    ]  # fmt: skip
    [one] = combined(article, layers)
    assert (one.agents, one.certainty, one.label) == (("a", "b", "a-2"), 0.9, "persName")


def test_who_agrees_with_a_person_or_the_reader_is_not_named() -> None:
    article = plain_article("x", "Ann Lee left.")
    layers = [
        Layer(article.digest, agent, (Annotation(Span(0, 7), "persName", agent),))
        for agent in ("default", "b", "reader", "ed-mk")
    ]
    assert [one.agents for one in combined(article, layers)] == [("ed-mk",)]
    assert [one.agents for one in combined(article, layers[:3])] == [("reader",)]
