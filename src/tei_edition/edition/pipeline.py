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
from tei_edition.readers.reading import Reading, ReadOptions
from tei_edition.readers.text import read_text
from tei_edition.tagging.stated import stated
from tei_edition.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.model.article import Article
    from tei_edition.tei.document import TeiDocument

VERSION = 2
"""Raised whenever the same source may give another document."""


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
class ToEncode:
    """What the second half of the work needs: the article under its final id, and what the edition says of itself."""

    prepared: Prepared
    options: EncodeOptions = field(default_factory=EncodeOptions)


@dataclass(frozen=True, slots=True)
class Built:
    """A document that holds the fidelity law and is valid; None where a finding of severity error says why not."""

    name: str
    document: TeiDocument | None
    findings: tuple[Finding, ...]


def prepare(source: SourceFile) -> Prepared:
    """Read, tag and link one article.

    Raises:
        ProjectError: if a tagger is not known.
    """
    reading: Reading = read_text(source.name, source.data, source.read)
    article = reading.article
    if article is None:
        return Prepared(source.name, None, Linked(), reading.findings)
    layers = [
        stated(article),
        Layer(article.digest, "reader", article.annotations),
        *(tagger(name)(article) for name in source.taggers),
    ]
    return Prepared(source.name, article, link(article, layers), reading.findings)


def finish(task: ToEncode) -> Built:
    """Encode and validate one article."""
    prepared = task.prepared
    if prepared.article is None:
        return Built(prepared.name, None, ())
    encoded = encode(prepared.article, prepared.linked, task.options)
    findings = tuple(finding.at(prepared.name) for finding in encoded.findings)
    if has_errors(findings):
        return Built(prepared.name, None, findings)
    validated = validate(encoded.draft.data, f"{encoded.draft.name}.xml")
    findings += validated.findings
    return Built(prepared.name, None if has_errors(findings) else validated.document, findings)


def not_prepared(source: SourceFile, defect: Finding) -> Prepared:
    """Return the result for a source whose reading, tagging or linking failed."""
    return Prepared(source.name, None, Linked(), (defect.at(source.name),))


def not_finished(task: ToEncode, defect: Finding) -> Built:
    """Return the result for an article whose encoding or validation failed."""
    return Built(task.prepared.name, None, (defect.at(task.prepared.name),))


def renamed(prepared: Prepared, identifier: str) -> Prepared:
    """Return the same article under another id."""
    if prepared.article is None or prepared.article.id == identifier:
        return prepared
    return replace(prepared, article=replace(prepared.article, id=identifier))


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
