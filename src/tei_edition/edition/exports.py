"""What an edition's TEI documents become: books and plain texts, where they are not there already."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.version import VERSION
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.images import image_facts, images_of
from tei_edition.edition.site import export_site
from tei_edition.edition.sources import relative
from tei_edition.edition.state import ExportState
from tei_edition.exporters.artifact import Exported
from tei_edition.tei.document import TeiDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.edition.config import Project
    from tei_edition.edition.state import ArticleState, State
    from tei_edition.exporters.text.options import Flavour
    from tei_edition.exporters.text.tokens import Columns

_UNSAFE = re.compile(r"[^\w.\-]+")
_FORMAT = 3
"""Raised whenever the same documents may give another book or text."""

_SUFFIXES = {
    "reading": ".txt",
    "diplomatic": ".diplomatic.txt",
    "normalised": ".normalised.txt",
    "markdown": ".md",
    "conll": ".conll",
    "conllu": ".conllu",
}
_NO_DATE = "9999"


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
    states = before, now, report
    for entry in now.articles.values():
        for flavour in project.flavours:
            path = project.text / (Path(entry.output).stem + _SUFFIXES[flavour])
            basis = [entry.sha256, flavour, project.notes]
            _export(project, path, _text_export(project, entry, flavour), states, basis)
    entries = sorted(now.articles.values(), key=lambda entry: (entry.date or _NO_DATE, entry.id))
    for kind in project.books if entries else ():
        for name, own in _books(project, kind, entries).items():
            _book(project, project.epub / f"{name}.epub", own, kind, states)
    export_site(project, _documents(project, entries) if project.html else (), before, now, report)
    for name, known in before.exports.items():
        if name not in now.exports:
            _remove(project.root / name, known)
    return report


def _text_export(project: Project, entry: ArticleState, flavour: str) -> Callable[[], Exported]:
    def made() -> Exported:
        from tei_edition.exporters.text import TextOptions, export_text, export_tokens  # noqa: PLC0415 - only where a text is to be made

        documents = _documents(project, [entry])
        if flavour in {"conll", "conllu"}:
            return export_tokens(documents, cast("Columns", flavour))
        kept: Literal["end", "none"] = "none" if project.notes == "none" else "end"
        return export_text(documents, TextOptions(flavour=cast("Flavour", flavour), notes=kept))

    return made


def _books(project: Project, kind: str, entries: Sequence[ArticleState]) -> dict[str, list[ArticleState]]:
    """Return the articles of each book of a kind by its file name, in the order of their dates."""
    if kind == "edition":
        return {project.book: list(entries)}
    if kind == "article":
        return {f"{project.book}-{Path(entry.output).stem}": [entry] for entry in entries}
    from tei_edition.exporters.reading.header import header_of  # noqa: PLC0415 - only the books of issues need it

    found: dict[str, list[ArticleState]] = {}
    for entry in entries:
        source = header_of(_documents(project, [entry])[0].root).source
        parts = [project.book, source.date or entry.date or "undated", source.volume, source.issue]
        found.setdefault("-".join(_UNSAFE.sub("-", part) for part in parts if part), []).append(entry)
    return found


def _book(
    project: Project,
    path: Path,
    entries: Sequence[ArticleState],
    kind: str,
    states: tuple[State, State, ExportReport],
) -> None:
    extra = [_file(project.cover), _file(project.css)]
    facts = [[entry.sha256 for entry in entries], project.title, project.identifier, project.language]
    shown = project.presentation
    look = [shown.speakers, shown.reviewed, shown.certainty, sorted(shown.elements.items()), kind]
    given = [digest_bytes(data) for data in extra]
    basis = [facts, project.encode.date, project.encode.publisher, given, look, image_facts(project.sources)]
    _export(project, path, _book_export(project, path.stem, entries, extra, kind), states, basis)


def _book_export(
    project: Project, name: str, entries: Sequence[ArticleState], extra: Sequence[bytes], kind: str
) -> Callable[[], Exported]:
    modified = f"{(project.encode.date + '-01-01')[:10]}T00:00:00Z" if project.encode.date else ""
    whole = kind == "edition"

    def made() -> Exported:
        from tei_edition.exporters.epub import EpubOptions, export_epub  # noqa: PLC0415 - heavy; not needed for texts

        documents = _documents(project, entries)
        images, findings = images_of(documents, [project.sources])
        options = EpubOptions(
            title=project.title if whole else "",
            identifier=(project.identifier or "") if whole else "",
            language=project.language or "",
            modified=modified,
            publisher=project.encode.publisher or "",
            name=name,
            cover=extra[0],
            css=extra[1],
            images=images,
            order="date",
            presentation=project.presentation,
        )
        exported = export_epub(documents, options)
        return Exported(exported.artifacts, (*findings, *exported.findings))

    return made


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
