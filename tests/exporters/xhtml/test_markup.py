from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.exporters.xhtml.elements import appearance
from tei_edition.exporters.xhtml.identifiers import Identifiers
from tei_edition.exporters.xhtml.labels import labels
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag

_XML = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"))


@given(_XML, _XML.filter(str.strip))
def test_what_is_written_can_be_read(text: str, value: str) -> None:
    element = etree.fromstring(f"{tag('p', title=value)}{escaped(text)}</p>")
    assert (element.text or "") == text
    assert element.get("title") == value


def test_marks_are_set_over_tags_and_not_in_verbatim_text() -> None:
    out = Markup("en")
    out.block("<p>")
    out.text('"a ')
    out.raw("<i>")
    out.text("b\n  c")
    out.raw("</i>")
    out.text('"')
    out.text(' "x"', verbatim=True)
    out.block("</p>")
    assert out.joined() == '<p>“a <i>b c</i>” "x"</p>'


def test_attributes_without_value_are_left_out() -> None:
    assert tag("a", id="", class_="x", epub__type="y", aria_label="z") == '<a class="x" epub:type="y" aria-label="z">'


@given(st.lists(st.text(min_size=1)))
def test_page_ids_are_unique_and_usable(identifiers: list[str]) -> None:
    ids = Identifiers()
    ids.reserve(identifiers)
    given_ = {ids.of(identifier) for identifier in identifiers}
    assert len(given_) == len(set(identifiers))
    assert all(name.isascii() and " " not in name for name in given_)


def test_an_id_is_written_once() -> None:
    ids = Identifiers()
    ids.reserve(["a"])
    assert (ids.emit("a"), ids.emit("a"), ids.emit("b")) == ("a", "", "")
    assert ids.new("a") == "a-2"


def test_words_of_rend() -> None:
    assert appearance("bold italic #sc") == ("b", ("as-i", "small-caps"))
    assert appearance("font-style: italic;") == ("i", ())
    assert appearance("unheard-of") == ("", ())


def test_labels_fall_back_to_english() -> None:
    assert labels("de-AT")["contents"] == "Inhalt"
    assert labels("tlh").language == "en"
    keys = set(labels("en").words)
    assert all(set(labels(language).words) == keys for language in ("de", "fr", "es"))
