"""The sources of an edition: which files there are, read and ready to be worked on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition.files import read_bytes
from tei_edition.edition.pipeline import SourceFile

if TYPE_CHECKING:
    from tei_edition.edition.config import Project


def relative(project: Project, path: Path) -> str:
    """Return a path as findings and the state name it: from the project's folder where it lies below."""
    return (path.relative_to(project.root) if path.is_relative_to(project.root) else path).as_posix()


def output_of(project: Project, source: str) -> Path:
    """Return the path of the document that a source becomes."""
    return project.tei / f"{Path(source).stem}.xml"


def sources_of(project: Project) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Return the sources that can be read, in the order of their names, and findings on the others."""
    found = {path for pattern in project.include for path in project.sources.glob(pattern) if path.is_file()}
    sources: list[SourceFile] = []
    findings: list[Finding] = []
    stems: dict[str, str] = {}
    for path in sorted(found):
        name, stem = relative(project, path), path.stem.casefold()
        data = read_bytes(path)
        if isinstance(data, Finding):
            findings.append(data.at(name))
        elif stem in stems or stem == "registry":
            other = stems.get(stem, "the registry")
            findings.append(finding("E596", f"its output would have the same name as that of {other}", Locus(name)))
        else:
            stems[stem] = name
            sources.append(SourceFile(name, data, project.read, project.taggers))
    if not found:
        folder = relative(project, project.sources)
        message = "there is no such folder" if not project.sources.is_dir() else "no file here is a source"
        findings.append(finding("E593", message, Locus(folder)))
    return tuple(sources), tuple(findings)
