"""TEI documents to data: mentions with their context, the registry, places, annotations, linked data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.exporters.artifact import Artifact, Exported
from tei_edition.exporters.data.annotations import annotation_page
from tei_edition.exporters.data.gathered import Gathered, gather
from tei_edition.exporters.data.geojson import place_features
from tei_edition.exporters.data.linked import registry_graph
from tei_edition.exporters.data.options import DataOptions
from tei_edition.exporters.data.records import record_file
from tei_edition.exporters.data.tables import mentions_table, registry_table
from tei_edition.exporters.data.turtle import registry_turtle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tei.document import TeiDocument

__all__ = ["DataOptions", "export_data", "export_gathered", "gather"]

_ENDINGS = {
    "csv": ("csv", "text/csv"),
    "json": ("json", "application/json"),
    "jsonld": ("jsonld", "application/ld+json"),
    "geojson": ("geojson", "application/geo+json"),
    "ttl": ("ttl", "text/turtle"),
}


def export_data(documents: Sequence[TeiDocument], options: DataOptions | None = None) -> Exported:
    """Export what is marked up in documents as data in one format.

    The same documents and options give the same bytes.

    Args:
        documents: TEI P5 documents; one that holds a register only adds to the registry.
        options: See ``DataOptions``.

    Returns:
        One artifact, none where no document is TEI P5; findings B801, X101 and W801.
    """
    return export_gathered(gather(documents), options or DataOptions())


def export_gathered(data: Gathered, options: DataOptions) -> Exported:
    """Export what was gathered from documents, as ``export_data`` does: several formats of the same need it once."""
    if not data.documents and not data.entities:
        return Exported((), (*data.findings, finding("W801", "no document has a text or a register")))
    ending, media_type = _ENDINGS[options.format]
    artifact = Artifact(f"{options.name}.{ending}", media_type, _written(data, options))
    return Exported((artifact,), data.findings)


def _written(data: Gathered, options: DataOptions) -> bytes:
    registry = options.content == "registry"
    match options.format:
        case "csv":
            return registry_table(data) if registry else mentions_table(data)
        case "jsonld":
            return registry_graph(data, options.base) if registry else annotation_page(data, options.base)
        case "geojson":
            return place_features(data)
        case "ttl":
            return registry_turtle(data, options.base)
        case _:
            return record_file(data)
