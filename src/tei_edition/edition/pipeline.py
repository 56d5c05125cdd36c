"""One article from bytes to TEI: pure functions of picklable values, for any executor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.finding import has_errors
from tei_edition.edition.taggers import tagger
from tei_edition.edition.task import Done, SourceFile, Task
from tei_edition.encoding.encode import encode
from tei_edition.linking import link
from tei_edition.model.layer import Layer
from tei_edition.model.links import Linked
from tei_edition.readers.read import read
from tei_edition.tagging import check
from tei_edition.tagging.adapters import checked
from tei_edition.tagging.stated import stated
from tei_edition.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.model.article import Article
    from tei_edition.tagging.adapters import Tagging

__all__ = ["MARKUP", "Prepared", "answers", "make", "prepare", "tagger"]

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
    given = answers(article, source.taggers)
    layers = [
        stated(article),
        Layer(article.digest, "reader", tuple(one for one in article.annotations if one.label not in MARKUP)),
        *(answer.layer for answer in given),
    ]
    linked = link(article, layers)
    # Emphasis and links of the source may enclose names: they do not compete with what taggers say.
    markup = tuple(one for one in article.annotations if one.label in MARKUP)
    linked = replace(linked, annotations=(*linked.annotations, *markup))
    told = (*check(article), *(one for answer in given for one in answer.findings))
    return Prepared(source.name, article, linked, (*reading.findings, *(one.at(source.name) for one in told)))


def answers(article: Article, taggers: Sequence[str]) -> tuple[Tagging, ...]:
    """Return what taggers say of an article, in their order, without what does not fit its text.

    Raises:
        ProjectError: if a tagger is not known.
    """
    return tuple(checked(article, tagger(name)(article)) for name in taggers)


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
