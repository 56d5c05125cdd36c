"""What holds for any article and annotations: no text is lost, nothing is invalid, the same input gives the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from strategies import annotations_of, articles
from tei_edition.core.finding import has_errors
from tei_edition.encoding.encode import encode
from tei_edition.encoding.fidelity import original_text
from tei_edition.model.links import Linked
from tei_edition.validation import validate

if TYPE_CHECKING:
    from tei_edition.model.article import Article


@settings(max_examples=300)
@given(articles(), st.data())
def test_the_text_survives_any_annotations(article: Article, data: st.DataObject) -> None:
    linked = Linked(data.draw(annotations_of(article.text)))
    encoded = encode(article, linked)
    assert not has_errors(encoded.findings)
    assert original_text(etree.fromstring(encoded.draft.data)) == article.text


@settings(max_examples=150)
@given(articles(), st.data())
def test_the_document_is_valid_whatever_the_annotations_are(article: Article, data: st.DataObject) -> None:
    linked = Linked(data.draw(annotations_of(article.text)))
    validated = validate(encode(article, linked).draft.data, "x.xml")
    assert validated.document is not None
    assert [finding for finding in validated.findings if has_errors((finding,))] == []


@given(articles(), st.data())
def test_every_annotation_is_encoded_or_told(article: Article, data: st.DataObject) -> None:
    annotations = data.draw(annotations_of(article.text))
    encoded = encode(article, Linked(annotations))
    root = etree.fromstring(encoded.draft.data)
    tagged = len(root.findall(".//{*}text//*[@resp]")) - len(root.findall(".//{*}choice"))
    left_out = sum(finding.code == "E592" for finding in encoded.findings)
    in_space = sum(
        all(leaf.kind == "space" or not leaf.span.overlaps(one.span) for leaf in article.leaves())
        for one in annotations
    )
    assert tagged + left_out + in_space >= len(annotations)


@given(articles(), st.data())
def test_the_order_of_annotations_does_not_matter(article: Article, data: st.DataObject) -> None:
    annotations = data.draw(annotations_of(article.text))
    shuffled = tuple(data.draw(st.permutations(annotations)))
    alike = {(one.span, one.label) for one in annotations}
    if len(alike) == len(annotations):
        assert encode(article, Linked(annotations)).draft == encode(article, Linked(shuffled)).draft
