from __future__ import annotations

import html
import io
import itertools
import os
import re
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition.exporters.epub import EpubOptions, export_epub
from tei_edition.tei.document import TeiDocument
from tei_samples import document

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTING = re.compile(r"(</?(?:p|div|h\d|li|d[dtl]|t[dhr]|section|aside|sup|figcaption|pre|caption|br|ul|ol)\b)")
_PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


def book(*documents: TeiDocument, options: EpubOptions | None = None) -> dict[str, str]:
    """Return the files of the book of these documents."""
    data = export_epub(documents, options).artifacts[0].data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name.removeprefix("EPUB/"): archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        }


def chapter(body: str, *, language: str = "en") -> str:
    return book(document(body, language=language))["chapter-001.xhtml"]


def codes(*documents: TeiDocument, options: EpubOptions | None = None) -> list[str]:
    return [finding.code for finding in export_epub(documents, options).findings]


def shown(files: dict[str, str]) -> str:
    """Return the text of all chapters; block tags part words, others do not."""
    pages = [page for name, page in files.items() if name.startswith("chapter-")]
    spaced = _PARTING.sub(r" \1", " ".join(page.partition("<body")[2] for page in pages))
    return html.unescape(re.sub(r"<[^>]+>", "", spaced))


def test_every_page_is_well_formed_and_every_link_leads_somewhere(samples: list[TeiDocument]) -> None:
    for sample in samples:
        files = book(sample)
        anchors = {name: set(re.findall(r' id="([^"]+)"', page)) for name, page in files.items()}
        for name, page in files.items():
            if name.endswith(".xhtml"):
                root = etree.fromstring(page.encode())
                ids = [node.get("id") for node in root.iter() if node.get("id")]
                assert len(ids) == len(set(ids)), name
                for address in _addresses(root):
                    file, _, fragment = address.partition("#")
                    assert (file or name) in files, address
                    assert not fragment or fragment in anchors[file or name], address


def _addresses(root: etree._Element) -> Iterator[str]:
    for node in root.iter():
        address = node.get("href") or node.get("src")
        if address and not address.startswith(("http://", "https://", "mailto:")):
            yield address


def test_same_bytes_in_any_time_zone(samples: list[TeiDocument], monkeypatch: pytest.MonkeyPatch) -> None:
    first = export_epub(samples)
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Auckland")
    time.tzset()
    second = export_epub([TeiDocument(one.name, one.data) for one in samples])
    monkeypatch.undo()
    time.tzset()
    assert first.artifacts == second.artifacts


