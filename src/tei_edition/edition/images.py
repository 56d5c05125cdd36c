"""The images that documents show, read from folders of the edition; nothing from elsewhere.

Source: TEI Guidelines, FTGRA "Specific Elements for Graphic Images".
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition.files import read_bytes
from tei_edition.tei.names import TEI_NS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tei_edition.tei.document import TeiDocument

LARGEST = 20 * 2**20
"""Bytes of the largest image that is read."""

_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})


def images_of(
    documents: Iterable[TeiDocument], folders: Iterable[Path]
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Return the images that documents show, by the ``url`` they are shown with, and findings on those too large.

    An image is looked for in each folder in turn, never above it; what is not there is the exporter's to tell.
    """
    roots = [folder.resolve() for folder in folders]
    found: dict[str, bytes] = {}
    findings: list[Finding] = []
    for document in documents:
        for graphic in document.root.iter(f"{{{TEI_NS}}}graphic"):
            url = graphic.get("url", "")
            path = _path(url, roots) if url and url not in found else None
            if path is None:
                continue
            size = path.stat().st_size
            if size > LARGEST:
                message = f"{url} has {size // 2**20} MiB, more than the {LARGEST // 2**20} that a book takes"
                findings.append(finding("B810", message, Locus(document.name, graphic.sourceline or 0)))
                continue
            data = read_bytes(path)
            if isinstance(data, bytes):
                found[url] = data
    return found, tuple(findings)


def image_facts(folder: Path) -> list[tuple[str, int, int]]:
    """Return name, size and time of change of every image in a folder: what tells whether a book must be made anew."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES and path.is_file())
    return [(path.relative_to(folder).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files]


def _path(url: str, roots: Iterable[Path]) -> Path | None:
    if ":" in url or url.startswith(("/", "\\", "#")) or "\0" in url:
        return None
    for root in roots:
        path = (root / unquote(url)).resolve()
        if path.is_relative_to(root) and path.suffix.lower() in _SUFFIXES and path.is_file():
            return path
    return None
