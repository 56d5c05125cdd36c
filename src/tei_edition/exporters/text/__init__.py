"""TEI documents to plain text: for readers, character for character, for corpus tools, as Markdown, as tokens.

Source: TEI Guidelines, CO "Elements Available in All TEI Documents"; DS, VE, DR for divisions, verse and drama.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.reading.flow import blocks
from tei_edition.exporters.reading.header import header_of, language_of
from tei_edition.exporters.reading.quotation import keeps_marks
from tei_edition.exporters.reading.units import units_of
from tei_edition.exporters.text import markdown
from tei_edition.exporters.text.front_matter import with_front_matter
from tei_edition.exporters.text.manner import Manner, manner
from tei_edition.exporters.text.options import TextOptions
from tei_edition.exporters.text.tokens import Columns, written
from tei_edition.exporters.text.walk import DEEPEST, Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.reading.units import Unit
    from tei_edition.tei.document import TeiDocument

__all__ = ["TextOptions", "export_text", "export_tokens"]


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
    markdown_ = chosen.flavour == "markdown"
    extension, media_type = ("md", "text/markdown") if markdown_ else ("txt", "text/plain")
    for document in documents:
        units = units_of(document)
        findings += units.findings
        texts = [_text(document, unit, chosen, findings) for unit in units.units]
        if texts:
            text = ("\n" if chosen.flavour == "normalised" else "\n\n\n").join(texts)
            whole = text if text.endswith("\n") or chosen.flavour == "diplomatic" else text + "\n"
            artifacts.append(Artifact(f"{_stem(document.name)}.{extension}", media_type, whole.encode()))
    return Exported(tuple(artifacts), tuple(findings))


def export_tokens(documents: Sequence[TeiDocument], columns: Columns = "conll") -> Exported:
    """Export documents as tokens with IOB2 entity tags, one artifact each; notes come last.

    Args:
        documents: TEI P5 documents, a ``teiCorpus`` included.
        columns: ``conll``: token and tag. ``conllu``: the ten columns of CoNLL-U, the tag as ``NER=`` in the last.

    Returns:
        An artifact for every document that has a text, and findings B801, B802 and B807 about the others.
    """
    artifacts: list[Artifact] = []
    findings: list[Finding] = []
    how = Manner(typographic=False, signs=False, entities=True)
    for document in documents:
        units = units_of(document)
        findings += units.findings
        stem = _stem(document.name)
        lines: list[str] = []
        for unit in units.units:
            walk, body = _walked(document, unit, how, findings)
            lines += [line for line in "\n".join((body, *walk.notes)).split("\n") if line]
        if units.units:
            data = written(lines, stem, columns).encode()
            artifacts.append(Artifact(f"{stem}.{columns}", "text/plain", data))
    return Exported(tuple(artifacts), tuple(findings))


def _text(document: TeiDocument, unit: Unit, options: TextOptions, findings: list[Finding]) -> str:
    how = manner(options.flavour, notes=options.notes == "end")
    walk, body = _walked(document, unit, how, findings)
    parts = with_front_matter(header_of(unit.tei), how, body) if options.header and how.signs else [body]
    if walk.notes:
        parts.append(_notes(walk.notes, how))
    return ("\n\n" if how.signs else "\n").join(part for part in parts if part)


def _walked(document: TeiDocument, unit: Unit, how: Manner, findings: list[Finding]) -> tuple[Walk, str]:
    walk = Walk(frozenset(), how, keeps_marks(unit.tei), language_of(unit.tei))
    out = walk.paragraphs()
    for text in unit.texts:
        walk.blocks = blocks(text)
        walk.element(text, out)
    if walk.too_deep:
        message = f"elements are nested more than {DEEPEST} deep; their text is kept without structure"
        findings.append(finding("B807", message, Locus(document.name, walk.too_deep)))
    return walk, out.joined()


def _notes(notes: Sequence[str], how: Manner) -> str:
    if how.markdown:
        return "\n\n".join(markdown.note(number, words) for number, words in enumerate(notes, 1))
    if not how.signs:
        return "\n".join(notes)
    return "\n".join(f"[{number}] {words}" for number, words in enumerate(notes, 1))


def _stem(name: str) -> str:
    file = name.replace("\\", "/").rpartition("/")[2]
    return file.rpartition(".")[0] or file or "text"
