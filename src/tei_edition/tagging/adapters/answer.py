"""What a tagger answers, and the check that it speaks of the text it was given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Locus, locate
from tei_edition.core.identifiers import ncname
from tei_edition.model.layer import Layer

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding
    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation

LABELS = frozenset(
    "persName placeName orgName geogName eventName rs title date num said quote q soCalled mentioned foreign emph"
    "".split()
)
"""What a tagger may say of a stretch of text: names of TEI elements."""

_NO_MACHINES = ("ed", "editor", "reader")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Tagging:
    """A tagger's answer.

    Attributes:
        layer: What it says.
        findings: What it has to tell besides, without a path.
    """

    layer: Layer
    findings: tuple[Finding, ...] = ()


def checked(article: Article, answer: Layer | Tagging) -> Tagging:
    """Return a tagger's answer without what does not fit the article: each such annotation is a finding.

    Annotations speak under the name of their layer, put into the form of an xml:id; no tagger speaks as an editor or
    as the reader.

    Raises:
        ValueError: if the layer was made on another text.
    """
    given = answer if isinstance(answer, Tagging) else Tagging(answer)
    agent = _agent(given.layer.agent)
    kept: list[Annotation] = []
    findings = list(given.findings)
    for one in given.layer.of(article.digest):
        wrong = _wrong(article.text, one)
        if wrong:
            findings.append(_finding(article.text, agent, one, wrong))
        else:
            kept.append(one if one.agent == agent else replace(one, agent=agent))
    return Tagging(Layer(article.digest, agent, tuple(kept)), tuple(findings))


def _agent(name: str) -> str:
    plain = ncname(name, "tagger")
    return f"tagger-{plain}" if plain.split("-", 1)[0] in _NO_MACHINES else plain


def _wrong(text: str, one: Annotation) -> str:
    """Return what is wrong with an annotation; empty where nothing is."""
    if one.span.end > len(text) or (one.speaker is not None and one.speaker.end > len(text)):
        return f"points beyond the end of the text ({one.span.start}-{one.span.end} of {len(text)})"
    if one.label not in LABELS:
        return f"“{one.label}” is no element that a tagger may use"
    return "" if one.span.of(text).strip() else "marks nothing but white space"


def _finding(text: str, agent: str, one: Annotation, wrong: str) -> Finding:
    line, column = locate(text, min(one.span.start, len(text)))
    words = " ".join(text[one.span.start : one.span.end].split())[:_SHOWN]
    return finding("T705", f"{agent}, {one.label} “{words}”: {wrong}", Locus(line=line, column=column))
