"""Spans that a language model proposes, held against the text: what is not there word for word is not taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tei_edition.core.span import Span
from tei_edition.tagging.adapters.labels import elements, name_within

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 60


class Proposal(NamedTuple):
    """A stretch of the text and the TEI element that is proposed for it."""

    span: Span
    label: str


class Refusal(NamedTuple):
    """What was proposed and is not so, in words."""

    reason: str


def proposals(answer: str) -> list[Any] | None:
    """Return the list of ``spans`` in a model's answer; None where it holds no such JSON.

    Words and code fences around the JSON object are passed over.
    """
    try:
        data = json.loads(answer[answer.find("{") : answer.rfind("}") + 1])
    except (ValueError, RecursionError):
        return None
    spans = data.get("spans") if isinstance(data, dict) else None
    return spans if isinstance(spans, list) else None


def verified(text: str, within: Span, proposed: list[Any]) -> Iterator[Proposal | Refusal]:
    """Yield each proposal that is so in ``text``, or why it is not.

    A proposal is an object with ``text``, the very words, and ``label``. With ``start``, an offset in the part shown,
    the words have to stand there, unless they occur just once. Without it, the first proposal of some words means
    where they occur first as whole words, the next one where they occur next.

    Args:
        text: The article's text.
        within: The part that was shown.
        proposed: What came back, of any types.
    """
    shown = within.of(text)
    reached: dict[str, int] = {}
    for entry in proposed:
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            yield Refusal("an entry without “text”")
            continue
        words, label = entry["text"], entry.get("label")
        element = elements().get(label) if isinstance(label, str) else None
        if element is None:
            yield Refusal(f"“{words[:_SHOWN]}”: “{str(label)[:_SHOWN]}” is no label it was asked for")
            continue
        at = _place(shown, words, entry.get("start"), reached)
        span = name_within(text, Span(within.start + at, within.start + at + len(words))) if at >= 0 else None
        if span is None:
            yield Refusal(f"“{words[:_SHOWN]}” does not stand where it says, or not so often")
        else:
            yield Proposal(span, element)


def _place(shown: str, words: str, start: object, reached: dict[str, int]) -> int:
    """Return the offset of proposed words in the part shown; -1 where they are not there."""
    if not words.strip():
        return -1
    if isinstance(start, int) and start >= 0 and shown.startswith(words, start) and _is_whole(shown, words, start):
        reached[words] = max(reached.get(words, 0), start + len(words))
        return start
    at = _next(shown, words, 0 if isinstance(start, int) else reached.get(words, 0))
    if isinstance(start, int) and at >= 0 and _next(shown, words, at + 1) >= 0:
        return -1
    if at >= 0:
        reached[words] = at + len(words)
    return at


def _next(shown: str, words: str, floor: int) -> int:
    at = shown.find(words, floor)
    while at >= 0 and not _is_whole(shown, words, at):
        at = shown.find(words, at + 1)
    return at


def _is_whole(shown: str, words: str, at: int) -> bool:
    """Tell whether words at an offset begin and end where words of the text do."""
    end = at + len(words)
    inside = words[:1].isalnum() and shown[max(0, at - 1) : at].isalnum()
    return not inside and not (words[-1:].isalnum() and shown[end : end + 1].isalnum())
