"""The web edition of a project: all its files, remade together where one of its documents has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.edition.brought_files import brought
from tei_edition.edition.images import image_facts, images_of
from tei_edition.exporters.artifact import Exported

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.edition.export_files import Exporting
    from tei_edition.edition.state import ArticleState


def export_site(work: Exporting, entries: Sequence[ArticleState]) -> None:
    """Write the project's web edition, if it has one and it does not stand already.

    Args:
        work: The exports.
        entries: The articles in the order of their dates.

    Raises:
        OutputError: if a file cannot be written.
    """
    project, settings = work.project, work.project.site
    if settings is None or not entries:
        return
    layout = settings.layout
    own = brought(project, layout, ".html")

    def made() -> Exported:
        from tei_edition.exporters.html import HtmlOptions, export_html  # noqa: PLC0415 - heavy; only sites need it

        documents = work.documents(entries)
        images, findings = images_of(documents, [project.sources])
        options = HtmlOptions(
            title=project.title,
            language=project.language or "",
            introduction=settings.introduction,
            css=own.css,
            templates=own.templates,
            files=own.files,
            presentation=layout.presentation,
            images=images,
        )
        exported = export_html(documents, options)
        return Exported(exported.artifacts, (*findings, *exported.findings))

    facts = [[entry.sha256 for entry in entries], project.title, project.language, settings.introduction]
    basis = [*facts, own.facts(), layout.presentation.facts(), image_facts(project.sources)]
    work.folder(settings.folder, made, basis)
