from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tei_edition.model.article import SPACE, Article, Block
from tei_edition.readers.html import read_html
from tei_edition.readers.html.charset import declared
from tei_edition.readers.html.page import read_page
from tei_edition.readers.html.stated import iso, page_metadata
from tei_edition.readers.html.tokens import Close, Open, Text, tokens

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Harbour Works Begin - The Daily Argus</title>
<meta property="og:site_name" content="The Daily Argus">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
 "headline": "Harbour Works Begin", "datePublished": "1996-05-05T10:00:00Z",
 "author": [{{"@type": "Person", "name": "Mary O'Neil"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<header class="site"><a href="/">The Daily Argus</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Harbour Works Begin</h1><p class="standfirst">The council votes the money</p>
<p class="byline">By <a rel="author" href="/mary">Mary O'Neil</a></p><time datetime="1996-05-05">5 May 1996</time>
<p>LEEDS, May 4 — {LONG}</p>
<p>He said: <em>not a penny</em>. <a href="javascript:alert(1)">Click</a> or <a href="https://argus.example/x">read</a>.</p>
<h2>The price of coal</h2><blockquote><p>{LONG}</p></blockquote>
<ul><li>Coal</li><li>Wood<ul><li>Oak</li></ul></li></ul>
<table><caption>Prices</caption><tr><th>Ware</th><th>Price</th></tr><tr><td>Coal</td><td>3</td></tr></table>
<figure><img src="/harbour.jpg" alt="x"><figcaption>The harbour in May</figcaption></figure>
<p>And the harbour lay in the night,<br>The ships were asleep and white,<br>Till the morning came;</p>
<div class="share-buttons">Share on Facebook</div></article>
<aside>Most read</aside><footer>All rights reserved</footer><script>document.write("no words")</script></body></html>"""


def article_of(page: str, name: str = "x.html") -> Article:
    article = read_html(name, page.encode()).article
    assert article is not None
    return article


def shape(article: Article) -> list[object]:
    return [nested(block, article.text) for block in article.blocks if block.kind != SPACE]


def nested(block: Block, text: str) -> object:
    kind = block.attribute("type")
    named = f"{block.kind} {kind}" if kind else block.kind
    children = [nested(child, text) for child in block.children if child.kind != SPACE]
    return (named, children) if children else (named, " ".join(block.span.of(text).split())[:20])


def test_a_page_with_everything() -> None:
    article = article_of(PAGE)
    assert shape(article) == [
        ("head main", "Harbour Works Begin"),
        ("head sub", "The council votes th"),
        ("byline", "By Mary O'Neil"),
        ("dateline", "5 May 1996"),
        ("opener", [("dateline", "LEEDS, May 4 —")]),
        ("p", LONG[:20]),
        ("p", "He said: not a penny"),
        ("head sub", "The price of coal"),
        ("quote block", [("p", LONG[:20])]),
        (
            "list bulleted",
            [("item", "Coal"), ("item", [("p", "Wood"), ("list bulleted", [("item", "Oak")])])],
        ),
        (
            "table",
            [
                ("head", "Prices"),
                ("row", [("cell", "Ware"), ("cell", "Price")]),
                ("row", [("cell", "Coal"), ("cell", "3")]),
            ],
        ),
        ("figure", [("head", "The harbour in May")]),
        (
            "lg stanza",
            [("l", "And the harbour lay "), ("l", "The ships were aslee"), ("l", "Till the morning cam")],
        ),
    ]


def test_what_a_page_states() -> None:
    known = article_of(PAGE).metadata
    stated = (known.title, *known.subtitles, *known.authors, known.date, known.periodical)
    assert [item.value for item in stated if item] == [
        "Harbour Works Begin",
        "The council votes the money",
        "Mary O'Neil",
        "1996-05-05",
        "The Daily Argus",
    ]
    assert known.language == "en-GB"


def test_inline_markup_is_annotated_and_no_script_is_linked() -> None:
    article = article_of(PAGE)
    told = [(one.label, one.span.of(article.text), dict(one.features)) for one in article.annotations]
    assert ("hi", "not a penny", {"rend": "italic"}) in told
    assert ("ref", "read", {"target": "https://argus.example/x"}) in told
    assert "Click" in article.text
    assert not any("javascript" in value for _, _, features in told for value in features.values())


def test_what_is_left_out_stands_in_the_ledger_with_its_reason() -> None:
    article = article_of(PAGE)
    assert [(entry.reason, entry.text) for entry in article.ledger] == [
        ("metadata", "Harbour Works Begin - The Daily Argus"),
        ("outside", "The Daily Argus"),
        ("navigation", "News Sport"),
        ("sharing", "Share on Facebook"),
        ("aside", "Most read"),
        ("footer", "All rights reserved"),
    ]
    told = [finding for finding in read_html("x.html", PAGE.encode()).findings if finding.code == "A631"]
    assert ["20 words" in finding.message for finding in told] == [True]
    assert "no words" not in article.text
    assert "color" not in article.text


def every_word(page: str) -> Counter[str]:
    """The words of a page but those of scripts and styles, told by nothing but its text tokens."""
    spaced = "".join(
        token.text if isinstance(token, Text) and token.raw not in {"script", "style"} else "\n" * (not _inline(token))
        for token in tokens(page)
    )
    return Counter("".join(spaced.split()))


def _inline(token: object) -> bool:
    return isinstance(token, Open | Close) and token.name in {"a", "em", "b", "i", "span", "strong", "tt"}


def letters(article: Article) -> Counter[str]:
    return Counter("".join("".join([article.text, *(entry.text for entry in article.ledger)]).split()))


def test_no_character_of_a_page_is_lost() -> None:
    assert letters(article_of(PAGE)) == every_word(PAGE)


@pytest.mark.slow
def test_no_character_of_the_development_pages_is_lost(shared: Path) -> None:
    for file in (shared / "articles" / "periodicals").glob("*.html"):
        data = file.read_bytes()
        article = read_html(file.name, data).article
        assert article is not None
        assert letters(article) == every_word(data.decode(article.source.encoding)), file


def test_a_page_without_any_hint_keeps_all_its_text() -> None:
    page = f"<h2>The MailBag</h2><p>{LONG}<p>{LONG}<hr><table><tr><td><h3>Next</h3><p>{LONG}</table>"
    assert shape(article_of(page)) == [
        ("head main", "The MailBag"),
        ("p", LONG[:20]),
        ("p", LONG[:20]),
        ("head sub", "Next"),
        ("p", LONG[:20]),
    ]
    assert article_of(page).ledger == ()


def test_a_page_whose_headline_is_a_mere_line() -> None:
    page = f"<div>May 5, 1951</div><div>Harbour Works Begin</div><div>By JOHN MILL</div><div>{LONG}</div><p>{LONG}</p>"
    article = article_of(page)
    assert [kind for kind, _ in shape(article)] == ["fw header", "head main", "byline", "p", "p"]  # type: ignore[misc, has-type]
    assert article.metadata.date
    assert article.metadata.date.value == "1951-05-05"
    assert [author.value for author in article.metadata.authors] == ["John Mill"]


def test_a_class_that_encloses_the_page_does_not_remove_it() -> None:
    article = article_of(f'<div class="page with-sidebar"><h1>Works</h1><p>{LONG}</p></div>')
    assert LONG in article.text


def test_menus_without_an_element_of_their_own() -> None:
    links = "".join(f'<div><a href="/{n}">Section {n}</a></div>' for n in range(4))
    article = article_of(f"{links}<h1>Works Begin</h1><p>{LONG}</p>")
    assert [entry.reason for entry in article.ledger] == ["navigation"]


def test_a_page_of_nothing_is_refused() -> None:
    reading = read_html("x.html", b"<html><body><script>var x</script></body></html>")
    assert reading.article is None
    assert [finding.code for finding in reading.findings] == ["X001"]


@pytest.mark.parametrize("depth", [10, 5000])
def test_deep_nesting_is_read(depth: int) -> None:
    assert LONG in article_of("<div><ul><li><b>" * depth + LONG).text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("a<b>c</b>", ["a", "<b>", "c", "</b>"]),
        ("1 < 2 & 3 &lt; 4", ["1 < 2 & 3 < 4"]),
        ("<!-- x --><p>y", ["<p>", "y"]),
        ("<script>if (a < b) '<p>'</script>z", ["<script>", "if (a < b) '<p>'", "</script>", "z"]),
        ("<title>A &amp; B</title>", ["<title>", "A & B", "</title>"]),
        ("<p", ["<p>"]),
        ("</>x", ["</>x"]),
        ("<!DOCTYPE html><?xml x?>y", ["y"]),
    ],
)
def test_tokens(page: str, shown: list[str]) -> None:
    found = [
        token.text if isinstance(token, Text) else f"<{'/' * isinstance(token, Close)}{token.name}>"
        for token in tokens(page)
    ]
    assert found == shown


def test_attributes_of_every_kind() -> None:
    (token,) = tokens("<A HREF='x y' Class=a&amp;b disabled title = \"q\">")
    assert isinstance(token, Open)
    assert token.name == "a"
    assert dict(token.attributes) == {"href": "x y", "class": "a&b", "disabled": "", "title": "q"}


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<meta charset="windows-1250">', "cp1250"),
        (b'<meta http-equiv="Content-Type" content="text/html;charset=iso-8859-1" />', "windows-1252"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b'<meta charset="nonsense">', None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_declared_encodings(page: bytes, encoding: str | None) -> None:
    assert declared(page) == encoding


def test_a_declared_encoding_is_believed() -> None:
    page = f'<meta charset="windows-1250"><h1>Wiadomości</h1><p>{"Łódź i Kraków, źdźbło. " * 5}</p>'
    reading = read_html("x.html", page.encode("windows-1250"))
    assert reading.article is not None
    assert "źdźbło" in reading.article.text
    assert "X007" not in [finding.code for finding in reading.findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1996-05-05T10:00:00Z", "1996-05-05"), ("19960505", "1996-05-05"), ("1996", "1996"),
     ("May 5, 1996", "1996-05-05"),
     ("soon", None), ("1996-13-01", None)],
)  # fmt: skip
def test_dates_of_metadata(text: str, value: str | None) -> None:
    assert iso(text) == value


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="By Mary O\'Neil and John Mill">', ("Mary O'Neil", "John Mill")),
        ('<meta property="article:author" content="https://example.org/mary">', ()),
        ('<script type="application/ld+json">{"headline": "x", "author": "Mary O\'Neil"}</script>', ("Mary O'Neil",)),
        ('<script type="application/ld+json">{"headline": </script>', ()),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", ()),
    ],
)
def test_authors_of_metadata(head: str, authors: tuple[str, ...]) -> None:
    assert page_metadata(read_page(head)).authors == authors


NOTES = f"""<h1>Works</h1><p>{LONG}<sup><a href="#fn1" id="r1">1</a></sup> <a href="#top">Top</a></p>
<p>{LONG}<a href="#fn2" id="r2">*</a></p><hr><ol><li id="fn1">The first. <a href="#r1">back</a></li>
<li id="fn2">* The second. <a href="#r2">back</a></li></ol>"""


def test_footnotes_are_notes_and_their_signs_lead_to_them() -> None:
    article = article_of(NOTES)
    notes = [(dict(block.attributes), block.span.of(article.text)) for block in article.blocks if block.kind == "note"]
    assert notes == [
        ({"place": "end", "n": "1", "id": "note1"}, "The first. back"),
        ({"place": "end", "n": "*", "id": "note2"}, "* The second. back"),
    ]
    links = [(one.span.of(article.text), one.feature("target")) for one in article.annotations if one.label == "ref"]
    assert links == [("1", "#note1"), ("*", "#note2")]


def test_a_table_of_contents_has_no_notes() -> None:
    article = article_of(
        f'<h1>Works</h1><p>{LONG} See <a href="#coal">coal</a>.</p><h2 id="coal">Coal</h2><p>{LONG}</p>'
    )
    assert [block.kind for block in article.blocks if block.kind != SPACE] == ["head", "p", "head", "p"]
    assert not any(one.label == "ref" for one in article.annotations)


def test_an_empty_cell_keeps_its_place() -> None:
    table = "<table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td>b</td><td> </td></tr></table>"
    assert shape(article_of(f"<h1>Works</h1><p>{LONG}</p>{table}"))[2] == (
        "table",
        [
            ("row", [("cell", "a"), ("cell", ""), ("cell", "c")]),
            ("row", [("cell", ""), ("cell", "b"), ("cell", "")]),
        ],
    )


def test_a_list_of_definitions() -> None:
    terms = "<dl><dt>coal</dt><dd>burns</dd><dt>wood</dt><dd>burns too</dd></dl>"
    assert shape(article_of(f"<h1>Works</h1><p>{LONG}</p>{terms}"))[2] == (
        "list gloss",
        [("label", "coal"), ("item", "burns"), ("label", "wood"), ("item", "burns too")],
    )
    uneven = "<dl><dt>coal</dt><dt>coke</dt><dd>burns</dd></dl>"
    assert shape(article_of(f"<h1>Works</h1><p>{LONG}</p>{uneven}"))[2] == (
        "list gloss",
        [("item", "coal"), ("item", "coke"), ("item", "burns")],
    )


@pytest.mark.parametrize(
    "address", ["/harbour.jpg", "https://x.example/a.png", "javascript:alert(1)", "data:image/png;x"]
)
def test_the_image_of_a_figure_is_kept_where_its_address_is_one(address: str) -> None:
    page = f'<h1>Works</h1><p>{LONG}</p><figure><img src="{address}"><figcaption>The harbour</figcaption></figure>'
    (figure,) = [block for block in article_of(page).blocks if block.kind == "figure"]
    safe = not address.startswith(("javascript", "data"))
    assert figure.attributes == ((("graphic", address),) if safe else ())


@pytest.mark.parametrize(
    ("line", "kinds", "authors"),
    [
        ("Posted on November 3, 2012 by Anna Whitlock", ["dateline", "byline"], ["Anna Whitlock"]),
        ("By Anna Whitlock on 3 November 2012 at 10:00", ["byline", "dateline"], ["Anna Whitlock"]),
        ("Photography by Omar Said", ["fw"], []),
        ("Published: 3 November 2012, 10:21 GMT | Updated: 4 November 2012", ["dateline"], []),
        ("Words by Kit Larkin", ["byline"], ["Kit Larkin"]),
        ("Von Jutta Brandt", ["byline"], ["Jutta Brandt"]),
        ("Text: Kit Larkin", ["byline"], ["Kit Larkin"]),
    ],
)
def test_lines_below_a_headline(line: str, kinds: list[str], authors: list[str]) -> None:
    article = article_of(f"<h1>Works Begin Again</h1><div>{line}</div><div>May 3, 2012</div><p>{LONG}</p><p>{LONG}</p>")
    found = [block.kind for block in article.blocks if block.kind not in {SPACE, "p"}]
    assert found == ["head", *kinds, "dateline"]
    assert [author.value for author in article.metadata.authors] == authors
