"""Raw articles to TEI without a project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.edition import pipeline
from tei_edition.edition.archives import unpacked
from tei_edition.edition.executors import Guarded, jobs_for, run
from tei_edition.edition.files import keep_inputs, read_bytes, write_whole
from tei_edition.edition.settle import unique_ids
from tei_edition.edition.sources import refusal
from tei_edition.edition.task import SourceFile, Task, not_made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.edition.task import Done
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
    sources: list[SourceFile] = []
    stems: dict[str, Path] = {}
    for path in dict.fromkeys(paths):
        data = refusal(path, _output(folder, str(path))) or read_bytes(path)
        stem = path.stem.casefold()
        if isinstance(data, Finding):
            findings.append(data)
        elif stem in stems:
            message = f"its output would have the same name as that of {stems[stem]}"
            findings.append(finding("E596", message, Locus(str(path))))
        else:
            stems[stem] = path
            sources.append(SourceFile(str(path), data, read, taggers))
    whole, more = unpacked(sources)
    findings += more
    tasks = {source.name: Task(source, str(_output(folder, source.name)), encode) for source in whole}
    keep_inputs([_output(folder, source.name) for source in whole], paths)
    done = _made(list(tasks.values()), jobs)
    ids = unique_ids({name: item.wanted for name, item in done.items() if item.wanted})
    done |= _made([replace(tasks[name], identifier=ids[name]) for name in ids if done[name].id != ids[name]], jobs)
    written: list[Path] = []
    for item in done.values():
        findings += item.findings
        if item.document is not None:
            written.append(_output(folder, item.name))
            write_whole(written[-1], item.document)
    return Conversion(tuple(written), tuple(findings))


def _made(tasks: Sequence[Task], jobs: int | None) -> dict[str, Done]:
    work = Guarded(pipeline.make, not_made)
    return {item.name: item for item in run(work, tasks, jobs_for(len(tasks), jobs))}


def _output(folder: Path, name: str) -> Path:
    return folder / f"{Path(name).stem}.xml"
