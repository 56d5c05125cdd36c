"""Article and links to a TEI document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus, locate
from tei_edition.encoding.body import write_body
from tei_edition.encoding.fidelity import fidelity
from tei_edition.encoding.header import write_header
from tei_edition.encoding.inline import Chains, InlineWriter, encodable
from tei_edition.encoding.ledger import write_ledger
from tei_edition.encoding.options import EncodeOptions
from tei_edition.encoding.registers import write_registers
from tei_edition.model.layer import Annotation, reading_order
from tei_edition.model.links import Linked
from tei_edition.tei.document import TeiDraft
from tei_edition.tei.names import TEI_NS, XML_ID, XML_LANG, local_name, tei
from tei_edition.tei.serialise import serialise
from tei_edition.tei.text import add, indent, set_text_after, set_text_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from tei_edition.model.article import Article


@dataclass(frozen=True, slots=True)
class Encoded:
    """What came of encoding an article.

    Attributes:
        draft: The document, checked by nothing but the fidelity law.
        findings: Annotations that could not be encoded; an error where the law does not hold.
    """

    draft: TeiDraft
    findings: tuple[Finding, ...] = ()


def encode(article: Article, linked: Linked | None = None, options: EncodeOptions | None = None) -> Encoded:
    """Write an article as a TEI document.

    Args:
        article: What to encode.
        linked: Annotations on its text and the entities that they mean; any spans, crossing ones too.
        options: What the header says of the edition.

    Returns:
        The same bytes for the same arguments, with the findings on it.
    """
    linked = linked or Linked()
    options = options or EncodeOptions()
    known = tuple(sorted((a for a in linked.annotations if encodable(a.label)), key=reading_order))
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})
    root.set(XML_ID, article.id)
    language = article.metadata.language or "und"
    root.set(XML_LANG, language)
    text, writer = _text(article, known, language)
    write_header(
        root,
        article,
        options,
        agents=sorted({"reader", *(agent for annotation in known for agent in annotation.agents)}),
        usage=Counter(local_name(element) for element in text.iter() if local_name(element)),
        authors=_author_ids(article, linked),
    )
    write_registers(root, linked.entities)
    write_ledger(root, article)
    indent(root)
    root.append(text)
    _indent_text(root, text)
    data = serialise(root)
    unencodable = [annotation for annotation in linked.annotations if not encodable(annotation.label)]
    findings = (*_left_out(article, (*writer.dropped, *unencodable)), *fidelity(article, data))
    return Encoded(TeiDraft(article.id, data), findings)


def _text(article: Article, annotations: tuple[Annotation, ...], language: str) -> tuple[Element, InlineWriter]:
    text = etree.Element(tei("text"), nsmap={None: TEI_NS})
    text.set(XML_LANG, language)
    writer = InlineWriter(article.text, annotations, article.repairs, Chains(article.id), article.id)
    write_body(add(text, "body"), article, writer)
    return text, writer


def _indent_text(root: Element, text: Element) -> None:
    """Indent ``text`` and ``body``; the divisions in it keep the source's white space."""
    set_text_after(root[-2], "\n  ")
    set_text_before(text, "\n    ")
    set_text_before(text[0], "\n      ")
    for division in text[0]:
        set_text_after(division, "\n    " if division is text[0][-1] else "\n      ")
    set_text_after(text[0], "\n  ")
    set_text_after(text, "\n")


def _author_ids(article: Article, linked: Linked) -> dict[str, str]:
    by_span = {annotation.span: annotation.feature("ref") for annotation in linked.annotations}
    found = {author.value: by_span.get(author.span) for author in article.metadata.authors if author.span}
    return {name: identifier for name, identifier in found.items() if identifier}


def _left_out(article: Article, annotations: Iterable[Annotation]) -> tuple[Finding, ...]:
    return tuple(
        finding(
            "E592",
            f"{annotation.label} “{annotation.span.of(article.text)[:30]}” of {annotation.agent} is not encoded",
            Locus(article.source.name, *locate(article.text, annotation.span.start)),
        )
        for annotation in annotations
    )
