"""Raw articles to TEI without a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition import pipeline
from tei_edition.edition.executors import Guarded, jobs_for, run
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.edition.settle import unique_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.encoding.options import EncodeOptions
    from tei_edition.readers.reading import ReadOptions


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion did: files written, and findings on all sources in their order."""

    written: tuple[Path, ...]
    findings: tuple[Finding, ...]


def convert(
    paths: Sequence[Path],
    folder: Path,
    *,
    read: ReadOptions,
    encode: EncodeOptions,
    taggers: tuple[str, ...] = ("default",),
    jobs: int | None = None,
) -> Conversion:
    """Convert each source to ``folder/<stem of its name>.xml``; a source that cannot be is a finding.

    Raises:
        OutputError: if an output cannot be written.
        ProjectError: if a tagger is not known.
    """
    for name in taggers:
        pipeline.tagger(name)
    findings: list[Finding] = []
    sources: list[pipeline.SourceFile] = []
    stems: dict[str, Path] = {}
    for path in dict.fromkeys(paths):
        data = read_bytes(path)
        stem = path.stem.casefold()
        if isinstance(data, Finding):
            findings.append(data)
        elif stem in stems:
            message = f"its output would have the same name as that of {stems[stem]}"
            findings.append(finding("E596", message, Locus(str(path))))
        else:
            stems[stem] = path
            sources.append(pipeline.SourceFile(str(path), data, read, taggers))
    work = Guarded(pipeline.prepare, pipeline.not_prepared)
    prepared = list(run(work, sources, jobs_for(len(sources), jobs)))
    ids = unique_ids({item.name: item.article.id for item in prepared if item.article is not None})
    tasks = [pipeline.ToEncode(pipeline.renamed(item, ids.get(item.name, "")), encode) for item in prepared]
    written: list[Path] = []
    finishing = Guarded(pipeline.finish, pipeline.not_finished)
    for item, built in zip(prepared, run(finishing, tasks, jobs_for(len(tasks), jobs)), strict=True):
        findings += (*item.findings, *built.findings)
        if built.document is not None:
            path = folder / f"{Path(item.name).stem}.xml"
            write_whole(path, built.document.data)
            written.append(path)
    return Conversion(tuple(written), tuple(findings))
