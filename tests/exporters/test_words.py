"""No word is lost, glued to another or parted, whatever kind of element it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from exported_words import missing, words_of, words_of_epub, words_of_text
from tei_edition.exporters.epub import export_epub
from tei_edition.exporters.text import TextOptions, export_text
from tei_samples import document

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument

Flavour = Literal["reading", "diplomatic"]


def lost_in_text(given: TeiDocument, flavour: Flavour) -> dict[str, list[str]]:
    exported = export_text([given], TextOptions(flavour=flavour, header=False))
    words = words_of(given, "reading" if flavour == "reading" else "original")
    return missing(words, words_of_text(exported.artifacts[0].data.decode()))


def lost_in_book(given: TeiDocument) -> dict[str, list[str]]:
    return missing(words_of(given), words_of_epub(export_epub([given]).artifacts[0].data))


def test_samples(samples: list[TeiDocument]) -> None:
    for given in samples:
        assert lost_in_book(given) == {}, given.name
        assert lost_in_text(given, "reading") == {}, given.name
        assert lost_in_text(given, "diplomatic") == {}, given.name


def test_third_party_files(third_party: list[TeiDocument]) -> None:
    for given in third_party:
        if export_text([given]).artifacts:
            assert lost_in_book(given) == {}, given.name
            assert lost_in_text(given, "reading") == {}, given.name
            assert lost_in_text(given, "diplomatic") == {}, given.name


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<sp><speaker>ANN</speaker><p>Yes.</p></sp>", "speaker"),
        ("<p>wo<note>Inner.</note>rd</p>", "note"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "table"),
        ("<lg><l>one</l><l>two</l></lg>", "verse"),
        ("<div><head>Head</head><head>Second</head><p>x</p></div>", "head"),
        ("<list><head>H</head><label>a</label><item>b</item>stray<item>c</item></list>", "list"),
        ("<list><item>a<list><item>b</item></list>c</item></list>", "list"),
        ("<castList><castItem><role>A</role><roleDesc>b</roleDesc></castItem></castList>", "front"),
        ("<p>see<ptr target='http://a.org/b'/> <subst><del>old</del><add>new</add></subst></p>", "p"),
        ("<l><label>A</label>one</l>", "verse"),
        ("<p>doci<del>m</del>lis <app><lem>a</lem><rdg>b</rdg></app>c</p>", "p"),
    ],
)
def test_every_kind_of_element(body: str, kind: str) -> None:
    given = document(body)
    assert kind == "front" or kind in words_of(given)
    assert lost_in_book(given) == {}
    assert lost_in_text(given, "reading") == {}


def test_the_test_sees_glued_and_lost_words() -> None:
    given = document("<div><head>One two</head><p>three</p></div>")
    assert missing(words_of(given), words_of_text("Onetwo three")) == {"head": ["One", "two"]}
