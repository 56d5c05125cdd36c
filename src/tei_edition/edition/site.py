"""The web edition of a project: all its files, remade together where one of its documents has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.version import VERSION
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.images import image_facts, images_of
from tei_edition.edition.sources import relative
from tei_edition.edition.state import ExportState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.edition.config import Project
    from tei_edition.edition.exports import ExportReport
    from tei_edition.edition.state import State
    from tei_edition.tei.document import TeiDocument

_FORMAT = 1
"""Raised whenever the same documents may give another site."""


def export_site(
    project: Project, documents: Sequence[TeiDocument], before: State, now: State, report: ExportReport
) -> None:
    """Write the project's web edition, if it has one and it does not stand already.

    Args:
        project: The edition.
        documents: Its documents in the order of their dates.
        before: What the last build wrote; a page of its that is no longer made is for the caller to remove.
        now: What this build has written; the site's files are added to it.
        report: Takes the findings and the files written.

    Raises:
        OutputError: if a file cannot be written.
    """
    if project.html is None or not documents:
        return
    style = read_bytes(project.html_css) if project.html_css else b""
    css = style if isinstance(style, bytes) else b""
    facts = [[digest_bytes(document.data) for document in documents], project.title, project.language]
    given = [project.introduction, digest_bytes(css), image_facts(project.sources), relative(project, project.html)]
    key = digest_value([VERSION, _FORMAT, *facts, *given])
    standing = {name: entry for name, entry in before.exports.items() if entry.key == key}
    if standing and all(_stands(project, name, entry) for name, entry in standing.items()):
        now.exports |= standing
        report.findings += next((entry.findings for entry in standing.values() if entry.findings), ())
        return
    from tei_edition.exporters.html import HtmlOptions, export_html  # noqa: PLC0415 - heavy; only sites need it

    images, findings = images_of(documents, [project.sources])
    options = HtmlOptions(
        title=project.title,
        language=project.language or "",
        introduction=project.introduction,
        css=css,
        images=images,
    )
    exported = export_html(documents, options)
    told = (*findings, *exported.findings)
    report.findings += told
    for artifact in exported.artifacts:
        path = project.html / artifact.name
        write_whole(path, artifact.data)
        now.exports[relative(project, path)] = ExportState(key, digest_bytes(artifact.data), told)
        told = ()
    report.written += [project.html / artifact.name for artifact in exported.artifacts[:1]]


def _stands(project: Project, name: str, entry: ExportState) -> bool:
    data = read_bytes(project.root / name)
    return isinstance(data, bytes) and digest_bytes(data) == entry.sha256
