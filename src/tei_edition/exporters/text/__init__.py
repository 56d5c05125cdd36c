"""TEI documents to plain text, for readers or character for character.

Source: TEI Guidelines, CO "Elements Available in All TEI Documents"; DS, VE, DR for divisions, verse and drama.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.header import header_of
from tei_edition.exporters.reading.quotation import keeps_marks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.text.front_matter import front_matter
from tei_edition.exporters.text.options import TextOptions
from tei_edition.exporters.text.walk import DEEPEST, Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.reading.units import Unit
    from tei_edition.tei.document import TeiDocument

__all__ = ["TextOptions", "export_text"]


def export_text(documents: Sequence[TeiDocument], options: TextOptions | None = None) -> Exported:
    """Export documents as plain text in UTF-8, one artifact each.

    With ``flavour="diplomatic"`` and ``header=False``, a document whose divisions have ``xml:space="preserve"`` gives
    back its source character for character.

    Args:
        documents: TEI P5 documents, a ``teiCorpus`` included.
        options: See ``TextOptions``.

    Returns:
        An artifact for every document that has a text, and findings B801, B802 and B807 about the others.
    """
    chosen = options or TextOptions()
    artifacts: list[Artifact] = []
    findings: list[Finding] = []
    for document in documents:
        units = units_of(document)
        findings += units.findings
        texts = [_text(document, unit, chosen, findings) for unit in units.units]
        if texts:
            text = "\n\n\n".join(texts)
            whole = text if text.endswith("\n") or chosen.flavour == "diplomatic" else text + "\n"
            artifacts.append(Artifact(f"{_stem(document.name)}.txt", "text/plain", whole.encode()))
    return Exported(tuple(artifacts), tuple(findings))


def _text(document: TeiDocument, unit: Unit, options: TextOptions, findings: list[Finding]) -> str:
    reading = options.flavour == "reading"
    header = header_of(unit.tei)
    walk = Walk(frozenset(), "reading" if reading else "original", keeps_marks(unit.tei), header.language)
    out = walk.paragraphs()
    for text in unit.texts:
        walk.blocks = blocks(text)
        walk.element(text, out)
    parts = [front_matter(header, typographic=reading)] if options.header else []
    parts.append(out.joined())
    if walk.notes:
        parts.append("\n".join(f"[{number}] {note}" for number, note in enumerate(walk.notes, 1)))
    if walk.too_deep:
        message = f"elements are nested more than {DEEPEST} deep; their text is kept without structure"
        findings.append(finding("B807", message, Locus(document.name, walk.too_deep)))
    return "\n\n".join(part for part in parts if part)


def _stem(name: str) -> str:
    file = name.replace("\\", "/").rpartition("/")[2]
    return file.rpartition(".")[0] or file or "text"
