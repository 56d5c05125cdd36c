from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from tei_edition.core.line_index import LineIndex
from tei_edition.core.span import Span
from tei_edition.model.article import Block
from tei_edition.readers.language import language_of
from tei_edition.readers.repairs import broken_words


def mended(text: str) -> list[tuple[str, str]]:
    repairs, _ = broken_words(text, (Block("p", Span(0, len(text))),), LineIndex(text, "x.txt"))
    return [(repair.span.of(text), repair.replacement) for repair in repairs]


@given(texts)
def test_a_repair_only_takes_white_space_and_a_hyphen_away(text: str) -> None:
    for original, whole in mended(text):
        assert original.replace("-", "").replace(" ", "").replace("\n", "").replace("\t", "") == whole.replace("-", "")


@pytest.mark.parametrize(
    ("text", "original", "whole"),
    [
        ("A petty- bourgeois party; petty habits, a bourgeois one.", "petty- bourgeois", "petty-bourgeois"),
        ("The govern- ment fell. A new government came.", "govern- ment", "government"),
        ("He is self- taught, they say.", None, None),
        ("A twenty- first try; the twenty-first of May.", "twenty- first", "twenty-first"),
        ("The com-\nmittee sat.", "com-\nmittee", "committee"),
    ],
)
def test_the_text_itself_shows_the_form(text: str, original: str | None, whole: str | None) -> None:
    assert mended(text) == ([(original, whole)] if original else [])


@pytest.mark.parametrize("text", ["pre- and post-war years", "Nord- und Ostsee", "ten - twenty", "-- yes", "A- b c"])
def test_what_is_no_broken_word_is_left_alone(text: str) -> None:
    assert mended(text) == []


def test_what_the_text_does_not_show_is_only_told() -> None:
    text = "An over- powering smell."
    repairs, findings = broken_words(text, (Block("p", Span(0, len(text))),), LineIndex(text, "x.txt"))
    assert repairs == ()
    assert [(finding.code, finding.locus.column) for finding in findings] == [("A612", 4)]


def test_furniture_is_not_repaired() -> None:
    text = "petty- bourgeois petty bourgeois petty bourgeois"
    assert broken_words(text, (Block("fw", Span(0, len(text))),), LineIndex(text, "x.txt")) == ((), ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The price of coal and the state of the roads were before the committee that day.", "en"),
        ("Der Preis der Kohle und der Zustand der Straßen war nicht das, was man von ihm hielt.", "de"),
        ("Le prix du charbon et l'état des routes sont dans le rapport que la commission a lu.", "fr"),
        ("El precio del carbón y el estado de los caminos en la ciudad no es lo que se decía.", "es"),
        ("Ceny węgla i stan dróg nie są tym, co się o nich mówi, ale tak już jest w tym mieście.", "pl"),
        ("12 34 56", None),
        ("Xqz wvu tsr qpo nml kji hgf edc", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
