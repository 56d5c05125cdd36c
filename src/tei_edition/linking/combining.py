"""Several layers over one article become one: the better agent's statement stands where two do not fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model.fitting import compatible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Annotation, Layer

_READER = "reader"
_EDITOR = "ed"


def combined(article: Article, layers: Sequence[Layer]) -> tuple[Annotation, ...]:
    """Return the annotations of all layers that fit together, in reading order, none of them twice.

    Editors (agents named ``ed`` or ``ed-…``) come first, then the reader, then taggers in the order given.

    Raises:
        ValueError: if a layer was made on another text.
    """
    ranked = sorted(layers, key=lambda layer: _rank(layer.agent))
    return compatible(annotation for layer in ranked for annotation in layer.of(article.digest))


def is_of_an_editor(annotation: Annotation) -> bool:
    """Tell whether an editor made an annotation."""
    return _rank(annotation.agent) == 0


def _rank(agent: str) -> int:
    if agent.split("-", 1)[0] in {_EDITOR, "editor"}:
        return 0
    return 1 if agent == _READER else 2
