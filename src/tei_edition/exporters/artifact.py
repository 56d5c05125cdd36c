"""What an exporter gives back: named bytes and findings; writing them is the edition's business."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding


class Artifact(NamedTuple):
    """One file to write.

    Attributes:
        name: A file name such as ``militant-1997-04-28.epub``; of a site with many files a relative path, its parts
            joined by ``/``: ``articles/the-strike.html``.
        media_type: Such as ``application/epub+zip``.
        data: The file's bytes.
    """

    name: str
    media_type: str
    data: bytes


class Exported(NamedTuple):
    """What came of an export: the files, none where the documents cannot be exported; and what was found."""

    artifacts: tuple[Artifact, ...]
    findings: tuple[Finding, ...] = ()
