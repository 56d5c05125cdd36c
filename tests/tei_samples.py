"""Small TEI documents for tests."""

from __future__ import annotations

from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import TEI_NS

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)


def document(body: str, header: str = HEADER, *, language: str = "en", name: str = "t.xml") -> TeiDocument:
    text = f'<TEI xmlns="{TEI_NS}" xml:lang="{language}">{header}<text><body>{body}</body></text></TEI>'
    return TeiDocument(name, text.encode())
