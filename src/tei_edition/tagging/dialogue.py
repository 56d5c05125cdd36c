"""Dialogue after dashes, as French, Spanish and Polish print it: "— Oui, dit-il." at the start of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation
from tei_edition.tagging.languages import speech_of
from tei_edition.tagging.speech.foreign import clause_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.tagging.passages import Passage

_DASH = re.compile(r"(?P<dash>[—–―])[ \t\u00a0\u202f]*(?=[\w¿¡«\"“…])")
_BREAK = re.compile(r"(?P<mark>[,!?…]|\.(?=\s*[—–―]))?\s*(?P<dash>[—–―])?\s*(?=[^\W\d_])")
_CLAUSE_END = re.compile(r"[,;]?\s*[—–―]|[.!?…]|,")
_TERMINAL = frozenset('.!?…»"”')
_BY_CLAUSE, _BY_DASH = 0.6, 0.4
_NAMES = frozenset({"persName", "orgName"})


def dialogue(
    text: str, passages: Sequence[Passage], names: Sequence[Annotation], language: str | None, agent: str
) -> Iterator[Annotation]:
    """Yield what is said after a dash that begins a passage, its dash included, in reading order.

    Only in languages that print dialogue so. What follows a reporting clause is said too where a comma or a dash leads
    on; after a full stop nothing tells it from narration. Certainty is middling with such a clause, else low.
    """
    if language is None or not speech_of(language).dialogue:
        return
    for passage in passages:
        lead = _DASH.match(text, passage.span.start, passage.span.end)
        if lead is not None and passage.kind in {"p", "ab"}:
            found = _clause(text, lead.end(), passage.span.end, language)
            yield from _turn(text, Span(lead.start(), passage.span.end), found, names, agent)


def _turn(
    text: str, span: Span, found: tuple[Span, int | None] | None, names: Sequence[Annotation], agent: str
) -> Iterator[Annotation]:
    if found is None:
        if text[span.start] != "–" and text[span.end - 1] in _TERMINAL:
            yield Annotation(span, "said", agent, _BY_DASH)
        return
    clause, resumes = found
    speaker = next((one.span for one in names if one.label in _NAMES and _names_subject(text, clause, one.span)), None)
    first = _trimmed(text, span.start, clause.start)
    rest = _trimmed(text, resumes, span.end) if resumes is not None else None
    if first is None:
        return
    features = (("chain", f"d{span.start}"),) if rest is not None else ()
    yield Annotation(first, "said", agent, _BY_CLAUSE, features, speaker)
    if rest is not None:
        yield Annotation(rest, "said", agent, _BY_CLAUSE, features, speaker)


def _clause(text: str, start: int, end: int, language: str) -> tuple[Span, int | None] | None:
    """Return the first reporting clause after an offset, and where speech goes on after it, if it does."""
    for cut in _BREAK.finditer(text, start, end):
        if not (cut["mark"] or cut["dash"]) or clause_at(text, cut.end(), end, language) is None:
            continue
        stop = _CLAUSE_END.search(text, cut.end(), end)
        if stop is None:
            return Span(cut.end(), end), None
        led_on = stop[0][-1] in "—–―" or (stop[0] == "," and not cut["dash"])
        if stop[0] == "." and (dash := re.match(r"\s*[—–―]", text[stop.end() : end])):
            return Span(cut.end(), stop.end()), stop.end() + dash.end()
        return Span(cut.end(), stop.start()), stop.end() if led_on else None
    return None


def _names_subject(text: str, clause: Span, name: Span) -> bool:
    """Tell whether a name is the subject of an inverted clause: only its verb stands before it."""
    return clause.contains(name) and len(text[clause.start : name.start].split()) in {1, 2}


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without white space and the dashes of a clause at its end; None where nothing is left."""
    piece = text[start:end].rstrip(" \t\n\u00a0\u202f—–―")
    lead = len(piece) - len(piece.lstrip(" \t\n\u00a0\u202f.,;:"))
    return Span(start + lead, start + len(piece)) if len(piece) - lead > 1 else None
