"""What an edition's TEI documents become: one book and the plain texts, where they are not there already."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.version import VERSION
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.sources import relative
from tei_edition.edition.state import ExportState
from tei_edition.exporters.epub import EpubOptions, export_epub
from tei_edition.exporters.text import TextOptions, export_text
from tei_edition.tei.document import TeiDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.edition.config import Project
    from tei_edition.edition.state import ArticleState, State
    from tei_edition.exporters.artifact import Exported

_FORMAT = 1
"""Raised whenever the same documents may give another book or text."""

_SUFFIXES = {"reading": ".txt", "diplomatic": ".diplomatic.txt"}


@dataclass(slots=True)
class ExportReport:
    """What the exports did: findings on all of them, and the files written."""

    findings: list[Finding] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)


def export_all(project: Project, before: State, now: State) -> ExportReport:
    """Write the book and the plain texts of all documents in ``now``; what depends on nothing new is left alone.

    Args:
        project: The edition.
        before: What the last build wrote.
        now: What this build has written; the exports are added to it.

    Raises:
        OutputError: if one cannot be written.
    """
    report = ExportReport()
    for entry in now.articles.values():
        for flavour in project.flavours:
            path = project.text / (Path(entry.output).stem + _SUFFIXES[flavour])
            _export(
                project, path, _text_export(project, entry, flavour), (before, now, report), [entry.sha256, flavour]
            )
    if now.articles:
        entries = sorted(now.articles.values(), key=lambda entry: (entry.date or "9999", entry.id))
        path = project.epub / f"{project.book}.epub"
        extra = [_file(project.cover), _file(project.css)]
        facts = [[entry.sha256 for entry in entries], project.title, project.identifier, project.language]
        date, publisher = project.encode.date, project.encode.publisher
        basis = [facts, date, publisher, [digest_bytes(data) for data in extra]]
        _export(project, path, _book_export(project, entries, extra), (before, now, report), basis)
    for name, known in before.exports.items():
        if name not in now.exports:
            _remove(project.root / name, known)
    return report


def _text_export(project: Project, entry: ArticleState, flavour: str) -> Callable[[], Exported]:
    options = TextOptions(flavour="diplomatic" if flavour == "diplomatic" else "reading")
    return lambda: export_text(_documents(project, [entry]), options)


def _book_export(project: Project, entries: Sequence[ArticleState], extra: Sequence[bytes]) -> Callable[[], Exported]:
    modified = f"{(project.encode.date + '-01-01')[:10]}T00:00:00Z" if project.encode.date else ""
    options = EpubOptions(
        title=project.title,
        identifier=project.identifier or "",
        language=project.language or "",
        modified=modified,
        publisher=project.encode.publisher or "",
        name=project.book,
        cover=extra[0],
        css=extra[1],
    )
    return lambda: export_epub(_documents(project, entries), options)


def _documents(project: Project, entries: Sequence[ArticleState]) -> tuple[TeiDocument, ...]:
    contents = [(entry.output, read_bytes(project.root / entry.output)) for entry in entries]
    return tuple(TeiDocument(name, data) for name, data in contents if isinstance(data, bytes))


def _export(
    project: Project,
    path: Path,
    make: Callable[[], Exported],
    states: tuple[State, State, ExportReport],
    basis: Sequence[object],
) -> None:
    before, now, report = states
    name = relative(project, path)
    key = digest_value([VERSION, _FORMAT, *basis])
    known = before.exports.get(name)
    data = read_bytes(path)
    if known and known.key == key and isinstance(data, bytes) and digest_bytes(data) == known.sha256:
        now.exports[name] = known
        report.findings += known.findings
        return
    exported = make()
    report.findings += exported.findings
    for artifact in exported.artifacts[:1]:
        write_whole(path, artifact.data)
        report.written.append(path)
        now.exports[name] = ExportState(key, digest_bytes(artifact.data), exported.findings)


def _file(path: Path | None) -> bytes:
    data = read_bytes(path) if path else b""
    return data if isinstance(data, bytes) else b""


def _remove(path: Path, known: ExportState) -> None:
    """Remove an output that nothing makes any more, unless somebody changed it."""
    data = read_bytes(path)
    if isinstance(data, bytes) and digest_bytes(data) == known.sha256:
        path.unlink()
