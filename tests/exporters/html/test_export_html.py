from __future__ import annotations

import html
import itertools
import os
import posixpath
import re
import time
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from exported_words import missing, words_of, words_of_text
from tei_edition.exporters.html import HtmlOptions, export_html
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import TEI_NS
from tei_samples import HEADER, document

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command
    from exporters.html.conftest import MakeSite

_PNG = b"\x89PNG\r\n\x1a\n" + b"rest"
_OURS = re.compile(
    r"<sup><a [^>]*doc-noteref[^>]*>\d+</a></sup>|<sup [^>]*noteref[^>]*>\d+</sup>|<a [^>]*doc-backlink[^>]*>\d+</a>"
    r'|<span [^>]*class="page-break">[^<]*</span>|<span class="speaker".*?</span>(?:<a.*?</a>(?:, )?)*</span>'
)
_BLOCK = re.compile(
    r"</?(?:p|div|h\d|[uo]l|li|d[ldt]|t[dhr]|table|section|aside|fig\w+|pre|caption|blockquote|[bh]r)\b[^>]*>"
)
_VOID = {"meta", "link", "br", "hr", "img", "input"}


class Outline(HTMLParser):
    """What a page is made of: elements with attributes in order, and whether every tag is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag == "a":
            assert "a" not in self.open
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def addresses(self) -> list[str]:
        return [
            attributes[key] for _, attributes in self.elements for key in ("href", "src", "action") if key in attributes
        ]


def register(entries: str, body: str, *, header: str = HEADER, name: str = "r.xml") -> TeiDocument:
    text = f"{header}<standOff>{entries}</standOff><text><body>{body}</body></text>"
    text = f'<TEI xmlns="{TEI_NS}" xml:lang="en">{text}</TEI>'
    return TeiDocument(name, text.encode())


def dated(date: str, title: str, periodical: str = "The Herald") -> TeiDocument:
    header = (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>"
        f'<sourceDesc><bibl><title level="j">{periodical}</title><date when="{date}"/></bibl></sourceDesc></fileDesc>'
        "</teiHeader>"
    )
    return document(f"<p>Text of {title}.</p>", header, name=f"{title}.xml")


def codes(*documents: TeiDocument, options: HtmlOptions | None = None) -> list[str]:
    return [finding.code for finding in export_html(documents, options).findings]


def article_of(files: dict[str, str]) -> str:
    return next(page for name, page in files.items() if name.startswith("articles/"))


@pytest.fixture
def article(samples: list[TeiDocument]) -> TeiDocument:
    return next(sample for sample in samples if sample.name == "article.xml")


def words_shown(files: dict[str, str]) -> str:
    """Return what the articles of a site say, without note numbers, page numbers and names of speakers."""
    pages = [
        page.partition("<article")[2].partition("</article>")[0] for name, page in files.items() if "articles/" in name
    ]
    inner = " ".join(_OURS.sub("", page.partition(">")[2]) for page in pages)
    return html.unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub(" ", inner)))


def test_no_word_is_lost(samples: list[TeiDocument], site: MakeSite) -> None:
    for sample in samples:
        assert missing(words_of(sample), words_of_text(words_shown(site(sample)))) == {}, sample.name


def test_no_word_of_third_party_files_is_lost(third_party: list[TeiDocument], site: MakeSite) -> None:
    for given in third_party:
        if files := site(given):
            assert missing(words_of(given), words_of_text(words_shown(files))) == {}, given.name


def test_every_page_is_well_formed_and_every_link_leads_somewhere(samples: list[TeiDocument], site: MakeSite) -> None:
    for documents in ([sample] for sample in samples):
        _check_links(site(*documents), {one.name for one in export_html(documents).artifacts})
    _check_links(site(*samples), {one.name for one in export_html(samples).artifacts})


def _check_links(files: dict[str, str], names: set[str]) -> None:
    outlines = {name: Outline(page) for name, page in files.items() if name.endswith(".html")}
    for name, outline in outlines.items():
        ids = outline.ids()
        assert len(ids) == len(set(ids)), name
        for address in outline.addresses():
            if address.startswith(("https://", "http://", "mailto:")):
                continue
            path, _, fragment = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert target in names, (name, address)
            assert not fragment or html.unescape(fragment) in outlines[target].ids(), (name, address)


def test_third_party_files_become_sites(third_party: list[TeiDocument], site: MakeSite) -> None:
    for given in third_party:
        exported = export_html([given])
        if exported.artifacts:
            _check_links(site(given), {one.name for one in exported.artifacts})
        else:
            assert {finding.code for finding in exported.findings} >= {"W802"}


def test_nothing_is_fetched_from_elsewhere(samples: list[TeiDocument], site: MakeSite) -> None:
    files = site(*samples)
    for name, page in files.items():
        if name.endswith(".html"):
            for tag, attributes in Outline(page).elements:
                if tag in {"link", "script", "img", "form"}:
                    address = attributes.get("href") or attributes.get("src") or attributes.get("action", "")
                    assert "//" not in address, (name, address)
                assert "style" not in attributes, name
                assert not any(key.startswith("on") for key in attributes), name
            assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", files["assets/style.css"])
    assert not re.search(r"innerHTML|eval\(|fetch\(|https?:", files["assets/search.js"])


def test_only_the_page_for_searching_has_scripts(samples: list[TeiDocument], site: MakeSite) -> None:
    for name, page in site(*samples).items():
        if name.endswith(".html") and name != "search.html":
            assert "<script" not in page, name


_HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt;\"'--&gt;"


def test_words_of_the_source_never_become_markup(site: MakeSite) -> None:
    header = (
        f"<teiHeader><fileDesc><titleStmt><title>{_HOSTILE}</title><author>{_HOSTILE}</author></titleStmt>"
        f"<publicationStmt><publisher>{_HOSTILE}</publisher>"
        f'<availability><licence target="javascript:alert(1)">{_HOSTILE}</licence></availability>'
        f'</publicationStmt><sourceDesc><bibl><title level="j">{_HOSTILE}</title></bibl></sourceDesc></fileDesc>'
        "</teiHeader>"
    )
    entries = (
        f'<listPerson><person xml:id="p"><persName>{_HOSTILE}</persName><persName>Z {_HOSTILE}</persName>'
        f"<occupation>{_HOSTILE}</occupation><note>{_HOSTILE}</note>"
        f'<idno type="{_HOSTILE.replace(chr(34), "")}">'
        f'javascript:alert(1)</idno><idno type="wikidata">"&gt;&lt;script&gt;</idno></person></listPerson><listPlace>'
        f'<place xml:id="l"><placeName>{_HOSTILE}</placeName><country>{_HOSTILE}</country>'
        f"<location><geo>1 2</geo></location>"
        f"</place></listPlace>"
    )
    body = (
        f'<p>{_HOSTILE} <persName ref="#p">{_HOSTILE}</persName> <said who="#p">{_HOSTILE}</said>'
        f'<placeName ref="#l">x</placeName><date when="1917">{_HOSTILE}</date>'
        f'<ref target="javascript:alert(1)">a</ref><ref target="data:text/html,x">b</ref></p>'
    )
    files = site(register(entries, body, header=header), options=HtmlOptions(title="<b>T", introduction="<i>I"))
    for name, page in files.items():
        assert "<script>alert" not in page, name
        if name.endswith(".html"):
            for tag, attributes in Outline(page).elements:
                assert tag not in {"b", "i"} or name.startswith("articles/") or name == "persons.html"
                assert not attributes.get("href", "").lower().startswith(("javascript:", "data:")), name
                assert not any(key.startswith("on") for key in attributes)
    assert "&lt;b&gt;T" in files["index.html"]
    assert "<" not in files["search/index.js"].partition("=")[2]


def test_documents_that_a_browser_would_run_are_offered_as_text(site: MakeSite) -> None:
    hostile = document("<p>x <hi><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></hi></p>", name="a.xml")
    styled = TeiDocument("b.xml", b'<?xml-stylesheet href="http://x.org/x.css"?>' + document("<p>y</p>").data)
    exported = export_html([hostile, styled, document("<p>z</p>", name="c.xml")])
    kinds = {one.name: one.media_type for one in exported.artifacts if one.name.startswith("tei/")}
    assert kinds == {
        "tei/a.xml.txt": "text/plain",
        "tei/b.xml.txt": "text/plain",
        "tei/c.xml": "application/tei+xml",
    }
    assert next(one.data for one in exported.artifacts if one.name == "tei/a.xml.txt") == hostile.data
    assert "<script" not in article_of(site(hostile))


def test_same_bytes_in_any_time_zone(samples: list[TeiDocument], monkeypatch: pytest.MonkeyPatch) -> None:
    first = export_html(samples)
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Auckland")
    time.tzset()
    second = export_html([TeiDocument(one.name, one.data) for one in samples])
    monkeypatch.undo()
    time.tzset()
    assert first.artifacts == second.artifacts


def test_names_are_paths_that_stay_inside(samples: list[TeiDocument]) -> None:
    names = [one.name for one in export_html([*samples, document("<p>x</p>", name="../../etc/pass wd.xml")]).artifacts]
    assert names[0] == "index.html"
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"(?:[\w-]+/)?[\w-]+(?:\.\w+)+", name) for name in names)


def test_documents_are_not_changed(article: TeiDocument) -> None:
    ids = [node.get("{http://www.w3.org/XML/1998/namespace}id") for node in article.root.iter()]
    export_html([article])
    assert ids == [node.get("{http://www.w3.org/XML/1998/namespace}id") for node in article.root.iter()]


def test_article_page(article: TeiDocument, site: MakeSite) -> None:
    page = article_of(site(article))
    assert "<title>The Strike At “Ford’s” Is Won · The Herald</title>" in page
    issue = '<cite>The Herald</cite>, vol. 12, no. 7, <time datetime="1931-05-02">May 2, 1931</time>'
    assert f'<p class="issue">{issue}</p>' in page
    assert 'href="../persons.html#pers-doe-jane" title="Jane Doe, 1900–1970, reporter">Jane Doe</a>' in page
    assert '<a href="../tei/article.xml" download="download" type="application/tei+xml">article.xml</a>' in page
    assert '<meta name="citation_author" content="Doe, Jane">' in page
    assert '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>' in page
    assert 'aria-label="Jane Doe: 3 mentions">3</a>' in page
    assert "epub:" not in page
    assert "xml:lang" not in page


def test_who_speaks_stands_beside_the_quotation(article: TeiDocument, site: MakeSite) -> None:
    page = article_of(site(article))
    said = page.partition('id="quotation-1"')[2]
    assert said.partition('</q><span class="speaker"')[2].startswith(
        ' lang="en"><span class="unseen"> Speaker: </span><a href="../persons.html#pers-roe-rick">Rick Roe</a></span>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p><said who="#p">a</said></p>', '</q><span class="speaker"'),
        ('<p><q who="#p #p2">a</q></p>', "P</a>, <a"),
        ('<p><quote source="#w">a</quote></p>', "Source: </span>"),
        ('<p><said xml:id="own" who="#p">a</said></p>', 'id="own"'),
        ('<quote source="#w"><p>a</p></quote>', '<footer><span class="speaker"'),
        ('<p><ref target="https://x.org/"><said who="#p">a</said></ref></p>', "Speaker: </span>P</span></a>"),
    ],
)
def test_attributions(body: str, expected: str, site: MakeSite) -> None:
    entries = (
        '<listPerson><person xml:id="p"><persName>P</persName></person><person xml:id="p2"><persName>R</persName>'
        '</person></listPerson><listBibl><bibl xml:id="w"><title>W</title></bibl></listBibl>'
    )
    page = article_of(site(register(entries, body)))
    assert expected in page
    Outline(page)


@pytest.mark.parametrize(
    "body",
    [
        '<p><said who="#nobody">a</said></p>',
        "<p><said>a</said></p>",
        '<p><said who="#p" prev="#x">a</said></p>',
        '<p><said xml:id="ö" who="#p">a</said></p>',
    ],
)
def test_quotations_without_attribution(body: str, site: MakeSite) -> None:
    entries = '<listPerson><person xml:id="p"><persName>P</persName></person></listPerson>'
    assert 'class="speaker"' not in article_of(site(register(entries, body)))


def test_articles_stand_by_date_and_know_their_neighbours(site: MakeSite) -> None:
    files = site(dated("1931-05-02", "Second"), dated("1930-01", "First"), dated("1931-05-09", "Third"))
    index = files["index.html"]
    places = [index.index(words) for words in ('<h2 id="year-1930">', "First", '<h2 id="year-1931">', "Second")]
    assert places == sorted(places)
    assert "3 articles · 1930–1931" in index
    assert "January 1930" in index
    second = files["articles/1931-05-02-second.html"]
    assert 'href="../articles/1930-01-first.html" rel="prev"' in second
    assert 'href="../articles/1931-05-09-third.html" rel="next"' in second
    assert 'rel="prev"' not in files["articles/1930-01-first.html"]


def test_contents_by_periodical(site: MakeSite) -> None:
    index = site(dated("1931", "A"), dated("1932", "B", "The Star"), document("<p>x</p>", name="z.xml"))["index.html"]
    assert re.findall(r"<h2[^>]*>([^<]*)", index) == ["The Herald", "The Star", "Articles"]
    assert re.findall(r"<h3[^>]*>([^<]+)</h3>", index) == ["1931", "1932", "Undated"]


def test_long_contents_have_a_way_to_each_part(site: MakeSite) -> None:
    index = site(*(dated(str(1931 + year), f"A{year}") for year in range(5)))["index.html"]
    jumps = index.partition('class="jumps"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#([^"]+)">(\d+)<', jumps) == [(f"year-{year}", str(year)) for year in range(1931, 1936)]
    assert all(f'<h2 id="year-{year}">' in index for year in range(1931, 1936))
    assert "jumps" not in site(dated("1931", "A"))["index.html"]
    periodicals = site(*(dated("1931", "A", f"P{number}") for number in range(5)))["index.html"]
    assert re.findall(r'href="#(periodical-\d)">(P\d)<', periodicals)[-1] == ("periodical-5", "P4")


def test_headings_leave_no_level_out(samples: list[TeiDocument], site: MakeSite) -> None:
    for name, page in site(*samples).items():
        if name.endswith(".html"):
            levels = [int(tag[1]) for tag, _ in Outline(page).elements if re.fullmatch(r"h[1-6]", tag)]
            assert levels.count(1) == 1, name
            assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), name


def test_index_links_back_to_every_mention(article: TeiDocument, site: MakeSite) -> None:
    files = site(article)
    persons = files["persons.html"]
    file = next(name for name in files if name.startswith("articles/"))
    for number in (1, 2, 3):
        assert f"Jane Doe, The Strike At “Ford’s” Is Won, mention {number}" in persons
    addresses = set(re.findall(r'href="([^"]+)"', persons))
    assert {f"{file}#m-1", f"{file}#m-6", f"{file}#m-7"} <= addresses
    assert persons.index("Doe, Jane") < persons.index("Roe, Rick")
    assert '<a href="https://www.wikidata.org/wiki/Q1" rel="external">wikidata</a>' in persons
    assert "J. Doe, <i>see</i>" in persons


def test_long_indexes_have_letters(site: MakeSite) -> None:
    names = ["Ärger", "Zola", "1917", *(f"Bee{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"), "Élan", "Omega"]
    entries = "".join(f'<person xml:id="p{n}"><persName>{name}</persName></person>' for n, name in enumerate(names))
    page = site(register(f"<listPerson>{entries}</listPerson>", "<p>x</p>"))["persons.html"]
    assert re.findall(r"<h2[^>]*>([^<]+)", page) == ["#", "A", "B", "E", "O", "Z"]
    assert "not mentioned in the texts" in page


def test_map_has_each_place_and_a_table(article: TeiDocument, site: MakeSite) -> None:
    page = site(article)["map.html"]
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert (
        '<a href="places.html#place-detroit" aria-label="Detroit: 1 mention"><title>Detroit: 1 mention</title>' in svg
    )
    assert 'cx="-830.0" cy="-423.0"' in svg
    row = page[page.index("<tbody>") : page.index("</tbody>")]
    assert '<th scope="row"><a href="places.html#place-detroit">Detroit</a></th><td>United States</td>' in row
    assert "42.3° N, 83° W" in row


def test_places_without_coordinates_are_in_the_table_only(article: TeiDocument, site: MakeSite) -> None:
    europe = '<listPlace><place xml:id="eu"><placeName>Europe</placeName></place></listPlace>'
    given = register(europe, "<p>x</p>")
    page = site(article, given)["map.html"]
    assert page.index("</svg>") < page.index("Europe")
    assert "not known" in page
    assert codes(article, given) == ["W803"]
    assert "map.html" not in site(given)
    assert "map.html" not in site(given)["index.html"]


def test_timeline_has_what_appeared_and_what_is_mentioned(site: MakeSite) -> None:
    body = (
        "<p>In <date when='1917-10-25'>October 1917</date> and <date from='1918' to='1920'>1918-20</date>,"
        " <date>once</date>.</p>"
    )
    header = dated("1931-05-02", "T").data.decode().partition("<teiHeader>")[2].partition("</teiHeader>")[0]
    page = site(document(body, f"<teiHeader>{header}</teiHeader>"))["timeline.html"]
    assert re.findall(r'<h2 id="year-(\d+)">', page) == ["1917", "1918", "1931"]
    assert '<a href="articles/1931-05-02-t.html#date-1">October 1917</a>' in page
    assert 'aria-label="1917: Published 0, Mentioned 1"' in page
    assert 'aria-label="1931: Published 1, Mentioned 0"' in page
    assert "once" not in page


def test_words_of_the_site_in_the_language_of_the_texts(site: MakeSite) -> None:
    german = site(document("<p>Wörter</p>", language="de"))
    assert "Zum Text springen" in german["index.html"]
    assert '<html lang="de">' in german["index.html"]
    other = site(document("<p>Wörter</p>", language="de"), options=HtmlOptions(language="fr"))
    assert '<html lang="fr">' in other["index.html"]
    assert '<article lang="de"' in article_of(other)
    assert "Skip to the text" in site(document("<p>x</p>", language="ja"))["index.html"]
    arabic = article_of(site(document("<p>كلمة</p>", language="ar")))
    assert '<article lang="ar" dir="rtl"' in arabic


def test_options(site: MakeSite) -> None:
    body = '<figure><graphic url="a.png"/><figDesc>A gate</figDesc></figure><figure><graphic url="b.svg"/></figure>'
    options = HtmlOptions(
        title="The Edition",
        introduction="All of it.",
        css=b"p { color: red }",
        images={"a.png": _PNG, "b.svg": b"<svg onload='x'/>", "unused.png": _PNG},
    )
    exported = export_html([document(body)], options)
    names = [one.name for one in exported.artifacts]
    assert "images/image-001.png" in names
    assert not any("image-002" in name or "image-003" in name for name in names)
    files = site(document(body), options=options)
    assert '<img src="../images/image-001.png" alt="A gate">' in article_of(files)
    assert '<link rel="stylesheet" href="../assets/own.css">' in article_of(files)
    assert files["assets/own.css"] == "p { color: red }"
    assert '<p class="lead">All of it.</p>' in files["index.html"]
    assert '<h1 id="title">The Edition</h1>' in files["index.html"]


def test_links_to_other_documents_lead_to_their_pages(site: MakeSite) -> None:
    there = document('<p xml:id="p1">There</p>', name="there.xml")
    here = document(
        '<p><ref target="there.xml#p1">a</ref> <ref target="there.xml">b</ref> <ref target="there.xml#no">c</ref></p>',
        name="here.xml",
    )
    pages = [page for name, page in site(here, there).items() if name.startswith("articles/")]
    page = next(page for page in pages if ">a</a>" in page)
    assert re.findall(r'href="(\.\./articles/[^"]+)">([abc])<', page) == [
        ("../articles/t-2.html#p1", "a"),
        ("../articles/t-2.html", "b"),
        ("../articles/t-2.html", "c"),
    ]


def test_what_may_be_too_wide_is_scrolled_with_keys(site: MakeSite) -> None:
    row = "<row><cell>a</cell><cell>b</cell></row>"
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>{}</mi></math>'
    body = f"<table>{row}</table><p><formula>{math.format('x')}</formula><formula>{math.format('x' * 70)}</formula></p>"
    page = article_of(site(document(body)))
    assert '<div class="table" tabindex="0">' in page
    assert page.count('<span class="wide" tabindex="0"><math') == 1
    Outline(page)


def test_outline_of_a_long_text(samples: list[TeiDocument], site: MakeSite) -> None:
    page = article_of(site(next(sample for sample in samples if sample.name == "sampler.xml")))
    assert '<nav class="outline" aria-label="On this page"' in page
    assert ">A poem</a>" in page


def test_page_numbers_are_words(samples: list[TeiDocument], site: MakeSite) -> None:
    page = article_of(site(next(sample for sample in samples if sample.name == "sampler.xml")))
    assert '<span id="page-1" class="page-break">Page 3</span>' in page


def test_registers_of_their_own_only_add_entries(article: TeiDocument, site: MakeSite) -> None:
    org = '<listOrg><org xml:id="o"><orgName>Org</orgName></org></listOrg>'
    registry = TeiDocument("reg.xml", f'<TEI xmlns="{TEI_NS}"><teiHeader/><standOff>{org}</standOff></TEI>'.encode())
    files = site(article, registry)
    assert ">Org</span>" in files["organisations.html"]
    assert not any(name.startswith("tei/reg") for name in files)
    assert codes(article, registry) == []


def test_nothing_to_show() -> None:
    assert codes() == ["W802"]
    assert codes(TeiDocument("p4.xml", b"<TEI.2/>")) == ["B801", "W802"]
    assert codes(TeiDocument("x.xml", f'<TEI xmlns="{TEI_NS}"/>'.encode())) == ["B802", "W802"]


def test_deep_nesting_and_many_notes(site: MakeSite) -> None:
    deep = document("<p>" + "<seg>" * 300 + "x" + "</seg>" * 300 + "</p>")
    assert "x" in article_of(site(deep))
    notes = document("<p>" + "word<note>n</note> " * 20_000 + "</p>")
    assert article_of(site(notes)).count('role="doc-noteref"') == 20_000


def test_command_line(tei_edition: Command, tmp_path: Path, article: TeiDocument) -> None:
    source = tmp_path / "article.xml"
    source.write_bytes(article.data)
    done = tei_edition("export", "html", source, "-o", tmp_path / "site", "--title", "T")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site" / "index.html").read_text("utf-8").count("<title>T</title>") == 1
    assert (tmp_path / "site" / "tei" / "article.xml").read_bytes() == article.data
    source.chmod(0o644)
    refused = tei_edition("export", "html", source, "-o", source)
    assert refused.returncode == 4
    assert "cannot write" in refused.stderr
    missing = tei_edition("export", "html", source, "-o", tmp_path / "s2", "--css", tmp_path / "no.css")
    assert missing.returncode == 2
    assert "no.css" in missing.stderr


def test_command_line_of_data(tei_edition: Command, tmp_path: Path, article: TeiDocument) -> None:
    source = tmp_path / "article.xml"
    source.write_bytes(article.data)
    for kind in ("csv", "json", "jsonld", "geojson", "ttl"):
        done = tei_edition("export", kind, source, "-o", tmp_path / f"data.{kind}")
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        assert (tmp_path / f"data.{kind}").stat().st_size > 100
    wrong = tei_edition("export", "ttl", source, "-o", tmp_path / "x.ttl", "--base", "nowhere")
    assert wrong.returncode == 2
    assert "web address" in wrong.stderr
