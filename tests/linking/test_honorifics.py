"""Words of address are no names: none becomes a person or a speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.linking.honorifics import is_honorific
from tei_edition.linking.speakers import Speakers
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation, Layer

WORDS = st.lists(st.sampled_from(["Sir", "Mr.", "Mrs.", "Madam", "Dr.", "his", "Lordship", "SIR", "dear"]), max_size=4)
NAMES = st.sampled_from(["Vale", "Nora", "O'Dell", "Ångström", "Wu", "Grace", "King"])


@pytest.mark.parametrize(
    "words",
    ["Sir", "SIR", "Lordship", "his Lordship", "Your Majesty", "Mr.", "Mr. and Mrs."[:3], "Dear Sir", "Ma’am", "Herr",
     "Her Royal Highness", "Your Grace", "His Holiness", "the Captain", "My Lord", "Señor"],
)  # fmt: skip
def test_words_of_address(words: str) -> None:
    assert is_honorific(words)


@pytest.mark.parametrize(
    "words",
    ["Sir Nora", "Grace", "Dear Grace", "Lord Vale", "Mr. Vale", "King", "Dean", "Don", "Prince", "Honor", "", "...",
     "his", "Captain Vale", "Earl", "Lady Grace"],
)  # fmt: skip
def test_names_with_and_like_words_of_address(words: str) -> None:
    assert not is_honorific(words)


@given(WORDS, NAMES)
def test_a_name_after_any_address_is_a_name(words: list[str], name: str) -> None:
    assert not is_honorific(" ".join([*[word for word in words if word != "his"], name]))


@given(st.text(max_size=20))
def test_any_text_can_be_asked(text: str) -> None:
    assert is_honorific(text) == is_honorific(f" {text} ")


def _linked(text: str, label: str, words: str, agent: str = "default") -> tuple[list[str], list[str]]:
    article = plain_article("x", text)
    span = Span(text.index(words), text.index(words) + len(words))
    quoted = Annotation(Span(0, text.index(",") + 2), "said", agent, speaker=span)
    result = link(article, [Layer(article.digest, agent, (quoted, Annotation(span, label, agent)))])
    who = [value for one in result.annotations if (value := one.feature("who"))]
    return [entity.id for entity in result.entities], who


def test_an_address_is_neither_a_person_nor_a_speaker() -> None:
    assert _linked('"We wait," said Sir.', "persName", "Sir") == ([], [])
    assert _linked('"We wait," said his Lordship.', "persName", "his Lordship") == ([], [])
    assert _linked('"We wait," said Sir Nora.', "persName", "Sir Nora")[1] == ["pers-nora-sir"]


def test_what_an_editor_calls_a_person_is_one() -> None:
    assert _linked('"We wait," said Sir.', "persName", "Sir", "ed-nv")[0] == ["pers-sir"]


@pytest.mark.parametrize(
    ("label", "reference", "expected"),
    [
        ("persName", "pers-vale", "pers-vale"),
        ("orgName", "org-vale", "org-vale"),
        ("orgName", "#org-vale", "#org-vale"),
        ("orgName", "place-vale", None),
        ("orgName", "#place-vale", None),
        ("persName", "work-vale", None),
        ("orgName", "event-vale", None),
        ("placeName", "place-vale", None),
        ("title", "work-vale", None),
    ],
)
def test_only_persons_and_organisations_speak(label: str, reference: str, expected: str | None) -> None:
    name = Annotation(Span(10, 14), label, "default", features=(("ref", reference),))
    quoted = Annotation(Span(0, 8), "said", "default", speaker=Span(10, 14))
    assert Speakers("“I left,”  Vale said.", [quoted, name]).reference(quoted) == expected


@given(st.sampled_from(["placeName", "geogName", "title", "date", "persName", "orgName"]))
def test_the_who_of_a_linked_quotation_is_a_person_or_an_organisation(label: str) -> None:
    entities, who = _linked('"We wait," said Boston Common.', label, "Boston Common")
    assert all(one.startswith(("pers-", "org-")) for one in who)
    assert set(who) <= set(entities)
