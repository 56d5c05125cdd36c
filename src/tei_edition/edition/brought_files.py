"""What a project brings along for the look of its editions: style sheet, templates, images and fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.edition.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tei_edition.edition.config import Project
    from tei_edition.edition.export_settings import Layout

_PAGES = (".html", ".xhtml")


class Brought(NamedTuple):
    """What a project brings along for the look of an edition: style sheet, templates and other files by path."""

    css: bytes
    templates: Mapping[str, bytes]
    files: Mapping[str, bytes]

    def facts(self) -> list[object]:
        """Return what tells whether an edition must be made anew."""
        from tei_edition.core.digest import digest_bytes  # noqa: PLC0415 - needed only where outputs are kept

        digests = [sorted((path, digest_bytes(data)) for path, data in each.items()) for each in self[1:]]
        return [digest_bytes(self.css), *digests]


def brought(project: Project, layout: Layout, ending: str) -> Brought:
    """Return what a project brings along; ``ending`` is that of the templates of this kind of edition."""
    return Brought(file_bytes(layout.css), templates_in(project.root, layout.templates, ending), files_in(layout.files))


def templates_in(root: Path, folder: Path | None, ending: str) -> dict[str, bytes]:
    """Return the files in a folder of templates by their paths from ``root``, without pages of another ending."""
    found = files_in(folder) if folder else {}
    start = f"{folder.relative_to(root).as_posix()}/" if folder and folder.is_relative_to(root) else f"{folder}/"
    return {start + name: data for name, data in found.items() if name.endswith(ending) or not name.endswith(_PAGES)}


def files_in(folder: Path | None) -> dict[str, bytes]:
    """Return the files in a folder and those below by their paths from it; hidden ones are left out."""
    paths = sorted(folder.rglob("*")) if folder else []
    names = {path.relative_to(folder): path for path in paths if folder and path.is_file()}
    contents = {
        name.as_posix(): read_bytes(path)
        for name, path in names.items()
        if not any(part.startswith(".") for part in name.parts)
    }
    return {name: data for name, data in contents.items() if isinstance(data, bytes)}


def file_bytes(path: Path | None) -> bytes:
    """Return the bytes of a file; none where there is no such file."""
    data = read_bytes(path) if path else b""
    return data if isinstance(data, bytes) else b""
