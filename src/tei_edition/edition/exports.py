"""What an edition's TEI documents become: books, texts, web edition and data, where they do not stand already."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from tei_edition.core.digest import digest_bytes
from tei_edition.edition.brought_files import brought, file_bytes
from tei_edition.edition.data_files import export_data_files
from tei_edition.edition.export_files import Exporting, ExportReport
from tei_edition.edition.files import read_bytes
from tei_edition.edition.images import image_facts, images_of
from tei_edition.edition.site import export_site
from tei_edition.exporters.artifact import Exported

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_edition.edition.config import Project
    from tei_edition.edition.state import ArticleState, ExportState, State
    from tei_edition.exporters.text.options import Flavour
    from tei_edition.exporters.text.tokens import Columns

_UNSAFE = re.compile(r"[^\w.\-]+")
_SUFFIXES = {
    "reading": ".txt",
    "diplomatic": ".diplomatic.txt",
    "normalised": ".normalised.txt",
    "markdown": ".md",
    "conll": ".conll",
    "conllu": ".conllu",
}
_NO_DATE = "9999"


def export_all(project: Project, before: State, now: State) -> ExportReport:
    """Write books, texts, web edition and data of all documents in ``now``; what depends on nothing new is left alone.

    Args:
        project: The edition.
        before: What the last build wrote.
        now: What this build has written; the exports are added to it.

    Raises:
        OutputError: if one cannot be written.
    """
    work = Exporting(project, before, now, ExportReport())
    for entry in now.articles.values():
        for flavour in project.flavours:
            path = project.text / (Path(entry.output).stem + _SUFFIXES[flavour])
            work.file(path, _text_export(work, entry, flavour), [entry.sha256, flavour, project.notes])
    entries = sorted(now.articles.values(), key=lambda entry: (entry.date or _NO_DATE, entry.id))
    for kind in project.book.books if entries else ():
        for name, own in _books(work, kind, entries).items():
            _book(work, name, own, kind)
    export_site(work, entries)
    export_data_files(work, entries)
    for name, known in before.exports.items():
        if name not in now.exports:
            _remove(project.root / name, known)
    return work.report


def _text_export(work: Exporting, entry: ArticleState, flavour: str) -> Callable[[], Exported]:
    def made() -> Exported:
        from tei_edition.exporters.text import TextOptions, export_text, export_tokens  # noqa: PLC0415 - only where a text is to be made

        documents = work.documents([entry])
        if flavour in {"conll", "conllu"}:
            return export_tokens(documents, cast("Columns", flavour))
        kept: Literal["end", "none"] = "none" if work.project.notes == "none" else "end"
        return export_text(documents, TextOptions(flavour=cast("Flavour", flavour), notes=kept))

    return made


def _books(work: Exporting, kind: str, entries: Sequence[ArticleState]) -> dict[str, list[ArticleState]]:
    """Return the articles of each book of a kind by its file name, in the order of their dates."""
    book = work.project.book.name
    if kind == "edition":
        return {book: list(entries)}
    if kind == "article":
        return {f"{book}-{Path(entry.output).stem}": [entry] for entry in entries}
    from tei_edition.exporters.reading.header import header_of  # noqa: PLC0415 - only the books of issues need it

    found: dict[str, list[ArticleState]] = {}
    for entry in entries:
        source = header_of(work.documents([entry])[0].root).source
        parts = [book, source.date or entry.date or "undated", source.volume, source.issue]
        found.setdefault("-".join(_UNSAFE.sub("-", part) for part in parts if part), []).append(entry)
    return found


def _book(work: Exporting, name: str, entries: Sequence[ArticleState], kind: str) -> None:
    project, layout = work.project, work.project.book.layout
    cover, own = file_bytes(project.book.cover), brought(project, layout, ".xhtml")
    date, publisher, whole = project.encode.date, project.encode.publisher, kind == "edition"

    def made() -> Exported:
        from tei_edition.exporters.epub import EpubOptions, export_epub  # noqa: PLC0415 - heavy; not needed for texts

        documents = work.documents(entries)
        images, findings = images_of(documents, [project.sources])
        options = EpubOptions(
            title=project.title if whole else "",
            identifier=(project.identifier or "") if whole else "",
            language=project.language or "",
            modified=f"{(date + '-01-01')[:10]}T00:00:00Z" if date else "",
            publisher=publisher or "",
            name=name,
            cover=cover,
            css=own.css,
            templates=own.templates,
            files=own.files,
            images=images,
            order="date",
            presentation=layout.presentation,
        )
        exported = export_epub(documents, options)
        return Exported(exported.artifacts, (*findings, *exported.findings))

    facts = [[entry.sha256 for entry in entries], project.title, project.identifier, project.language, kind]
    look = [digest_bytes(cover), own.facts(), layout.presentation.facts()]
    work.file(project.epub / f"{name}.epub", made, [facts, date, publisher, look, image_facts(project.sources)])


def _remove(path: Path, known: ExportState) -> None:
    """Remove an output that nothing makes any more, unless somebody changed it."""
    data = read_bytes(path)
    if isinstance(data, bytes) and digest_bytes(data) == known.sha256:
        path.unlink()
