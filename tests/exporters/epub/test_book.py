"""Books of many texts, and texts of many pages."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree

from exported_words import missing, words_of, words_of_epub
from tei_edition.exporters.epub import EpubOptions, export_epub
from tei_edition.exporters.xhtml.presentation import Presentation
from tei_edition.tei.document import TeiDocument
from tei_samples import document

_WORDS = "lorem ipsum dolor sit amet " * 400


def files_of(*documents: TeiDocument, options: EpubOptions | None = None) -> dict[str, str]:
    data = export_epub(documents, options).artifacts[0].data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        return {name.removeprefix("EPUB/"): archive.read(name).decode("utf-8", "replace") for name in names}


def article(name: str, number: str, date: str, body: str, register: str = "") -> TeiDocument:
    header = (
        f"<teiHeader><fileDesc><titleStmt><title>{name}</title></titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><biblStruct><monogr><title level='j'>The Herald</title><imprint>"
        f"<biblScope unit='volume'>3</biblScope><biblScope unit='issue'>{number}</biblScope><date when='{date}'/>"
        "</imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>"
    )
    made = document(body, header + register, name=f"{name}.xml")
    return TeiDocument(made.name, made.data.replace(b"<TEI ", f'<TEI xml:id="{name}" '.encode()))


_ANN = (
    "<standOff><listPerson><person xml:id='ann'><persName type='pref'>Ann Bee</persName></person></listPerson>"
    "</standOff>"
)
_THREE = (
    article("second", "8", "1901-02-01", "<p xml:id='x'>two <persName ref='#ann'>Ann</persName></p>", _ANN),
    article("first", "7", "1901-01-25", "<p>one <ref target='second.xml#x'>next</ref></p>"),
    article(
        "third", "8", "1901-02-01", "<p>three <persName ref='#ann'>A.</persName> <ref target='#first'>back</ref></p>"
    ),
)
_BY_DATE = EpubOptions(order="date")


def test_chapters_in_the_order_of_their_dates() -> None:
    package = files_of(*_THREE, options=_BY_DATE)["nav.xhtml"]
    assert re.findall(r">(first|second|third)<", package) == ["first", "second", "third"]
    given = files_of(*_THREE)["nav.xhtml"]
    assert re.findall(r">(first|second|third)<", given) == ["second", "first", "third"]


def test_parts_by_volume_and_issue() -> None:
    files = files_of(*_THREE, options=_BY_DATE)
    assert "Vol. 3, no. 8, February 1, 1901</h1>" in files["part-002.xhtml"]
    spine = re.findall(r'<itemref idref="([^"]+)"', files["content.opf"])
    assert spine[3:8] == ["part-001", "chapter-001", "part-002", "chapter-002", "chapter-003"]
    assert not any(name.startswith("part-") for name in files_of(*_THREE[:2]))


def test_links_lead_from_one_document_to_another() -> None:
    files = files_of(*_THREE, options=_BY_DATE)
    assert 'href="chapter-002.xhtml#x">next' in files["chapter-001.xhtml"]
    assert 'href="chapter-001.xhtml">back' in files["chapter-003.xhtml"]
    lost = article("fourth", "9", "1901-03-01", "<p><ref target='second.xml#no'>gone</ref></p>")
    exported = export_epub((*_THREE, lost))
    assert [finding.code for finding in exported.findings] == ["B806"]


def test_one_index_over_all_chapters() -> None:
    index = files_of(*_THREE, options=_BY_DATE)["index-persons.xhtml"]
    assert index.count('<li id="ann"') == 1
    assert '<li>second, February 1, 1901: <a href="chapter-002.xhtml#m-1"' in index
    assert '<li>third, February 1, 1901: <a href="chapter-003.xhtml#m-1"' in index


def test_a_book_of_one_issue_is_named_after_it() -> None:
    package = files_of(_THREE[0], _THREE[2])["content.opf"]
    assert ">The Herald, vol. 3, no. 8, February 1, 1901</dc:title>" in package


def long_text() -> TeiDocument:
    division = "<div xml:id='d{0}'><head>Part {0}</head><p>{1}<note xml:id='n{0}'>Note {0}</note></p>{2}</div>"
    inner = "<div><p>" + _WORDS + "<ref target='#n1'>first note</ref> <ref target='#d9'>last</ref></p></div>"
    body = "".join(division.format(number, _WORDS, inner * 3) for number in range(1, 10))
    return document(f"<div xml:lang='la'><head>All</head>{body}</div>")


def test_a_long_text_takes_several_pages() -> None:
    files = files_of(long_text())
    pages = sorted(name for name in files if name.startswith("chapter-"))
    assert len(pages) > 2
    assert max(len(files[name]) for name in pages) < 200_000
    assert missing(words_of(long_text()), words_of_epub(export_epub([long_text()]).artifacts[0].data)) == {}
    assert ' id="d9"' in "".join(files[name] for name in pages)
    for name in pages:
        root = etree.fromstring(files[name].encode())
        anchors = {node.get("id") for node in root.iter() if node.get("id")}
        for node in root.iter():
            address = node.get("href") or ""
            file, _, fragment = address.partition("#")
            assert not fragment or fragment in anchors or f' id="{fragment}"' in files[file or name], address
        notes = [node for node in root.iter() if node.get("role") == "doc-noteref"]
        assert not any(node.get("class") == "ref" and not node.get("href") for node in root.iter())
        assert all(str(node.get("href")).startswith("#") for node in notes), "a note stands on the page of its words"


_RESP = (
    "<teiHeader><fileDesc><titleStmt><title>T</title><respStmt xml:id='auto'><resp>tagged</resp>"
    "<name type='software'>t</name></respStmt><respStmt xml:id='ed'><resp>edited</resp><persName>E"
    "</persName></respStmt>"
    "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
) + _ANN
_TAGGED = (
    "<p><persName ref='#ann' resp='#auto' cert='low'>Low</persName> <persName ref='#ann' resp='#auto' cert='0.95'>Sure"
    "</persName> <persName ref='#ann' resp='#ed'>Checked</persName> <said who='#ann' resp='#auto'>“Hm”</said></p>"
)


@pytest.mark.parametrize(
    ("presentation", "linked"),
    [
        (Presentation(), ["Low", "Sure", "Checked"]),
        (Presentation(certainty="medium"), ["Sure", "Checked"]),
        (Presentation(reviewed=True), ["Checked"]),
    ],
)
def test_unreviewed_tags_are_left_plain(presentation: Presentation, linked: list[str]) -> None:
    page = files_of(document(_TAGGED, _RESP), options=EpubOptions(presentation=presentation))["chapter-001.xhtml"]
    assert re.findall(r'class="mention"[^>]*>(\w+)<', page) == linked
    assert re.sub(r"<[^>]+>", " ", page).split()[-4:] == ["Low", "Sure", "Checked", "“Hm”"]


def test_speakers_are_named_on_request() -> None:
    options = EpubOptions(presentation=Presentation(speakers=True))
    page = files_of(document(_TAGGED, _RESP), options=options)["chapter-001.xhtml"]
    assert '<span class="who">[Ann Bee]</span> <q class="said kept">' in page
