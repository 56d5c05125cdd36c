"""Files that exports write: made where they do not stand already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.version import VERSION
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.sources import relative
from tei_edition.edition.state import ExportState
from tei_edition.tei.document import TeiDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tei_edition.core.finding import Finding
    from tei_edition.edition.config import Project
    from tei_edition.edition.state import ArticleState, State
    from tei_edition.exporters.artifact import Exported

_FORMAT = 7
"""Raised whenever the same documents may give another file."""


@dataclass(slots=True)
class ExportReport:
    """What the exports did: findings on all of them, and the files written."""

    findings: list[Finding] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)


class Exporting(NamedTuple):
    """Exports at work: the project, what the last build wrote, what this one has written, and the report."""

    project: Project
    before: State
    now: State
    report: ExportReport

    def file(self, path: Path, make: Callable[[], Exported], basis: Sequence[object]) -> None:
        """Write one file, unless it stands already.

        Args:
            path: Of the file.
            make: Makes it; the first artifact is written.
            basis: All that the file depends on.

        Raises:
            OutputError: if it cannot be written.
        """
        name = relative(self.project, path)
        key = digest_value([VERSION, _FORMAT, *basis])
        known = self.before.exports.get(name)
        if known and known.key == key and self.stands(name, known):
            self.now.exports[name] = known
            self.report.findings += known.findings
            return
        exported = make()
        self.report.findings += exported.findings
        for artifact in exported.artifacts[:1]:
            write_whole(path, artifact.data)
            self.report.written.append(path)
            self.now.exports[name] = ExportState(key, digest_bytes(artifact.data), exported.findings)

    def folder(self, folder: Path, make: Callable[[], Exported], basis: Sequence[object]) -> None:
        """Write the files of a folder together, unless all of them stand already.

        Args:
            folder: Where they go.
            make: Makes them; names of artifacts are paths within the folder. The first is the one that is reported.
            basis: All that the files depend on.

        Raises:
            OutputError: if one cannot be written.
        """
        key = digest_value([VERSION, _FORMAT, relative(self.project, folder), *basis])
        standing = {name: entry for name, entry in self.before.exports.items() if entry.key == key}
        if standing and all(self.stands(name, entry) for name, entry in standing.items()):
            self.now.exports |= standing
            self.report.findings += next((entry.findings for entry in standing.values() if entry.findings), ())
            return
        exported = make()
        self.report.findings += exported.findings
        told = exported.findings
        for artifact in exported.artifacts:
            path = folder / artifact.name
            if read_bytes(path) != artifact.data:
                write_whole(path, artifact.data)
            self.now.exports[relative(self.project, path)] = ExportState(key, digest_bytes(artifact.data), told)
            told = ()
        self.report.written += [folder / artifact.name for artifact in exported.artifacts[:1]]

    def stands(self, name: str, entry: ExportState) -> bool:
        """Tell whether a file is as it was written."""
        data = read_bytes(self.project.root / name)
        return isinstance(data, bytes) and digest_bytes(data) == entry.sha256

    def documents(self, entries: Iterable[ArticleState]) -> tuple[TeiDocument, ...]:
        """Return the documents of articles."""
        contents = [(entry.output, read_bytes(self.project.root / entry.output)) for entry in entries]
        return tuple(TeiDocument(name, data) for name, data in contents if isinstance(data, bytes))
