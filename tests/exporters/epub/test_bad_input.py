"""What no book should be made of, and yet must end in a book or a clear finding: never in a crash, never unsafe."""

from __future__ import annotations

import io
import re
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition.exporters.epub import EpubOptions, export_epub
from tei_edition.exporters.text import export_text
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import TEI_NS
from tei_samples import HEADER, document


def pages(given_: TeiDocument, options: EpubOptions | None = None) -> dict[str, str]:
    data = export_epub([given_], options).artifacts[0].data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")}
    for page in found.values():
        etree.fromstring(page.encode())
        assert "<title></title>" not in page
    return found


def body_of(given_: TeiDocument) -> str:
    return "".join(page for name, page in sorted(pages(given_).items()) if "/chapter-" in name)


def tei(content: str) -> TeiDocument:
    return TeiDocument("t.xml", f'<TEI xmlns="{TEI_NS}">{content}</TEI>'.encode())


@pytest.mark.parametrize(
    ("given_", "codes"),
    [
        (tei(HEADER), ["B802", "B808"]),
        (tei(f"{HEADER}<text/>"), ["B802", "B808"]),
        (TeiDocument("p4.xml", b"<TEI.2><text><body><p>x</p></body></text></TEI.2>"), ["B801", "B808"]),
        (TeiDocument("h.xml", b"<html><body>x</body></html>"), ["B801", "B808"]),
        (TeiDocument("e.xml", b""), ["X101", "B808"]),
    ],
)
def test_no_book_but_a_finding(given_: TeiDocument, codes: list[str]) -> None:
    exported = export_epub([given_])
    assert not exported.artifacts
    found = [finding.code for finding in exported.findings]
    assert found[-1] == codes[-1]
    assert len(found) == len(codes)


@pytest.mark.parametrize(
    "content",
    [
        "<text><body><p>words</p></body></text>",
        f"{HEADER.replace('<title>T</title>', '<title/>')}<text><body><p>words</p></body></text>",
        f"{HEADER}<text><front><p>words</p></front></text>",
        f"{HEADER}<text><group><text><body><p>words</p></body></text></group></text>",
        f"{HEADER}<TEI>{HEADER}<text><body><p>words</p></body></text></TEI>",
        f"{HEADER}<text><body><p>words</p><figure/><figure><graphic/></figure></body></text>",
        f"{HEADER}<text><body><p>words</p></body><back><listPerson><person/></listPerson></back></text>",
    ],
)
def test_odd_but_readable(content: str) -> None:
    assert "words" in body_of(tei(content))


def test_a_corpus_without_headers() -> None:
    inner = "<TEI><text><body><p>{}</p></body></text></TEI>"
    corpus = f'<teiCorpus xmlns="{TEI_NS}">{inner.format("one")}{inner.format("two")}</teiCorpus>'
    found = pages(TeiDocument("c.xml", corpus.encode()))
    assert {"EPUB/chapter-001.xhtml", "EPUB/chapter-002.xhtml"} <= set(found)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "http://a b/\"onclick='x'",
        "\\\\host\\share",
    ],
)
def test_no_unsafe_address_comes_through(address: str) -> None:
    value = address.replace("&", "&amp;").replace('"', "&quot;")
    body = f'<p><ref target="{value}">go</ref> <graphic url="{value}"/> <ptr target="{value}"/></p>'
    page = body_of(document(body))
    for link in re.findall(r'(?:href|src)="([^"]*)"', page):
        assert link.startswith(("http://", "https://", "mailto:", "#", "chapter-", "nav", "style.css")), link
    assert "go" in page


def test_script_like_text_is_text() -> None:
    title = HEADER.replace("<title>T</title>", "<title>&lt;script>alert(1)&lt;/script></title>")
    found = pages(document('<p rend="x&quot; onload=&quot;y" n="&lt;b>">&lt;script>alert(1)&lt;/script></p>', title))
    assert not any("<script" in page or "onload=" in page.replace("onload=&quot;", "") for page in found.values())


@pytest.mark.parametrize("identifier", ["ü1", "1a", "a b", "a:b", "", "x\u00b7y", "nav", "title"])
def test_ids_that_xhtml_cannot_hold(identifier: str) -> None:
    body = f'<p xml:id="{identifier}">x</p><p><ref target="#{identifier}">to</ref></p>'
    page = body_of(document(body))
    ids = re.findall(r' id="([^"]*)"', page)
    assert all(re.fullmatch(r"[A-Za-z_][\w.\-]*", name) for name in ids)
    for fragment in re.findall(r'href="#([^"]*)"', page):
        assert fragment in ids


