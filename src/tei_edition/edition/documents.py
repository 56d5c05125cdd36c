"""TEI documents on disk: finding and loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition.files import read_bytes
from tei_edition.tei.document import TeiDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def documents_in(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Return the files that paths name, folders searched for ``*.xml``, each once, and findings on empty folders."""
    found: dict[Path, None] = {}
    findings: list[Finding] = []
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = sorted(file for file in path.rglob("*.xml") if file.is_file())
        found |= dict.fromkeys(inside)
        if not inside:
            message, hint = "this folder holds no .xml file", "name the folder of the TEI documents"
            findings.append(finding("X004", message, Locus(str(path)), hint=hint))
    return tuple(found), tuple(findings)


def load_documents(paths: Sequence[Path]) -> tuple[tuple[TeiDocument, ...], tuple[Finding, ...]]:
    """Return the documents that are well-formed XML, and findings on the others; an exporter says what it can use."""
    documents: list[TeiDocument] = []
    findings: list[Finding] = []
    for path in paths:
        data = read_bytes(path)
        if isinstance(data, Finding):
            findings.append(data)
            continue
        document, found = TeiDocument.parsed(str(path), data)
        findings += found
        documents += () if document is None else (document,)
    return tuple(documents), tuple(findings)
