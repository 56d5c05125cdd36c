"""Editions of very many entries, dates and places: pages stay of a size that a browser opens at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_samples import HEADER, document

if TYPE_CHECKING:
    from exporters.html.conftest import MakeSite


def test_a_very_long_timeline_has_pages(site: MakeSite) -> None:
    dates = "".join(f'<date when="{1500 + number % 400}">then</date> ' for number in range(1600))
    files = site(document(f"<p>{dates}</p>"), document(dates[:30].replace("1500", "1899").join(("<p>", "</p>"))))
    pages = sorted(name for name in files if name.startswith("timeline-"))
    assert pages == ["timeline-1500.html", "timeline-1625.html", "timeline-1750.html", "timeline-1875.html"]
    sections = {name: re.findall(r'id="year-(\d+)"', files[name]) for name in pages}
    assert sum(map(len, sections.values())) == 400
    assert "year-" not in re.sub(r'"[^"]*#year-[^"]*"', "", files["timeline.html"])
    bars = re.findall(r'href="(timeline-\d+\.html)#year-(\d+)"', files["timeline.html"])
    assert bars
    assert all(year in sections[name] for name, year in bars)
    assert files["timeline.html"].count('<span class="number">500</span>') == 3
    assert 'aria-current="true">Timeline' in files[pages[0]]


def test_a_map_of_very_many_places_has_those_mentioned_most(site: MakeSite) -> None:
    places = "".join(
        f'<place xml:id="p{number}"><placeName>P{number}</placeName><location><geo>{number % 80} {number % 170}</geo>'
        "</location></place>"
        for number in range(1200)
    )
    body = '<p><placeName ref="#p1199">P</placeName></p>'
    page = site(document(body, f"{HEADER}<standOff><listPlace>{places}</listPlace></standOff>"))["map.html"]
    whole = page.partition("</svg>")[0]
    assert whole.count('class="dot"') == 1000
    assert ">P1199: 1 mention<" in whole
    assert page.count('<th scope="row">') == 1000
    assert "the 1000 places with coordinates that are mentioned most" in page


def test_very_long_indexes_have_a_page_a_letter(site: MakeSite) -> None:
    names = [f"{letter}{number:03d}" for letter in "ABŽ" for number in range(300)]
    people = "".join(
        f'<person xml:id="{name}"><persName>{name}</persName><persName>Xaver {name}</persName></person>'
        for name in names
    )
    body = '<p><persName ref="#A001">A</persName> met <persName ref="#Ž001">Ž</persName></p>'
    files = site(document(body, f"{HEADER}<standOff><listPerson>{people}</listPerson></standOff>"))
    pages = {name for name in files if name.startswith("persons-")}
    assert pages == {"persons-a.html", "persons-b.html", "persons-z.html", "persons-x.html"}
    assert re.findall(r'<a href="(persons-\w\.html)">\w</a> <span>([^<]*)', files["persons.html"]) == [
        ("persons-a.html", "A000 – A299"),
        ("persons-b.html", "B000 – B299"),
        ("persons-x.html", "Xaver A000 – Xaver Ž299"),
        ("persons-z.html", "Ž000 – Ž299"),
    ]
    article = next(page for name, page in files.items() if name.startswith("articles/"))
    assert 'href="../persons-a.html#A001"' in article
    assert re.search(r'href="\.\./persons-z\.html#[^"]+"', article)
    assert '<a href="persons-a.html#A000">A000</a>' in files["persons-x.html"], "a see-reference leads to its page"
    assert 'aria-current="true">Persons' in files["persons-z.html"]
    assert 'aria-current="page">Z' in files["persons-z.html"]
    assert '["A001","persons","persons-a.html#A001",1' in files["search/index.js"]
