from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import Article, Block, Metadata, Stated, plain_article
from tei_edition.tagging import stated, tag
from tei_edition.tagging.dates import dates


def tagged(text: str) -> set[tuple[str, str]]:
    return {(one.label, one.span.of(text)) for one in tag(plain_article("x", text)).annotations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met communist leader V.I. Lenin there.", ("persName", "V.I. Lenin")),
        ("We saw President Gerald Ford's car.", ("persName", "Gerald Ford")),
        ("We asked Mr. Xylander about it.", ("persName", "Xylander")),
        ("They left for Kenya.", ("placeName", "Kenya")),
        ("The Soviet Union answered.", ("placeName", "Soviet Union")),
        ("He swam in the Hudson River.", ("placeName", "Hudson River")),
        ("She joined the Bolshevik Party early.", ("orgName", "Bolshevik Party")),
        ("He studied at the University of Leeds.", ("orgName", "University of Leeds")),
        ("He wrote it in his book The Art of Rowing, in English.", ("title", "The Art of Rowing")),
        ("She read it in The New York Times.", ("title", "The New York Times")),
    ],
)
def test_a_name_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in tagged(text)


def test_a_surname_is_a_person_wherever_a_full_name_explains_it() -> None:
    assert ("persName", "Zemlinov") in tagged("Yesterday Zemlinov left. Later Anna Zemlinov wrote.")


@pytest.mark.parametrize(
    "text", ["The German workers came.", "However, it rained.", "On Monday they met.", "When was it?"]
)
def test_no_name_is_found(text: str) -> None:
    assert not {label for label, _ in tagged(text)} & {"persName", "placeName", "orgName"}


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        ("on April 28, 1997, he", "April 28, 1997", {"when": "1997-04-28"}),
        ("on 28 April 1997 he", "28 April 1997", {"when": "1997-04-28"}),
        ("In August 1940, an", "August 1940", {"when": "1940-08"}),
        ("defeated in 1923 due", "1923", {"when": "1923"}),
        ("the 1918-20 war", "1918-20", {"from": "1918", "to": "1920"}),
        ("in early 1921, to", "early 1921", {"notBefore": "1921-01", "notAfter": "1921-04"}),
        ("in the 1920s they", "the 1920s", {"from": "1920", "to": "1929"}),
        ("on May 3 they", "May 3", {"when": "--05-03"}),
    ],
)
def test_dates(text: str, span: str, features: dict[str, str]) -> None:
    (found,) = dates(text, Span(0, len(text)), "default")
    assert found.span.of(text) == span
    assert dict(found.features) == features


@pytest.mark.parametrize(
    "text", ["for $1923 each", "No. 1923 of", "some 1900 workers came", "February 31, 1997 x"[:12], "in room 1923"]
)
def test_numbers_are_no_dates(text: str) -> None:
    assert dates(text, Span(0, len(text)), "default") == ()


@given(st.text(st.sampled_from("0123456789 -/,.May 1997April"), max_size=40))
def test_every_value_is_a_w3c_date(text: str) -> None:
    for one in dates(text, Span(0, len(text)), "default"):
        for _, value in one.features:
            assert re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?|--(0[1-9]|1[0-2])-\d\d", value)


def test_what_the_article_states_of_itself() -> None:
    text = "The Globe Vol.6/No.7 p. 3 May 4, 1901\nBy ANN LEE"
    metadata = Metadata(
        authors=(Stated("Ann Lee", Span(41, 48)), Stated("Nobody")),
        periodical=Stated("The Globe", Span(0, 9)),
        volume=Stated("6", Span(14, 15)),
        issue=Stated("7", Span(19, 20)),
        date=Stated("1901-05-04", Span(26, 37)),
    )
    layer = stated(Article("x", text, (Block("p", Span(0, len(text))),), metadata))
    assert [(one.label, one.span.of(text), dict(one.features)) for one in layer.annotations] == [
        ("title", "The Globe", {"level": "j"}),
        ("num", "6", {"type": "volume"}),
        ("num", "7", {"type": "issue"}),
        ("date", "May 4, 1901", {"when": "1901-05-04"}),
        ("persName", "ANN LEE", {}),
    ]
