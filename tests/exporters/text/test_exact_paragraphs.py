"""Each paragraph, verse and heading of a TEI text is a line of its plain text, exactly; its words are said anew."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.text import TextOptions, export_text
from tei_edition.tei.names import is_tei
from tei_edition.tei.text import text_after, text_before
from tei_samples import document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.text.options import Flavour
    from tei_edition.tei.document import TeiDocument

_PARAGRAPHS = ("p", "l", "head", "ab")
_APART = ("note", "fw", "figDesc", "index", "binaryObject")
_HIDDEN = ("sic", "orig", "abbr")
_OUTSIDE = ("note", "cell", "figure", "rdg", "item", "table", "witDetail")
_SEPARATED = ("label", "subst", "del", "app", "persName", "author", "cit", "form", "entryFree", "phr", "cl", "s")


def plain(element: Element) -> str:
    """The words of an element as they stand, notes and page furniture out, of each choice what its editor chose."""
    if is_tei(element, "lb", "pb", "cb"):
        return "" if element.get("break") == "no" else " "
    children = [child for child in element if not is_tei(child, *_APART)]
    if is_tei(element, "choice"):
        chosen = [child for child in children if isinstance(child.tag, str) and not is_tei(child, *_HIDDEN)]
        return " / ".join(map(plain, chosen or children))
    if is_tei(element, "gap"):
        return f"… {''.join(element.itertext()).strip()}".strip()
    within = "".join(
        (plain(child) if isinstance(child.tag, str) and child in children else "") + text_after(child)
        for child in element
    )
    return (" " if is_tei(element, "space") else "") + text_before(element) + within


def paragraphs(given: TeiDocument) -> list[str]:
    """What each paragraph should be that has no blocks in it and none of the elements that part words by themselves."""
    found = []
    for unit in units_of(given).units:
        for text in unit.texts:
            flow = blocks(text)
            for element in text.iter():
                inside = [node for node in element.iter() if node is not element]
                simple = is_tei(element, *_PARAGRAPHS) and not any(
                    node in flow or is_tei(node, *_SEPARATED) for node in inside
                )
                shown = not any(is_tei(around, *_OUTSIDE, *_HIDDEN) for around in element.iterancestors())
                if simple and shown and (words := " ".join(plain(element).split())):
                    found.append(words)
    return found


def lines(given: TeiDocument, flavour: Flavour) -> list[str]:
    data = export_text([given], TextOptions(flavour=flavour, header=False)).artifacts[0].data
    return [" ".join(line.split()) for line in data.decode().split("\n")]


def missing(given: TeiDocument) -> list[str]:
    return list((Counter(paragraphs(given)) - Counter(lines(given, "normalised"))).elements())


def bare(words: str) -> str:
    """Words without marks and without the numbers of notes: ``reading`` sets a printer's marks."""
    return "".join(re.findall(r"\w", re.sub(r"\[\d+\]", "", words)))


def missing_in_reading(given: TeiDocument) -> list[str]:
    expected = Counter(bare(words) for words in paragraphs(given))
    return list((expected - Counter(bare(line) for line in lines(given, "reading"))).elements())


def test_samples(samples: list[TeiDocument]) -> None:
    for given in samples:
        assert missing(given) == [], given.name


def test_third_party_files(third_party: list[TeiDocument]) -> None:
    counted = 0
    for given in third_party:
        if export_text([given]).artifacts:
            assert missing(given) == [], given.name
            counted += len(paragraphs(given))
    assert counted > 4000


def test_third_party_files_to_be_read(third_party: list[TeiDocument]) -> None:
    for given in third_party:
        if export_text([given]).artifacts:
            long = [words for words in missing_in_reading(given) if len(words) > 40]
            assert long == [], given.name


def test_a_paragraph_is_one_line_whatever_its_source_had() -> None:
    given = document(
        "<div><head>The <lb/>Mill</head><p>One\n  two<lb/>three <lb break='no'/>four.</p><ab>a<lb/>b</ab>"
        "<lg><l>verse <lb/>run on</l></lg></div>"
    )
    assert [line for line in lines(given, "normalised") if line] == [
        "The Mill",
        "One two three four.",
        "a b",
        "verse run on",
    ]


def test_lines_of_an_inscription_and_of_an_address_stay_lines() -> None:
    given = document(
        "<div type='edition'><ab><lb n='1'/>ἡ βουλὴ καὶ ὁ δῆ<lb n='2' break='no'/>μος<lb n='3'/>τῆς</ab></div>"
        "<p><address><addrLine>Mill Lane<lb/>Oxford</addrLine></address></p>"
    )
    assert [line for line in lines(given, "reading") if line] == ["ἡ βουλὴ καὶ ὁ δῆμος", "τῆς", "Mill Lane", "Oxford"]
    assert "ἡ βουλὴ καὶ ὁ δῆ" in lines(given, "diplomatic")