def test_ids_that_stand_twice() -> None:
    page = body_of(document('<p xml:id="a">x</p><p xml:id="a">y <note xml:id="a">z</note></p>'))
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_references_to_nothing() -> None:
    body = '<p><persName ref="#none">A</persName> <ref target="#none">b</ref> <ref target="other.xml#c">d</ref></p>'
    given_ = document(body)
    assert "href" not in body_of(given_).partition("<body")[2]
    assert [finding.code for finding in export_epub([given_]).findings] == ["B806"]


def test_deep_nesting_of_blocks() -> None:
    page = body_of(document("<div>" * 900 + "<p>deep</p>" + "</div>" * 900))
    assert "deep" in page


def test_an_image_too_large_for_a_book() -> None:
    large = b"\x89PNG\r\n\x1a\n" + bytes(21 * 2**20)
    given_ = document('<figure><graphic url="a.png"/><figDesc>A gate</figDesc></figure>')
    exported = export_epub([given_], EpubOptions(images={"a.png": large}))
    assert [finding.code for finding in exported.findings] == ["B810", "B804"]
    assert len(exported.artifacts[0].data) < 2**20


@pytest.mark.slow
def test_a_hundred_thousand_notes() -> None:
    body = "<div>" + "<p>a<note>b</note></p>" * 100_000 + "</div>"
    began = time.process_time()
    exported = export_epub([document(body)])
    assert exported.artifacts
    assert export_text([document(body)]).artifacts
    assert time.process_time() - began < 120


_NAMES = st.sampled_from(
    "p div head note list item label table row cell lg l sp speaker quote q ref ptr pb lb hi choice sic corr app lem "
    "rdg figure graphic figDesc persName bibl title closer signed fw gap del add seg formula back front index".split()
)
_TREES = st.recursive(
    st.sampled_from(["word", " ", "a “b”", ""]),
    lambda inner: st.tuples(_NAMES, st.lists(inner, max_size=4)).map(
        lambda pair: f'<{pair[0]} ref="#a" target="#b">{"".join(pair[1])}</{pair[0]}>'
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_TREES, max_size=4).map("".join))
def test_any_tree_of_elements_gives_well_formed_pages(body: str) -> None:
    given_ = document(f"{body}<p>word</p>")
    assert "word" in body_of(given_)
    assert export_text([given_]).artifacts


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{'<head>h</head><p>x</p>' * 8000}</div>",
        "<figure>" + "<graphic url='a.png'/>" * 8000 + "<figDesc>d</figDesc></figure>",
        f"<p><choice>{'<sic>a</sic>' * 8000}</choice></p>",
        f"<p><app><lem>a</lem>{'<rdg>b</rdg>' * 8000}</app></p>",
        f"<list>{'<label>l</label><item>i</item>' * 8000}</list>",
        f"<table><row>{'<cell>a</cell>' * 8000}</row></table>",
        "<div>" + "<u who='#a'><seg>b</seg></u>" * 8000 + "</div>",
        f"<ab>{'<lb/>a' * 8000}</ab>",
    ],
    ids=["headings", "images", "choice", "readings", "list", "cells", "speech", "lines"],
)
def test_thousands_of_one_kind_take_no_more_than_their_share(body: str) -> None:
    given_ = document(body)
    start = time.process_time()
    export_epub([given_])
    export_text([given_])
    assert time.process_time() - start < 5


def test_a_register_in_the_back_is_an_index_linked_both_ways() -> None:
    content = (
        f"{HEADER}<text><body><p><persName ref='#p1'>Ann</persName> met <rs ref='#p1'>her</rs></p></body>"
        "<back><div type='register'><listPerson><person xml:id='p1'><persName>Ann Hill</persName></person></listPerson>"
        "</div></back></text>"
    )
    found = pages(tei(content))
    index = next(page for name, page in found.items() if "index-persons" in name)
    chapter = next(page for name, page in found.items() if "chapter-" in name)
    assert chapter.count('href="index-persons.xhtml#p1"') >= 2
    for identifier in re.findall(r'id="([^"]+)" class="mention"', chapter):
        assert f'href="chapter-001.xhtml#{identifier}"' in index
