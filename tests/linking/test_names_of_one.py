"""Several names of one person or organisation, acronyms, authors, and how sure a link is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.linking.acronyms import expansions
from tei_edition.linking.named import Organisations
from tei_edition.linking.persons import Persons
from tei_edition.linking.speakers import Speakers
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation, Layer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the New Housing Policy (NHP) began", {"NHP": "New Housing Policy"}),
        ("the Bank of the North Sea (BNS) failed", {"BNS": "Bank of the North Sea"}),
        ("the Bank of the North Sea (BONS) failed", {}),
        ("Anglo-Baltic Trading Union (A.B.T.U.) met", {"ABTU": "Anglo-Baltic Trading Union"}),
        ("He left. National (XYZ)", {}),
        ("a word (no) more (A)", {}),
    ],
)
def test_an_acronym_is_explained_by_the_words_before_it(text: str, expected: dict[str, str]) -> None:
    assert {name: span.of(text) for name, span in expansions(text).items()} == expected


@given(st.text(st.sampled_from("AB ab().,-\n"), max_size=60))
def test_any_text_can_be_searched_for_acronyms(text: str) -> None:
    for acronym, span in expansions(text).items():
        assert len(acronym) > 1
        assert 0 <= span.start < span.end <= len(text)


def annotated(text: str, *names: tuple[str, str], agent: str = "default") -> dict[str, list[Annotation]]:
    article = plain_article("x", text)
    found, position = [], 0
    for label, words in names:
        start = text.index(words, position)
        position = start + len(words)
        found.append(Annotation(Span(start, position), label, agent, 0.6))
    linked = link(article, [Layer(article.digest, agent, tuple(found))])
    by_words: dict[str, list[Annotation]] = {}
    for one in linked.annotations:
        by_words.setdefault(one.span.of(text), []).append(one)
    return by_words


def test_an_acronym_takes_the_label_of_what_it_stands_for() -> None:
    text = "The Lower Valley Region (LVR) is poor. The LVR is dry."
    found = annotated(text, ("placeName", "Lower Valley Region"), ("orgName", "LVR"), ("orgName", "LVR"))
    assert {one.label for one in found["LVR"]} == {"placeName"}


def test_a_policy_is_no_organisation() -> None:
    names = [("orgName", "New Housing Policy"), ("orgName", "NHP"), ("orgName", "NHP")]
    text = "The New Housing Policy (NHP) began. The NHP failed."
    assert annotated(text, *names) == {}
    assert set(annotated(text, *names, agent="ed-x")) == {"New Housing Policy", "NHP"}


@pytest.mark.parametrize(
    ("names", "short", "full"),
    [
        (["Central Water Commission", "Water Commission"], "Water Commission", "Central Water Commission"),
        (["Norton Steel Corp.", "Norton Steel"], "Norton Steel", "Norton Steel Corp."),
        (["National Labor Board", "NLB"], "NLB", "National Labor Board"),
        (["the National Labor Board", "N.L.B."], "N.L.B.", "National Labor Board"),
        (
            ["East Water Commission", "West Water Commission", "Water Commission"],
            "Water Commission",
            "Water Commission",
        ),
        (["Labor Party", "Party"], "Party", "Party"),
        (["the Daily Agency", "Daily Agency"], "the Daily Agency", "Daily Agency"),
    ],
)
def test_a_short_name_means_the_one_long_name(names: list[str], short: str, full: str) -> None:
    organisations = Organisations(names, {})
    assert organisations.full(short) == full
    assert organisations.reference(short) == organisations.reference(full)


@given(st.lists(st.sampled_from(["A", "B", "AB", "A-B", "the A B C", "A B C Inc.", "A B C", "B C", "ABC"])))
def test_every_name_of_an_organisation_has_its_entity(names: list[str]) -> None:
    organisations = Organisations(names, {})
    assert {entity.id for entity in organisations.entities()} == {organisations.reference(name) for name in names}


def test_a_surname_is_as_sure_as_the_full_name_makes_it() -> None:
    found = annotated("Ann Lee spoke. Lee left.", ("persName", "Ann Lee"), ("persName", "Lee"))
    assert found["Lee"][0].certainty >= 0.9
    assert annotated("Lee left.", ("persName", "Lee"))["Lee"][0].certainty == 0.6


def test_an_unclear_place_is_less_sure() -> None:
    assert annotated("He left Springfield.", ("placeName", "Springfield"))["Springfield"][0].certainty <= 0.6


def test_certainties_of_persons() -> None:
    persons = Persons([("Ann Lee", ""), ("Lee", ""), ("Ann", ""), ("Bob Roe", ""), ("Moe", "")], {})
    assert persons.certainty("Lee", "") > persons.certainty("Ann", "") > persons.certainty("Moe", "") == 0
    assert persons.certainty("Bob Roe", "") == 0


def test_a_speaker_within_a_phrase_is_its_one_person_and_never_its_organisation() -> None:
    bank = Annotation(Span(16, 20), "orgName", "x", features=(("ref", "org-bank"),))
    lee = Annotation(Span(22, 25), "persName", "x", features=(("ref", "pers-lee"),))
    speakers = Speakers("a spokesman, of Bank, Lee said “Never”", [bank, lee])
    quotation = Span(30, 35)
    assert speakers.reference(Annotation(quotation, "said", "x", speaker=Span(0, 25))) == "pers-lee"
    assert speakers.reference(Annotation(quotation, "said", "x", speaker=Span(0, 20))) is None
    assert speakers.reference(Annotation(quotation, "said", "x", speaker=Span(16, 20))) == "org-bank"
    assert speakers.reference(Annotation(quotation, "said", "x")) is None


@pytest.mark.parametrize(
    ("phrase", "is_she"),
    [
        ("Lee", True),
        ("the mayor, Lee", True),
        ("the mayor of Leeds, Lee", True),
        ("Professor Lee", True),
        ("Lee's lawyer", False),
        ("Lee’s lawyer", False),
        ("a spokesman for Lee", False),
        ("the widow of Mr. Lee", False),
    ],
)
def test_who_speaks_for_a_person_is_another(phrase: str, *, is_she: bool) -> None:
    start = phrase.index("Lee")
    start += phrase[start:].startswith("Leeds") and phrase.rindex("Lee") - start
    lee = Annotation(Span(start, start + 3), "persName", "x", features=(("ref", "pers-lee"),))
    said = Annotation(Span(len(phrase) + 1, len(phrase) + 5), "said", "x", speaker=Span(0, len(phrase)))
    assert (Speakers(f"{phrase} “No”", [lee]).reference(said) == "pers-lee") is is_she


def test_a_work_has_the_author_that_the_text_says() -> None:
    article = plain_article("x", "Ann Lee praised her book The Sea.")
    title = Annotation(Span(25, 32), "title", "x", features=(("level", "m"),), speaker=Span(0, 7))
    layer = Layer(article.digest, "x", (Annotation(Span(0, 7), "persName", "x"), title))
    (work,) = [entity for entity in link(article, [layer]).entities if entity.kind == "work"]
    assert (work.feature("author"), work.feature("authorRef")) == ("Ann Lee", "pers-lee-ann")
