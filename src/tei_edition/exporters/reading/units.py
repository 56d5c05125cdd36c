"""The texts of a document: one of a ``TEI``, many of a ``teiCorpus`` or of a ``TEI`` that holds others.

Source: TEI Guidelines, DS "Default Text Structure"; CC "Language Corpora"; HD "The TEI Header".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.tei.names import is_tei, local_name, tei
from tei_edition.tei.parse import parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.tei.document import TeiDocument

_TEXTS = ("text", "sourceDoc")


class Unit(NamedTuple):
    """One text with its header.

    Attributes:
        tei: The ``TEI`` element.
        texts: Its ``text`` elements; its ``sourceDoc`` where it has no ``text``.
    """

    tei: Element
    texts: tuple[Element, ...]


class Units(NamedTuple):
    """The texts of one document in its order, and what was found looking for them."""

    units: tuple[Unit, ...]
    findings: tuple[Finding, ...] = ()


def units_of(document: TeiDocument) -> Units:
    """Return the texts of a document; none and a finding where it is no TEI P5 (B801) or has no words (B802)."""
    try:
        root = document.root
    except ValueError:  # not well-formed: the parser says why
        return Units((), parse(document.data, document.name).findings)
    locus = Locus(document.name, 1)
    if not is_tei(root, "TEI", "teiCorpus"):
        name = local_name(root)
        if is_tei(root):
            return Units(
                (), (finding("B802", f"the root element is {name}: a part of a TEI document without text", locus),)
            )
        kind = "TEI P4" if name in {"TEI.2", "teiCorpus.2"} else "not TEI P5"
        return Units((), (finding("B801", f"the root element {name} is {kind}", locus),))
    found = [_unit(element) for element in root.iter(tei("TEI"))]
    units = tuple(unit for unit in found if unit.texts)
    return Units(units) if units else Units((), (finding("B802", "the document has no text with words in it", locus),))


def _unit(element: Element) -> Unit:
    for name in _TEXTS:
        texts = tuple(child for child in element if is_tei(child, name) and _has_words(child))
        if texts:
            return Unit(element, texts)
    return Unit(element, ())


def _has_words(element: Element) -> bool:
    return any(piece.strip() for piece in element.itertext()) or next(element.iter(tei("graphic")), None) is not None