def test_container(samples: list[TeiDocument]) -> None:
    with zipfile.ZipFile(io.BytesIO(export_epub(samples).artifacts[0].data)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "mimetype"
    assert entries[0].compress_type == zipfile.ZIP_STORED
    names = [entry.filename for entry in entries[1:]]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert not any(entry.extra for entry in entries)


def test_package_metadata(samples: list[TeiDocument]) -> None:
    package = book(next(sample for sample in samples if sample.name == "article.xml"))["content.opf"]
    assert 'xml:lang="en"' in package
    assert package.count("<dc:title") == 1
    assert "https://example.org/herald/1" in package
    assert '<meta property="dcterms:modified">2024-05-01T00:00:00Z</meta>' in package
    assert '<meta property="file-as" refines="#author-1">Doe, Jane</meta>' in package
    assert '<dc:contributor id="contributor-1">tei_edition</dc:contributor>' in package
    assert ">mrk<" in package
    assert '<meta property="belongs-to-collection" id="series">The Herald</meta>' in package
    assert '<meta property="group-position" refines="#series">12.7</meta>' in package
    assert "<dc:rights>CC BY 4.0</dc:rights>" in package
    assert "conformsTo" not in package
    assert not re.search(r"<dc:(\w+)[^>]*(?:/>|></dc)", package)


def test_options_speak_for_the_book() -> None:
    options = EpubOptions(
        title="The Title",
        identifier="urn:isbn:1",
        language="en-GB",
        modified="2020-01-02T03:04:05Z",
        publisher="House",
        name="file",
        css=b"p { margin: 0 }",
        certified_by="Somebody",
    )
    exported = export_epub([document("<p>x</p>")], options)
    assert exported.artifacts[0].name == "file.epub"
    files = book(document("<p>x</p>"), options=options)
    for piece in (">The Title<", ">urn:isbn:1<", ">en-GB<", "2020-01-02T03:04:05Z", ">House<", ">Somebody<"):
        assert piece in files["content.opf"]
    assert files["style.css"] == "p { margin: 0 }"
    with pytest.raises(ValueError, match="UTC"):
        EpubOptions(modified="yesterday")


def test_identifier_depends_on_the_content_alone() -> None:
    def identifier(given: TeiDocument) -> str:
        return str(re.findall(r"urn:uuid:[0-9a-f-]+", book(given)["content.opf"])[0])

    assert identifier(document("<p>x</p>")) == identifier(document("<p>x</p>", name="other.xml"))
    assert identifier(document("<p>x</p>")) != identifier(document("<p>y</p>"))


def test_mentions_and_index_entries_are_linked_both_ways(samples: list[TeiDocument]) -> None:
    files = book(next(sample for sample in samples if sample.name == "article.xml"))
    page, index = files["chapter-001.xhtml"], files["index-persons.xhtml"]
    assert '<a id="m-1" class="mention" href="index-persons.xhtml#pers-doe-jane">Jane Doe</a>' in page
    assert 'href="chapter-001.xhtml#m-1"' in index
    assert 'aria-label="Doe, Jane, mention 1"' in index
    assert index.index("Doe, Jane") < index.index("Roe, Rick")
    assert '<span class="term">J. Doe</span>, <i class="see">see</i>' in index
    assert "1900–1970, reporter" in index
    assert 'href="https://www.wikidata.org/wiki/Q1"' in index
    assert {"index-places.xhtml", "index-organisations.xhtml", "index-works.xhtml"} <= set(files)


def test_registers_in_back_and_mentions_within_mentions(samples: list[TeiDocument]) -> None:
    files = book(next(sample for sample in samples if sample.name == "letter.xml"))
    assert files["index-persons.xhtml"].count('index-locator"') == 2
    assert "nicht genannt" not in files["index-places.xhtml"]
    assert '<span id="m-3">' in files["chapter-001.xhtml"]


def test_entry_without_mention_says_so() -> None:
    org = '<listOrg><org xml:id="o"><orgName>Org</orgName></org></listOrg>'
    register = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>{org}</standOff></TEI>'
    registry = TeiDocument("registry.xml", register.encode())
    files = book(document("<p>x</p>"), registry)
    assert "(not mentioned in the text)" in files["index-organisations.xhtml"]
    assert codes(document("<p>x</p>"), registry) == []


def test_navigation(samples: list[TeiDocument]) -> None:
    files = book(next(sample for sample in samples if sample.name == "sampler.xml"))
    nav = files["nav.xhtml"]
    assert '<a href="chapter-001.xhtml#h-2">A poem</a>' in nav
    assert 'epub:type="bodymatter"' in nav
    assert '<a href="chapter-001.xhtml#page-1">3</a>' in nav
    orders = [int(number) for number in re.findall(r'playOrder="(\d+)"', files["toc.ncx"])]
    assert orders == list(range(1, len(orders) + 1))
    assert "pageNavigation" in files["content.opf"]


def test_one_h1_and_no_level_left_out(samples: list[TeiDocument]) -> None:
    for sample in samples:
        for name, page in book(sample).items():
            if name.startswith("chapter-"):
                levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
                assert levels.count(1) == 1, sample.name
                assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), sample.name


def test_only_head_of_the_only_division_is_the_title() -> None:
    page = chapter("<div><head type='sub'>Kicker</head><head type='main'>Main</head><p>x</p></div>")
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", page) == ["Main"]
    assert '<p class="head subtitle">Kicker</p>' in page


def test_quotation_marks_are_kept_or_supplied() -> None:
    page = chapter('<p><said>"We <q>`no\'</q>"</said> <q>bare</q> "<q>out</q>"</p>')
    assert '<q class="said kept">“We <q class="q kept">‘no’</q>”</q>' in page
    assert '<q class="q">bare</q>' in page
    assert '“<q class="q kept">out</q>”' in page
    assert 'q:lang(de) { quotes: "„" "“" "‚" "‘"; }' in book(document("<p>x</p>", language="de"))["style.css"]


def test_notes_are_linked_both_ways_and_left_out_of_labels() -> None:
    files = book(document("<div><head>Head<note>N</note></head><p>x<note xml:id='n'><p>A</p><p>B</p></note></p></div>"))
    page = files["chapter-001.xhtml"]
    assert '<a id="fnref-2" class="noteref" href="#n" epub:type="noteref" role="doc-noteref">2</a>' in page
    assert '<aside id="n" class="footnote" epub:type="footnote" role="doc-footnote">' in page
    assert 'href="#fnref-2" role="doc-backlink"' in page
    assert ">Head</a>" in files["nav.xhtml"]


