"""Tagging of any text at all: annotations on the offsets of the text as it was given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.core.normalised_text import normalised
from tei_edition.model.article import plain_article
from tei_edition.tagging.default import tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.core.normalised_text import NormalisedText
    from tei_edition.model.layer import Annotation


def tag_text(identifier: str, text: str) -> tuple[Annotation, ...]:
    """Tag any string: sorted, never crossing, never empty spans of code points of ``text`` itself.

    Blank lines part its passages. What an article cannot hold is replaced for the tagger's eyes only.
    """
    known = normalised(text)
    return on_original(known, tag(plain_article(identifier, known.text)).annotations)


def on_original(known: NormalisedText, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Move annotations of a normalised text, linked or not, to the offsets of the text as it was given."""
    moved = []
    for one in annotations:
        span = known.original(one.span)
        if len(span):
            speaker = known.original(one.speaker) if one.speaker is not None else None
            moved.append(replace(one, span=span, speaker=speaker if speaker is not None and len(speaker) else None))
    return tuple(moved)
