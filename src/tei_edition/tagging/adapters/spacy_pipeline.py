"""spaCy pipelines as taggers: ``spacy:MODEL``, a package such as ``en_core_web_trf`` or the folder of a pipeline.

Source: spaCy's API, ``spacy.load``, ``Language.pipe``, ``Doc.ents``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging.adapters.answer import Tagging
from tei_edition.tagging.adapters.labels import elements, name_within
from tei_edition.tagging.adapters.making import NotAvailableError
from tei_edition.tagging.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.model.article import Article
    from tei_edition.tagging.passages import Passage

_CERTAINTY = 0.8
"""spaCy gives its entities no probability: they are all of medium certainty."""


def tagger_of(model: str) -> Callable[[Article], Tagging]:
    """Return the tagger of a pipeline: its entities whose labels are known (``labels.toml``).

    Raises:
        NotAvailableError: if spaCy or the model is not installed, or cannot be loaded.
    """
    try:
        spacy = import_module("spacy")
    except ImportError:
        message, cure = "spaCy is not installed", 'install it: pip install "tei-edition[spacy]"'
        raise NotAvailableError(message, cure) from None
    try:
        pipeline = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        message = f"spaCy cannot load “{model}”: {' '.join(str(error).split())}"
        cure = f"install the model (python -m spacy download {model}) or give the folder of a pipeline"
        raise NotAvailableError(message, cure) from None
    agent = f"spacy-{Path(model).name}"

    def tag(article: Article) -> Tagging:
        found = _annotations(pipeline, article.text, passages(article), agent)
        return Tagging(Layer(article.digest, agent, tuple(found)))

    return tag


def _annotations(pipeline: Any, text: str, running: tuple[Passage, ...], agent: str) -> Iterator[Annotation]:  # noqa: ANN401 - spaCy is not there when types are checked
    pieces = [passage.span.of(text) for passage in running]
    # spaCy refuses longer texts to save memory; a passage is one paragraph.
    pipeline.max_length = max(pipeline.max_length, *(len(piece) + 1 for piece in pieces), 1)
    for passage, document in zip(running, pipeline.pipe(pieces), strict=True):
        for entity in document.ents:
            label = elements().get(entity.label_)
            start = passage.span.start + entity.start_char
            span = name_within(text, Span(start, passage.span.start + entity.end_char))
            if label is not None and span is not None:
                yield Annotation(span, label, agent, _CERTAINTY, _features(label))


def _features(label: str) -> tuple[tuple[str, str], ...]:
    return (("level", "m"),) if label == "title" else ()
