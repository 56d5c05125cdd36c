"""The build: every source to TEI, all TEI to book and plain texts; only what has changed is done again."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.errors import OutputError
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.version import VERSION
from tei_edition.edition.executors import Guarded, jobs_for, run
from tei_edition.edition.exports import export_all
from tei_edition.edition.files import read_bytes, remove, write_whole
from tei_edition.edition.settle import corpus_registry, unique_ids
from tei_edition.edition.sources import output_of, relative, sources_of
from tei_edition.edition.state import ArticleState, ExportState, State, load_state, save_state
from tei_edition.edition.task import VERSION as WORK
from tei_edition.edition.task import SourceFile, Task, not_made

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.edition.config import Project
    from tei_edition.edition.task import Done

STATE = Path(".tei-edition") / "state.json"
"""Where a project remembers its last build."""

REGISTRY = "registry.xml"

_SAVE_EVERY = 5.0
"""Seconds after which what was done is written down, so that a build that is killed can be gone on with."""


@dataclass(slots=True)
class Report:
    """What a build did.

    Attributes:
        findings: All findings on all articles, those of unchanged articles too, in the order of the sources.
        built: Sources that were worked on.
        unchanged: Sources whose documents stood already.
        failed: Sources that no document was written for; an earlier one stays in place.
        written: Files written, in the order of writing.
    """

    findings: list[Finding] = field(default_factory=list)
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)


def build(project: Project, *, jobs: int | None = None) -> Report:
    """Build an edition: TEI, registry, book and plain texts.

    Args:
        project: What to build.
        jobs: How many processes; None: as the project says.

    Raises:
        OutputError: if an output cannot be written; what was written until then is whole.
        ProjectError: if a tagger is not known.
    """
    return _Build(project, jobs if jobs is not None else project.jobs).run()


class _Build:
    """One build: what stood before, what stands now, and the report."""

    def __init__(self, project: Project, jobs: int | None) -> None:
        self._project = project
        self._jobs = jobs
        self._before = load_state(project.root / STATE)
        self._now = State()
        self._report = Report()
        self._told: dict[str, tuple[Finding, ...]] = {}

    def run(self) -> Report:
        sources, findings = sources_of(self._project)
        self._report.findings += findings
        self._report.failed += [item.locus.path for item in findings if item.code != "E593"]
        if not sources and not self._report.failed:
            # Nothing to build is an error (E593), perhaps a folder misspelt: what stands, stays.
            return self._report
        try:
            self._all({source.name: source for source in sources})
        except BaseException:
            # Interrupted or stopped: what is done already is not done again, and what stood before is not forgotten.
            with suppress(OutputError):
                save_state(self._project.root / STATE, self._so_far())
            raise
        save_state(self._project.root / STATE, self._now)
        return self._report

    def _all(self, sources: Mapping[str, SourceFile]) -> None:
        self._articles(sources)
        self._keep_unread(sources)
        self._registry()
        self._remove_orphans()
        save_state(self._project.root / STATE, self._so_far())
        exported = export_all(self._project, self._before, self._now)
        self._report.findings += exported.findings
        self._report.written += exported.written

    def _so_far(self) -> State:
        before, now = self._before, self._now
        return State({**before.articles, **now.articles}, {**before.exports, **now.exports})

    def _articles(self, sources: Mapping[str, SourceFile]) -> None:
        keys = {name: self._key(source) for name, source in sources.items()}
        standing = [name for name in sources if self._stands(name, keys[name])]
        for name in standing:
            self._now.articles[name] = self._before.articles[name]
        self._make([source for name, source in sources.items() if name not in standing], keys, {})
        known = self._now.articles
        ids = unique_ids({name: known[name].wanted for name in sources if name in known})
        others = [sources[name] for name in ids if known[name].id != ids[name]]
        self._make(others, keys, ids)
        moved = {source.name for source in others}
        self._report.unchanged += [name for name in standing if name not in moved]
        self._report.built += [name for name in sources if name in known and name not in self._report.unchanged]
        for name in sources:
            self._report.findings += self._told.get(name) or known[name].findings

    def _make(self, sources: Sequence[SourceFile], keys: Mapping[str, str], ids: Mapping[str, str]) -> None:
        """Build articles and write each as soon as it is done, so that an interrupted build can be gone on with."""
        tasks = [
            Task(source, self._output(source.name), self._project.encode, ids.get(source.name, ""))
            for source in sources
        ]
        if not tasks:
            return
        from tei_edition.edition import pipeline  # noqa: PLC0415 - heavy; a build with nothing to do needs none of it

        for name in self._project.taggers:
            pipeline.tagger(name)
        work = Guarded(pipeline.make, not_made)
        saved = time.monotonic()
        for done in run(work, tasks, jobs_for(len(tasks), self._jobs)):
            self._write(done, keys[done.name])
            if time.monotonic() - saved > _SAVE_EVERY:
                save_state(self._project.root / STATE, self._so_far())
                saved = time.monotonic()

    def _output(self, name: str) -> str:
        return relative(self._project, output_of(self._project, name))

    def _key(self, source: SourceFile) -> str:
        read = {**asdict(self._project.read), "off": sorted(self._project.read.off)}
        encode = asdict(self._project.encode)
        return digest_value([VERSION, WORK, source.name, digest_bytes(source.data), read, source.taggers, encode])

    def _stands(self, name: str, key: str) -> bool:
        known = self._before.articles.get(name)
        if known is None or known.key != key:
            return False
        if known.output != relative(self._project, output_of(self._project, name)):
            return False
        data = read_bytes(self._project.root / known.output)
        return isinstance(data, bytes) and digest_bytes(data) == known.sha256

    def _keep_unread(self, sources: Mapping[str, SourceFile]) -> None:
        """Keep the documents of sources that could not even be read, where no other source has taken their place."""
        taken = {output_of(self._project, name) for name in sources}
        for name in self._report.failed:
            if name in self._before.articles and name not in sources and output_of(self._project, name) not in taken:
                self._now.articles[name] = replace(self._before.articles[name], key="")

    def _write(self, done: Done, key: str) -> None:
        name = done.name
        if done.document is None:
            self._told[name] = (*done.findings, finding("E595", "the article was not built", Locus(name)))
            self._report.failed.append(name)
            self._now.articles.pop(name, None)
            if name in self._before.articles:
                # Its document stays in the edition; a key of no build makes the next one try again.
                self._now.articles[name] = replace(self._before.articles[name], key="")
            return
        path = output_of(self._project, name)
        edited = self._save_edited(path, done.document)
        write_whole(path, done.document)
        self._report.written.append(path)
        self._told[name] = (*done.findings, *edited)
        self._now.articles[name] = ArticleState(
            # Where a service did not answer, a key of no build makes the next one ask again.
            key="" if any(one.code == "T703" for one in done.findings) else key,
            wanted=done.wanted,
            id=done.id,
            date=done.date,
            output=relative(self._project, path),
            sha256=digest_bytes(done.document),
            entities=done.entities,
            findings=done.findings,
        )

    def _save_edited(self, path: Path, new: bytes) -> tuple[Finding, ...]:
        """Keep a copy of a document that somebody changed since a build wrote it."""
        name, data = relative(self._project, path), read_bytes(path)
        entries = (*self._before.articles.values(), *self._now.articles.values())
        known = {entry.sha256 for entry in entries if entry.output == name}
        known |= {entry.sha256 for output, entry in self._before.exports.items() if output == name}
        if not known or not isinstance(data, bytes) or data == new or digest_bytes(data) in known:
            return ()
        copy = path.with_suffix(".xml.edited")
        write_whole(copy, data)
        message = f"it was changed since the last build; the change is kept in {copy.name}"
        return (finding("E594", message, Locus(name)),)

    def _registry(self) -> None:
        project, path = self._project, self._project.tei / REGISTRY
        name = relative(project, path)
        language = project.language or "und"
        articles = [[entry.key, entry.id] for entry in self._now.articles.values()]
        key = digest_value([VERSION, WORK, articles, asdict(project.encode), project.title, language])
        data, known = read_bytes(path), self._before.exports.get(name)
        if known and known.key == key and isinstance(data, bytes) and digest_bytes(data) == known.sha256:
            self._now.exports[name] = known
            return
        from tei_edition.encoding.registry import encode_registry  # noqa: PLC0415 - only where there is something new

        registry = corpus_registry(entry.entities for entry in self._now.articles.values())
        draft = encode_registry(registry, project.encode, title=project.title, language=language)
        if draft is None:
            return
        if data != draft.data:
            self._report.findings += self._save_edited(path, draft.data)
            write_whole(path, draft.data)
            self._report.written.append(path)
        self._now.exports[name] = ExportState(key, digest_bytes(draft.data))

    def _remove_orphans(self) -> None:
        """Remove documents that no source becomes any more, unless somebody changed them."""
        kept = {entry.output for entry in self._now.articles.values()}
        for known in self._before.articles.values():
            if known.output in kept:
                continue
            path = self._project.root / known.output
            data = read_bytes(path)
            if isinstance(data, bytes) and digest_bytes(data) == known.sha256:
                remove(path)
