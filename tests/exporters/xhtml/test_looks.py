"""Looks that a project gives to elements: its own, of any namespace, and those of TEI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.html import HtmlOptions, export_html
from tei_edition.exporters.reading.header import header_of
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.xhtml.presentation import BLOCKS, PHRASES, Presentation, look_of, selector_of
from tei_edition.exporters.xhtml.transformation import chapter_of
from tei_samples import document

if TYPE_CHECKING:
    from tei_edition.exporters.xhtml.chapter import Chapter

_ENTRIES = {"ann": "persons.xhtml#ann", "aurora": "organisations.xhtml#aurora"}


def chapter(body: str, elements: dict[str, str]) -> Chapter:
    unit = units_of(document(body)).units[0]
    presentation = Presentation(elements=elements)
    return chapter_of(unit, header_of(unit.tei), _ENTRIES, {}, presentation=presentation)


def test_elements_of_a_project_and_of_tei() -> None:
    own = "<poster xmlns='urn:x'>Strike!</poster>", "<shout xmlns='urn:x'>Now</shout>"
    body = f"<div>{own[0]}<p>{own[1]} <emph>or</emph> never</p></div>"
    made = chapter(body, {"poster": "blockquote.poster", "shout": "strong", "emph": ".loud"})
    assert '<blockquote class="poster">Strike!</blockquote>' in made.body
    assert '<strong class="shout">Now</strong> <em class="emph loud">or</em> never' in made.body
    assert made.findings == (), "what the project shows is not unknown"


@pytest.mark.parametrize(
    ("elements", "shown"),
    [
        ({"a": "b"}, {"urn:x": "b", "urn:y": "b"}),
        ({"{urn:x}a": "b"}, {"urn:x": "b", "urn:y": "span"}),
        ({"{urn:x}a": "b", "a": "i"}, {"urn:x": "b", "urn:y": "i"}),
    ],
)
def test_names_with_a_namespace(elements: dict[str, str], shown: dict[str, str]) -> None:
    for namespace, html in shown.items():
        made = chapter(f"<p>An <a xmlns='{namespace}'>own</a> one</p>", elements)
        assert f'<{html} class="a">own</{html}>' in made.body


def test_one_type_of_an_element() -> None:
    body = "<p><rs type='ship'>Aurora</rs>, <rs type='person'>Ann</rs>, <rs>it</rs></p>"
    made = chapter(body, {"rs[type=ship]": "i.ship", "rs": "span.named"})
    assert re.findall(r'<(\w+) class="rs (\w+)">', made.body) == [("i", "ship"), ("span", "named"), ("span", "named")]


def test_links_to_the_indexes_stay() -> None:
    body = (
        "<div><sign xmlns='urn:x' ref='#aurora'>The Aurora</sign><p><persName ref='#ann'>Ann</persName> on the "
        "<vessel xmlns='urn:x' ref='#aurora'>Aurora</vessel> and <rs ref='#nobody'>nobody</rs></p></div>"
    )
    made = chapter(body, {"persName": "b.person", "vessel": "i", "sign": "p.sign", "rs": "em"})
    assert [mention.entry for mention in made.mentions] == ["aurora", "ann", "aurora"]
    assert 'href="persons.xhtml#ann"><b class="persName person">Ann</b></a>' in made.body
    assert 'href="organisations.xhtml#aurora"><i class="vessel">Aurora</i></a>' in made.body
    assert re.search(r'<p class="sign"><a id="m-1" class="mention" href="[^"]*aurora">The Aurora</a></p>', made.body)
    assert '<em class="rs">nobody</em>' in made.body
    for mention in made.mentions:
        assert made.body.count(f' id="{mention.id}"') == 1


def test_names_that_are_blocks_are_links_too() -> None:
    made = chapter("<div><persName ref='#ann'>Ann</persName><p>spoke.</p></div>", {})
    assert re.search(r'<p class="persName"><a id="m-1" class="mention" href="persons.xhtml#ann">Ann</a></p>', made.body)


def test_blocks_stay_well_formed() -> None:
    body = "<p>Before <verse xmlns='urn:x'>one<l xmlns='http://www.tei-c.org/ns/1.0'>two</l></verse> after</p>"
    made = chapter(body, {"verse": "p"})
    assert '<div class="verse">' in made.body, "a block with a block in it cannot be a p"
    assert re.sub(r"<[^>]+>", " ", made.body).split()[-4:] == ["Before", "one", "two", "after"]


def test_the_web_edition_shows_them_too() -> None:
    given_ = document("<p>A <shout xmlns='urn:x'>now</shout></p>")
    options = HtmlOptions(presentation=Presentation(elements={"{urn:x}shout": "strong.loud"}))
    pages = [one.data.decode() for one in export_html([given_], options).artifacts if one.name.startswith("articles/")]
    assert '<strong class="shout loud">now</strong>' in pages[0]


@given(st.sampled_from(sorted(PHRASES | BLOCKS | {""})), st.lists(st.from_regex(r"[a-z][\w-]{0,5}", fullmatch=True)))
def test_a_look_is_an_element_and_classes(html: str, classes: list[str]) -> None:
    written = ".".join([html, *classes])
    if written:
        assert look_of(written).html == html
        assert look_of(written).classes == tuple(classes)


@pytest.mark.parametrize("value", ["", "script", "div onclick", "a.x", "h1", ".", "div.", "div..x", ".1"])
def test_what_is_no_look(value: str) -> None:
    with pytest.raises(ValueError, match="not a look"):
        Presentation(elements={"x": value})


@pytest.mark.parametrize(
    ("key", "selector"),
    [
        ("poster", ("poster", "")),
        ("{http://a.org/ns}poster", ("{http://a.org/ns}poster", "")),
        ("div[type=poster]", ("div", "poster")),
        ("{urn:x}a[type=b c]", ("{urn:x}a", "b c")),
    ],
)
def test_names_of_elements(key: str, selector: tuple[str, str]) -> None:
    assert selector_of(key) == selector


@pytest.mark.parametrize(
    "key", ["", "1a", "a b", "x:a", "a[type]", "a[n=1]", "{}a", "{urn:x}", "a[type=]", "a[type=]]"]
)
def test_what_names_no_element(key: str) -> None:
    with pytest.raises(ValueError, match="not the name of an element"):
        Presentation(elements={key: "b"})
