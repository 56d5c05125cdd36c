"""The data of a project: one file a format, and two where mentions and registry are apart."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_edition.edition.export_files import Exporting
    from tei_edition.edition.state import ArticleState
    from tei_edition.exporters.artifact import Exported
    from tei_edition.exporters.data.gathered import Gathered
    from tei_edition.exporters.data.options import Content, Format

_FILES = {
    "csv": {"mentions": "mentions.csv", "registry": "registry.csv"},
    "json": {"mentions": "data.json"},
    "jsonld": {"mentions": "annotations.jsonld", "registry": "registry.jsonld"},
    "geojson": {"registry": "places.geojson"},
    "ttl": {"registry": "registry.ttl"},
}


def export_data_files(work: Exporting, entries: Sequence[ArticleState]) -> None:
    """Write the project's data, if it wants any and they do not stand already.

    Args:
        work: The exports.
        entries: The articles in the order of their dates.

    Raises:
        OutputError: if a file cannot be written.
    """
    settings = work.project.data
    if settings is None or not entries:
        return

    @cache
    def gathered() -> Gathered:
        from tei_edition.exporters.data import gather  # noqa: PLC0415 - only where data are to be made

        return gather(work.documents(entries))

    digests = [entry.sha256 for entry in entries]
    for name in settings.formats:
        for content, file in _FILES[name].items():
            basis = [digests, name, content, settings.base]
            work.file(settings.folder / file, _made(gathered, name, content, settings.base), basis)


def _made(gathered: Callable[[], Gathered], name: str, content: str, base: str) -> Callable[[], Exported]:
    def made() -> Exported:
        from tei_edition.exporters.data import DataOptions, export_gathered  # noqa: PLC0415 - only where data are made

        options = DataOptions(format=cast("Format", name), content=cast("Content", content), base=base)
        return export_gathered(gathered(), options)

    return made
