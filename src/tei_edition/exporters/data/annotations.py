"""Mentions as Web Annotations that other programs can place on the TEI files.

Source: Web Annotation Data Model, 3.2 "Bodies and Targets", 4.2.4 "Text Quote Selector", 4.2.5 "Text Position
Selector", 5.2 "Annotation Page".
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.exporters.data.records import as_json
from tei_edition.exporters.data.statements import iri_of

if TYPE_CHECKING:
    from tei_edition.exporters.data.gathered import Described, Gathered
    from tei_edition.exporters.data.mentions import Mention

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(data: Gathered, base: str) -> bytes:
    """Return one page of annotations, in the order of the texts.

    Positions count the code points of a document's text content, markup taken away; ``exact`` is the text there.

    Args:
        data: What was gathered.
        base: Address of the folder that the documents are published in; empty: their names stay relative.
    """
    folder = f"{base.rstrip('/')}/" if base else ""
    items = [
        _annotation(mention, document, data, folder) for document in data.documents for mention in document.mentions
    ]
    page = {"@context": _CONTEXT, "id": f"{folder}#annotations", "type": "AnnotationPage", "items": items}
    return as_json(page)


def _annotation(mention: Mention, document: Described, data: Gathered, folder: str) -> dict[str, object]:
    source = folder + quote(document.file)
    return {
        "id": iri_of(mention.id, folder),
        "type": "Annotation",
        "motivation": "identifying" if mention.entity else "tagging",
        "body": _bodies(mention, data, folder),
        "target": {
            "source": {"id": source, "format": "application/tei+xml", "language": document.header.language},
            "selector": [
                _quoted(mention),
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
            ],
        },
    }


def _bodies(mention: Mention, data: Gathered, folder: str) -> list[dict[str, object]]:
    bodies: list[dict[str, object]] = []
    if mention.entity:
        entity = data.entities[mention.entity]
        bodies.append({"type": "SpecificResource", "source": iri_of(entity.key, folder), "purpose": "identifying"})
        bodies += [
            {"type": "SpecificResource", "source": identifier.iri, "purpose": "identifying"}
            for identifier in entity.identifiers
            if identifier.iri
        ]
    bodies.append({"type": "TextualBody", "value": mention.kind or mention.element, "purpose": "tagging"})
    return bodies


def _quoted(mention: Mention) -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": mention.exact, "prefix": mention.prefix, "suffix": mention.suffix}
