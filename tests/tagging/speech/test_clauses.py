"""Subjects and reporting clauses, on names that the test gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import Metadata, plain_article
from tei_edition.model.layer import Annotation
from tei_edition.tagging import tag
from tei_edition.tagging.speech.addresses import addressed, mentioned
from tei_edition.tagging.speech.cast import Cast, cast
from tei_edition.tagging.speech.clauses import BEAT, VERB, WEAK, after, before, main_subject, subject_of
from tei_edition.tagging.speech.subjects import ending, starting
from tei_edition.tagging.speech.words import forms, speech_words

PERSONS = re.compile(r"Ann Lee|Bob Roe|Tom Orr|Lee\b|Roe\b")
ORGANISATIONS = re.compile(r"World Bank|Acme")


def known(text: str) -> Cast:
    names = [Annotation(Span(*match.span()), "persName", "x") for match in PERSONS.finditer(text)]
    names += [Annotation(Span(*match.span()), "orgName", "x") for match in ORGANISATIONS.finditer(text)]
    return cast(text, sorted(names, key=lambda name: name.span), ())


@pytest.mark.parametrize(
    ("text", "subject", "kind"),
    [
        ("Ann Lee, the mayor.", "Ann Lee", "name"),
        ("the mayor, Ann Lee, on Monday.", "Ann Lee", "name"),
        ("World Bank president Ann Lee.", "Ann Lee", "name"),
        ("he to Ann Lee.", "he", "pronoun"),
        ("I, quite softly.", "I", "narrator"),
        ("the old man with the basket.", "the old man", "nominal"),
        ("a spokesman for Acme today.", "a spokesman for Acme", "nominal"),
        ("an official who knew.", "an official", "nominal"),
        ("county officials.", "county officials", "nominal"),
        ("his uncle softly.", "his uncle", "nominal"),
        ("Zork to the others.", "Zork", "name"),
        ("the World Bank in a report.", "World Bank", "name"),
    ],
)
def test_the_subject_that_begins_here(text: str, subject: str, kind: str) -> None:
    found = starting(known(text), 0, len(text))
    assert found is not None
    assert (found.span.of(text), found.kind) == (subject, kind)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Then the mayor", "the mayor"),
        ("But the president of the World Bank", "the president of the World Bank"),
        ("and she", "she"),
        ("Police", "Police"),
        ("In answer Zork", "Zork"),
        ("to Ann Lee", None),
    ],
)
def test_the_subject_that_ends_here(text: str, subject: str | None) -> None:
    found = ending(known(text), 0, len(text))
    assert (found.span.of(text) if found else None) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee has also", "Ann Lee"),
        ("Ann Lee, a clerk who met Bob Roe in 1990,", "Ann Lee"),
        ("When Bob Roe came, Ann Lee", "Ann Lee"),
        ("But after the war, Ann Lee", "Ann Lee"),
        ("Ann Lee met Bob Roe and", "Ann Lee"),
        ("Ann Lee, who", "Ann Lee"),
        ("She met Bob Roe and then", "She"),
        ("For Bob Roe, Ann Lee", "Ann Lee"),
    ],
)
def test_the_subject_of_a_verb(text: str, subject: str) -> None:
    found = subject_of(known(text), 0, len(text))
    assert found is not None
    assert found.span.of(text) == subject


@pytest.mark.parametrize(
    ("text", "comma", "subject", "strength"),
    [
        (" said Ann Lee.", True, "Ann Lee", VERB),
        (" Ann Lee said.", True, "Ann Lee", VERB),
        (" Ann Lee, the mayor, said.", True, "Ann Lee", VERB),
        (" twinkled Ann Lee.", True, "Ann Lee", WEAK),
        (" softly said Ann Lee.", True, "Ann Lee", VERB),
        (" according to Ann Lee.", True, "Ann Lee", VERB),
        (" Ann Lee sighed.", False, "Ann Lee", BEAT),
        (" Ann Lee went home.", False, "Ann Lee", BEAT),
        (" said he.", True, "he", VERB),
    ],
)
def test_what_follows_a_quotation(text: str, comma: bool, subject: str, strength: int) -> None:  # noqa: FBT001 - a case
    found = after(known(text), Span(0, len(text)), comma=comma)
    assert found is not None
    assert found.subject is not None
    assert (found.subject.span.of(text), found.strength) == (subject, strength)


@pytest.mark.parametrize("text", ["", " .", " and the rain fell.", " 1923."])
def test_nothing_follows(text: str) -> None:
    found = after(known(text), Span(0, len(text)), comma=True)
    assert found is None or found.subject is None


@pytest.mark.parametrize(
    ("text", "subject", "written"),
    [
        ("Ann Lee said that ", "Ann Lee", False),
        ("Ann Lee told Bob Roe: ", "Ann Lee", False),
        ("Said Ann Lee: ", "Ann Lee", False),
        ("According to Ann Lee, ", "Ann Lee", False),
        ("In a letter to Bob Roe, Ann Lee wrote: ", "Ann Lee", True),
        ("Ann Lee noted that the loss suggested to Bob Roe that ", "Ann Lee", False),
        ("Ann Lee had a simple answer: ", "Ann Lee", False),
        ("Ann Lee answered him in a speech, explaining that ", "Ann Lee", False),
    ],
)
def test_what_leads_to_a_quotation(text: str, subject: str, written: bool) -> None:  # noqa: FBT001 - a case
    found = before(known(text), Span(0, len(text)))
    assert found is not None
    assert found.subject is not None
    assert (found.subject.span.of(text), found.written) == (subject, written)


def test_a_sentence_without_a_verb_of_saying_leads_to_nothing() -> None:
    text = "Ann Lee walked through the "
    assert before(known(text), Span(0, len(text))) is None


def test_the_first_free_name_is_the_subject_of_a_sentence() -> None:
    text = "In Acme, Ann Lee saw Bob Roe."
    found = main_subject(known(text), Span(0, len(text)))
    assert found is not None
    assert found.span.of(text) == "Ann Lee"


@given(
    st.lists(
        st.sampled_from("Ann Lee said , that the mayor of he she I who and told : . Acme growled 's a to".split())
    ).map(" ".join)
)
def test_every_subject_lies_in_its_clause(text: str) -> None:
    people = known(text)
    whole = Span(0, len(text))
    found = [before(people, whole), after(people, whole, comma=True), after(people, whole, comma=False)]
    subjects = [one.subject for one in found if one is not None]
    for subject in (
        *subjects,
        starting(people, 0, len(text)),
        ending(people, 0, len(text)),
        main_subject(people, whole),
    ):
        if subject is not None:
            assert whole.contains(subject.span)
            assert subject.key
            assert len(subject.span)


def test_one_person_has_one_key() -> None:
    people = known("Ann Lee met Bob Roe. Lee left Roe. Ann Lee came.")
    assert people.keys[0] == people.keys[2] == people.keys[4]
    assert people.keys[1] == people.keys[3] != people.keys[0]
    assert people.genders[people.keys[0]] == "F"


def test_mr_and_mrs_are_two() -> None:
    text = "Mr. Lee met Mrs. Lee."
    names = [Annotation(Span(*match.span()), "persName", "x") for match in re.finditer("Lee", text)]
    people = cast(text, names, ())
    assert people.keys[0] != people.keys[1]
    assert [people.genders[key] for key in people.keys] == ["M", "F"]


def test_a_pronoun_means_the_subject_of_the_sentence_before() -> None:
    text = "Bob Roe wrote to Tom Orr of it. He smiled. She came."
    people = known(text)
    found = people.referent("M", text.index("He "), 0)
    assert found is not None
    assert found.span.of(text) == "Bob Roe"
    assert people.referent("F", text.index("She "), 0) is None
    assert people.referent("M", text.index("He "), text.index("He ")) is None


def test_a_role_means_its_one_bearer() -> None:
    text = "Senator Ann Lee met Bob Roe, the mayor, and Tom Orr, a mayor."
    people = known(text)
    assert people.mention(people.roles["senator"]).span.of(text) == "Ann Lee"
    assert people.roles["mayor"] == -1


def test_names_in_quotations_are_not_in_the_cast() -> None:
    text = '"Ann Lee is here," said Bob Roe.'
    names = [Annotation(Span(*match.span()), "persName", "x") for match in PERSONS.finditer(text)]
    assert [name.span.of(text) for name in cast(text, names, [Span(0, 18)]).names] == ["Bob Roe"]


@pytest.mark.parametrize(
    ("quoted", "key"),
    [
        ("Well, Lee, what now?", "p:ann lee:F"),
        ("You are late, Mr. Roe.", "p:bob roe:M"),
        ("No, my dear Zork!", "p:zork:"),
        ("What is it, captain?", "n:captain"),
    ],
)
def test_who_is_addressed(quoted: str, key: str) -> None:
    assert key in addressed(known("Ann Lee met Bob Roe."), quoted)


def test_who_is_only_mentioned_is_not_addressed() -> None:
    people = known("Ann Lee met Bob Roe.")
    assert "p:bob roe:M" not in addressed(people, "I saw Roe there yesterday.")
    assert mentioned(people, "I saw Roe there yesterday.") == {"p:bob roe:M"}


def test_forms_of_verbs() -> None:
    assert forms("announce") == ("announce", "announces", "announced", "announcing")
    assert forms("reply") == ("reply", "replies", "replied", "replying")
    assert forms("admit") == ("admit", "admits", "admitted", "admitting")
    assert forms("screech")[1] == "screeches"
    assert {"said", "told", "explaining", "wrote"} <= speech_words().saying
    assert speech_words().writing <= speech_words().saying


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Fifty-two years later Captain John Rule recalled that "he swept my floor."', "John Rule"),
        ('One evening Ann Lee said that "nothing is lost."', "Ann Lee"),
        ('"So be it," said her colleague Martin Dove.', "Martin Dove"),
        ('"So be it," said state Rep. Tim Brand.', "Tim Brand"),
        ('It was, in the phrase of Hugo Lenz, "a clock without hands."', "Hugo Lenz"),
        ('Ann Lee told her aides the town was "at the edge," according to two people who were there.', "Ann Lee"),
    ],
)
def test_who_is_the_subject_and_who_is_not(text: str, speaker: str) -> None:
    article = plain_article("x", text, Metadata(language="en"))
    [one] = [one for one in tag(article).annotations if one.label == "said"]
    assert one.speaker is not None
    assert one.speaker.of(text) == speaker
