"""One article from bytes to TEI: pure functions of picklable values, for any executor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from tei_edition.core.errors import ProjectError
from tei_edition.core.finding import Finding, has_errors
from tei_edition.encoding.encode import encode
from tei_edition.encoding.options import EncodeOptions
from tei_edition.linking import link
from tei_edition.model.layer import Layer
from tei_edition.model.links import Linked
from tei_edition.readers.read import read
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.tagging.stated import stated
from tei_edition.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.model.article import Article
    from tei_edition.model.registry import Entity

VERSION = 2
"""Raised whenever the same source may give another document."""

MARKUP = frozenset({"hi", "ref"})
"""Labels of annotations that a reader makes of the source's own inline markup."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One source to be worked on.

    Attributes:
        name: As findings call it: the path as the user gave it.
        data: Its bytes.
        read: What the user knows beforehand.
        taggers: Names of the taggers in the order of their authority.
    """

    name: str
    data: bytes
    read: ReadOptions = field(default_factory=ReadOptions)
    taggers: tuple[str, ...] = ("default",)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that is read, tagged and linked; or the findings that say why there is none."""

    name: str
    article: Article | None
    linked: Linked
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """All that one article's document depends on.

    Attributes:
        source: What to read.
        output: Path of the document, as findings on it are to name it.
        options: What the edition says of itself.
        identifier: The id that the corpus has settled on; empty: the one that the reader proposes.
    """

    source: SourceFile
    output: str
    options: EncodeOptions = field(default_factory=EncodeOptions)
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one article.

    Attributes:
        name: The source's name.
        document: A document that holds the fidelity law and is valid; None where a finding of severity error says why.
        wanted: The id that the reader proposes; empty where there is no article.
        id: The id that the document has.
        date: The article's date in W3C form; empty where unknown.
        entities: What it mentions.
        findings: On the source and on the document.
    """

    name: str
    document: bytes | None
    findings: tuple[Finding, ...]
    wanted: str = ""
    id: str = ""
    date: str = ""
    entities: tuple[Entity, ...] = ()


def prepare(source: SourceFile) -> Prepared:
    """Read, tag and link one article.

    Raises:
        ProjectError: if a tagger is not known.
    """
    reading: Reading = read(source.name, source.data, source.read)
    article = reading.article
    if article is None:
        return Prepared(source.name, None, Linked(), reading.findings)
    layers = [
        stated(article),
        Layer(article.digest, "reader", tuple(one for one in article.annotations if one.label not in MARKUP)),
        *(tagger(name)(article) for name in source.taggers),
    ]
    linked = link(article, layers)
    # Emphasis and links of the source may enclose names: they do not compete with what taggers say.
    markup = tuple(one for one in article.annotations if one.label in MARKUP)
    linked = replace(linked, annotations=(*linked.annotations, *markup))
    return Prepared(source.name, article, linked, reading.findings)


def make(task: Task) -> Done:
    """Take one article from bytes to a validated document.

    Raises:
        ProjectError: if a tagger is not known.
    """
    prepared = prepare(task.source)
    article = prepared.article
    if article is None:
        return Done(prepared.name, None, prepared.findings)
    wanted = article.id
    if task.identifier:
        article = replace(article, id=task.identifier)
    encoded = encode(article, prepared.linked, task.options)
    findings = (*prepared.findings, *(finding.at(prepared.name) for finding in encoded.findings))
    document: bytes | None = None
    if not has_errors(encoded.findings):
        validated = validate(encoded.draft.data, task.output)
        findings += validated.findings
        document = None if has_errors(validated.findings) else encoded.draft.data
    date = article.metadata.date
    return Done(
        prepared.name, document, findings, wanted, article.id, date.value if date else "", prepared.linked.entities
    )


def not_made(task: Task, defect: Finding) -> Done:
    """Return the result for an article whose work failed."""
    return Done(task.source.name, None, (defect.at(task.source.name),))


@cache
def tagger(name: str) -> Callable[[Article], Layer]:
    """Return the tagger of that name: an entry point of ``tei_edition.taggers``, or ``module:function``.

    Raises:
        ProjectError: if there is none.
    """
    points = tuple(entry_points(group="tei_edition.taggers"))
    module, _, function = name.partition(":")
    try:
        named = [point.load() for point in points if point.name == name]
        found: Callable[[Article], Layer] = named[0] if named else getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError):
        message = f"there is no tagger “{name}”"
        known = ", ".join(sorted(point.name for point in points))
        cure = f"known are {known}; another is named as package.module:function"
        raise ProjectError(message, cure=cure) from None
    return found
