"""One article from bytes to TEI: pure functions of picklable values, for any executor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from tei_edition.core.errors import ProjectError
from tei_edition.core.finding import has_errors
from tei_edition.edition.task import Done, SourceFile, Task
from tei_edition.encoding.encode import encode
from tei_edition.linking import link
from tei_edition.model.layer import Layer
from tei_edition.model.links import Linked
from tei_edition.readers.read import read
from tei_edition.tagging.stated import stated
from tei_edition.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.core.finding import Finding
    from tei_edition.model.article import Article

MARKUP = frozenset({"hi", "ref"})
"""Labels of annotations that a reader makes of the source's own inline markup."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that is read, tagged and linked; or the findings that say why there is none."""

    name: str
    article: Article | None
    linked: Linked
    findings: tuple[Finding, ...]


def prepare(source: SourceFile) -> Prepared:
    """Read, tag and link one article.

    Raises:
        ProjectError: if a tagger is not known.
    """
    reading = read(source.name, source.data, source.read)
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