def test_reading_text_with_the_original_on_demand() -> None:
    page = chapter("<p><choice><sic>teh</sic><corr>the</corr></choice> <fw>furniture</fw></p>")
    assert '<span class="choice" title="Source: teh">the</span>' in page
    assert "furniture" not in page


def test_images_given_are_shown_others_described() -> None:
    body = '<figure><graphic url="a.png"/><figDesc>A gate</figDesc></figure>'
    assert "[Image not included]" in chapter(body)
    files = book(document(body), options=EpubOptions(images={"a.png": _PNG, "unused.png": _PNG}))
    assert '<img src="images/image-001.png" alt="A gate"/>' in files["chapter-001.xhtml"]
    assert "images/image-002.png" not in files
    assert codes(document(body)) == ["B804"]


def test_own_cover_or_a_typographic_one() -> None:
    assert book(document("<p>x</p>"), options=EpubOptions(cover=b"\xff\xd8\xff"))["cover.xhtml"].count("cover.jpg") == 1
    assert codes(document("<p>x</p>"), options=EpubOptions(cover=b"GIF")) == ["B809"]
    assert "cover.png" in book(document("<p>x</p>", language="zh"))["cover.xhtml"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"])
def test_unsafe_links_never_come_through(target: str) -> None:
    given = document(f'<p><ref target="{target}">words</ref><ptr target="{target}"/></p>')
    page = book(given)["chapter-001.xhtml"]
    assert "words" in page
    assert target not in page.replace("→", "")
    assert set(codes(given)) <= {"B805", "B806"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p><blob>x</blob></p>", "B803"),
        ("<p><ref target='#no'>x</ref></p>", "B806"),
        ("<p><ref target='#f'>x</ref></p><fw xml:id='f'>y</fw>", "B806"),
        ("<p>" + "<seg>" * 300 + "x" + "</seg>" * 300 + "</p>", "B807"),
    ],
)
def test_what_is_odd_is_told_once(body: str, code: str) -> None:
    assert codes(document(body * 2 if "xml:id" not in body else body)) == [code]


def test_nothing_to_export() -> None:
    assert codes() == ["B808"]
    assert codes(TeiDocument("p4.xml", b"<TEI.2/>")) == ["B801", "B808"]
    assert codes(TeiDocument("x.xml", b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')) == ["B802", "B808"]


def test_third_party_files_export(third_party: list[TeiDocument]) -> None:
    for given in third_party:
        exported = export_epub([given])
        if exported.artifacts:
            assert exported.artifacts[0].data
        assert exported.artifacts or {finding.code for finding in exported.findings} & {"B801", "B802", "X005"}


_PERSONS = (
    "<standOff><listPerson>"
    "<person xml:id='a'><persName type='pref'>Maurice Williams</persName><persName>MAURICE WILLIAMS</persName>"
    "<persName>Comrade X</persName></person>"
    "<person xml:id='b'><persName type='pref'>Eva Åberg</persName></person>"
    "<person xml:id='c'><persName type='pref'>Ida Zorn</persName></person></listPerson>"
    "<listPlace><place xml:id='p'><placeName>Lima</placeName><location><geo>-12.05 -77.04</geo></location></place>"
    "</listPlace></standOff>"
)


def with_register(body: str, *, language: str = "en") -> TeiDocument:
    given = document(body, language=language)
    return TeiDocument(given.name, given.data.replace(b"<text>", f"{_PERSONS}<text>".encode()))


def test_no_reference_from_a_mere_spelling() -> None:
    index = book(with_register("<p>x</p>"))["index-persons.xhtml"]
    assert "MAURICE" not in index
    assert '<span class="term">Comrade X</span>, <i class="see">see</i> <a href="#a">Williams, Maurice</a>' in index


def test_an_index_follows_its_alphabet() -> None:
    def terms(language: str) -> list[str]:
        page = book(with_register("<p>x</p>", language=language))["index-persons.xhtml"]
        return [term for term in re.findall(r'index-term"[^>]*>(\w+),', page) if term != "Williams"]

    assert terms("sv") == ["Zorn", "Åberg"]
    assert terms("de") == ["Åberg", "Zorn"]


def test_places_say_where_they_lie() -> None:
    assert "12.05° S, 77.04° W" in book(with_register("<p>x</p>"))["index-places.xhtml"]


def test_white_space_at_the_edges_of_a_heading_is_gone() -> None:
    page = chapter("<div><head>\u00a0 The <hi>End </hi>\u00a0</head><p>a <note>n</note> b</p></div>")
    assert ">The <i>End</i></h1>" in page
    assert "</sup> b</p>" in page
