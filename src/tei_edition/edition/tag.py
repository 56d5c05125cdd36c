"""Tagging of plain text and JSON Lines: documents in, annotations or TEI out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.identifiers import ncname
from tei_edition.core.normalised_text import normalised
from tei_edition.edition import pipeline
from tei_edition.edition.files import read_bytes
from tei_edition.edition.task import SourceFile
from tei_edition.encoding.encode import encode
from tei_edition.linking import link
from tei_edition.model.article import Metadata, plain_article
from tei_edition.readers.language import language_of
from tei_edition.readers.reading import ReadOptions
from tei_edition.tagging import on_original

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation
    from tei_edition.model.links import Linked

TOLD = frozenset({"T702", "T703", "T704", "T705"})
"""Codes of what taggers tell besides their annotations."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One document, tagged.

    Attributes:
        id: Its id in the JSON Lines, or the stem of its file's name.
        text: Its text; for JSON Lines the very string that was given.
        annotations: On code points of ``text``, in reading order.
        article: As it was tagged: NFC, line ends and control characters replaced.
        linked: The annotations on the article's text, and the entities.
    """

    id: str
    text: str
    annotations: tuple[Annotation, ...]
    article: Article
    linked: Linked

    def as_json(self) -> str:
        """Return the document as one line of JSON: id, text and spans."""
        names = {entity.id: entity.preferred for entity in self.linked.entities}
        spans = [self._span(annotation, names) for annotation in self.annotations]
        return json.dumps({"id": self.id, "text": self.text, "spans": spans}, ensure_ascii=False)

    def _span(self, annotation: Annotation, names: dict[str, str]) -> dict[str, object]:
        who = annotation.feature("who")
        speaker = names.get(who) if who else None
        if speaker is None and annotation.speaker is not None:
            speaker = annotation.speaker.of(self.text)
        return {
            "start": annotation.span.start,
            "end": annotation.span.end,
            "type": annotation.label,
            "ref": annotation.feature("ref"),
            "speaker": speaker,
            "certainty": round(annotation.certainty, 3),
        }

    def as_tei(self) -> bytes:
        """Return the document as TEI."""
        return encode(self.article, self.linked).draft.data


def tag_files(paths: tuple[Path, ...], taggers: tuple[str, ...] = ("default",)) -> Iterator[Tagged | Finding]:
    """Yield each document of the files, tagged, in their order; before it, or in its place, findings of taggers on it.

    Args:
        paths: Plain text, one document each; or ``.jsonl``, one a line with "id" and "text".
        taggers: Names of taggers in the order of their authority.

    Raises:
        ProjectError: if a tagger is not known.
    """
    for path in paths:
        data = read_bytes(path)
        if isinstance(data, Finding):
            yield data
        elif path.suffix.lower() in {".jsonl", ".ndjson"}:
            yield from _lines(data, path, taggers)
        else:
            yield from _file(data, path, taggers)


def _file(data: bytes, path: Path, taggers: tuple[str, ...]) -> Iterator[Tagged | Finding]:
    prepared = pipeline.prepare(SourceFile(str(path), data, ReadOptions(), taggers))
    article = prepared.article
    if article is None:
        yield from prepared.findings
        return
    yield from (one for one in prepared.findings if one.code in TOLD)
    yield Tagged(path.stem, article.text, prepared.linked.annotations, article, prepared.linked)


def _lines(data: bytes, path: Path, taggers: tuple[str, ...]) -> Iterator[Tagged | Finding]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        document = _document(line)
        if isinstance(document, str):
            yield finding("X009", document, Locus(str(path), number))
            continue
        identifier, text = document
        known = normalised(text)
        metadata = Metadata(language=language_of(known.text))
        article = plain_article(ncname(identifier, "text"), known.text, metadata)
        given = pipeline.answers(article, taggers)
        linked = link(article, [answer.layer for answer in given])
        yield from (replace(one, locus=Locus(str(path), number)) for answer in given for one in answer.findings)
        yield Tagged(identifier, text, on_original(known, linked.annotations), article, linked)


def _document(line: bytes) -> tuple[str, str] | str:
    """Return id and text of a line, or what is wrong with it."""
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "the line is not UTF-8"
    except (ValueError, RecursionError) as error:
        return f"the line is no JSON: {error}"
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str) or not isinstance(entry.get("id"), str):
        return 'the line has no string "id" or no string "text"'
    return entry["id"], entry["text"]
