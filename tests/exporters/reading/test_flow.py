from __future__ import annotations

import pytest

from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.label import label
from tei_edition.exporters.reading.quotation import needs_marks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.reading.variants import chosen, is_displayed, lemma, witnesses
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import NSMAP, local_name
from tei_samples import document


def block_names(body: str) -> list[str]:
    root = document(body).root
    found = blocks(root)
    start = root.find(".//t:body", NSMAP)
    assert start is not None
    return [local_name(element) for element in start.iterdescendants() if element in found]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p>a <hi>b</hi></p>", ["p"]),
        ("<div><quote>q</quote><p><quote>r</quote></p></div>", ["div", "quote", "p"]),
        ("<p><hi><list><item>x</item></list></hi></p>", ["p", "hi", "list", "item"]),
        ("<p>a<note><p>n</p></note></p>", ["p", "p"]),
        ("<div><note><p>n</p></note></div>", ["div", "note", "p"]),
        ("<p><app><lem>a</lem><rdg><p>b</p></rdg></app></p>", ["p", "rdg", "p"]),
        ("<p><formula rend='display'>x</formula></p>", ["p", "formula"]),
        ("<div><pb/><x xmlns='urn:x'><p/></x></div>", ["div"]),
    ],
)
def test_blocks(body: str, names: list[str]) -> None:
    assert block_names(body) == names


def test_choice_and_apparatus() -> None:
    root = document("<p><choice><sic>a</sic><corr>b</corr></choice><choice><sic>c</sic></choice></p>").root
    first, only = root.iterfind(".//t:choice", NSMAP)
    assert [local_name(child) for child in chosen(first)] == ["corr"]
    assert [local_name(child) for child in chosen(first, "original")] == ["sic"]
    assert [local_name(child) for child in chosen(only)] == ["sic"]
    app = document('<p><app><rdg wit="#A x.xml#B">a</rdg><lem>b</lem></app></p>').root.find(".//t:app", NSMAP)
    assert app is not None
    shown = lemma(app)
    assert shown is not None
    assert local_name(shown) == "lem"
    assert not is_displayed(app[0])
    assert witnesses(app[0]) == "A B"


@pytest.mark.parametrize(
    ("body", "needed"),
    [
        ("<q>a</q>", True),
        ('<q>"a"</q>', False),
        ("<q>«a»</q>", False),
        ("“<q>a</q>”", False),
        ("— <q>a</q>", True),
        ("<said direct='false'>a</said>", False),
        ("<said>— a</said>", False),
        ("<q/>", False),
        ("<soCalled>a</soCalled>", True),
        ("<mentioned>a</mentioned>", False),
    ],
)
def test_marks_are_needed_where_none_are_seen(body: str, needed: bool) -> None:  # noqa: FBT001 - a parameter of a case
    paragraph = document(f"<p>{body}</p>").root.find(".//t:body/t:p", NSMAP)
    assert paragraph is not None
    assert needs_marks(paragraph[0]) == needed


def test_label_has_no_markers() -> None:
    head = document('<head>A<note>n</note> "b"<lb/>c <choice><sic>x</sic><corr>y</corr></choice></head>').root
    found = head.find(".//t:head", NSMAP)
    assert found is not None
    assert label(found, "en") == "A “b” c y"


def test_units(samples: list[TeiDocument]) -> None:
    corpus = next(sample for sample in samples if sample.name == "corpus.xml")
    assert len(units_of(corpus).units) == 2
    source = TeiDocument("s", b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><sourceDoc><line>x</line></sourceDoc></TEI>')
    assert local_name(units_of(source).units[0].texts[0]) == "sourceDoc"
