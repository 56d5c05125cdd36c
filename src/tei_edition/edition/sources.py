"""The sources of an edition: which files there are, read and ready to be worked on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition.archives import unpacked
from tei_edition.edition.files import read_bytes
from tei_edition.edition.task import SourceFile

if TYPE_CHECKING:
    from tei_edition.edition.config import Project


def relative(project: Project, path: Path) -> str:
    """Return a path as findings and the state name it: from the project's folder where it lies below."""
    return (path.relative_to(project.root) if path.is_relative_to(project.root) else path).as_posix()


def output_of(project: Project, source: str) -> Path:
    """Return the path of the document that a source becomes."""
    return project.tei / f"{Path(source).stem}.xml"


def refusal(path: Path, output: Path) -> Finding | None:
    """Return why a file cannot be the source of an output, whatever its bytes; None where it can."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        message = "the file's name is not Unicode, so no document can say what it was made of"
        return finding("X004", message, Locus(str(path)), hint="rename the file")
    if output.exists() and output.samefile(path):
        return finding("E597", "its document would have the same path", Locus(str(path)))
    return None


def _included(project: Project) -> set[Path]:
    """Return the files that the project includes, without what its own builds have written below its sources."""
    written = [project.tei, project.epub, project.text]
    written += [settings.folder for settings in (project.site, project.data) if settings]
    return {
        path
        for pattern in project.include
        for path in project.sources.glob(pattern)
        if _is_meant(path) and not any(path.is_relative_to(folder) for folder in written)
    }


def _is_meant(path: Path) -> bool:
    """Tell whether a path that a pattern fits is meant as a source: a folder is not, a broken link or a pipe is."""
    return not path.is_dir()


def sources_of(project: Project) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Return the sources that can be read, in the order of their names, and findings on the others."""
    found = _included(project)
    sources: list[SourceFile] = []
    findings: list[Finding] = []
    stems: dict[str, str] = {}
    for path in sorted(found):
        # A name that is another's with ".diplomatic" would take the place of that one's diplomatic text.
        name, stem = relative(project, path), path.stem.casefold().removesuffix(".diplomatic")
        data = refusal(path, output_of(project, name)) or read_bytes(path)
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
    whole, more = unpacked(sources)
    return whole, (*findings, *more)
