"""Several layers over one article become one: the better agent's statement stands where two do not fit together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.model.fitting import compatible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.span import Span
    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation, Layer

_READER = "reader"
_EDITOR = "ed"
_TAGGER = 2


def combined(article: Article, layers: Sequence[Layer]) -> tuple[Annotation, ...]:
    """Return the annotations of all layers that fit together, in reading order, none of them twice.

    Editors (agents named ``ed`` or ``ed-…``) come first, then the reader, then taggers in the order given. Where
    several taggers say the same of the same words, the first one's statement stands with the greatest of their
    certainties, and its feature ``agreed`` names the others.

    Raises:
        ValueError: if a layer was made on another text.
    """
    ranked = sorted(layers, key=lambda layer: _rank(layer.agent))
    kept = compatible(annotation for layer in ranked for annotation in layer.of(article.digest))
    taggers = [layer for layer in ranked if _rank(layer.agent) == _TAGGER]
    return _agreed(kept, taggers) if len(taggers) > 1 else kept


def _agreed(kept: Sequence[Annotation], taggers: Sequence[Layer]) -> tuple[Annotation, ...]:
    """Let each tagger's annotation name those other taggers that say the same."""
    said: dict[tuple[Span, str], list[Annotation]] = {}
    for layer in taggers:
        for one in layer.annotations:
            said.setdefault((one.span, one.label), []).append(one)
    return tuple(
        _with_others(one, said.get((one.span, one.label), ())) if _rank(one.agent) == _TAGGER else one for one in kept
    )


def _with_others(one: Annotation, alike: Sequence[Annotation]) -> Annotation:
    others = [agent for agent in dict.fromkeys(other.agent for other in alike) if agent != one.agent]
    if not others:
        return one
    certainty = max(one.certainty, *(other.certainty for other in alike))
    return replace(one, certainty=certainty).with_features(agreed=" ".join(others))


def is_of_an_editor(annotation: Annotation) -> bool:
    """Tell whether an editor made an annotation."""
    return _rank(annotation.agent) == 0


def _rank(agent: str) -> int:
    if agent.split("-", 1)[0] in {_EDITOR, "editor"}:
        return 0
    return 1 if agent == _READER else _TAGGER
