"""Reporting clauses of other languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.languages import speech_of
from tei_edition.tagging.speech.foreign import clause_at


@pytest.mark.parametrize(
    ("text", "words", "pronoun"),
    [
        ("dit-il en riant", "dit-il", "he"),
        ("demanda-t-elle encore", "demanda-t-elle", "she"),
        ("a-t-il ajouté hier", "a-t-il ajouté", "he"),
        ("ont-ils répondu", "ont-ils répondu", ""),
        ("a dit Brunet", "a dit", ""),
        ("ha dicho Ruiz", "ha dicho", ""),
        ("sagte er leise", "sagte er", "he"),
        ("dijo ella", "dijo ella", "she"),
        ("powiedziała ona", "powiedziała ona", "she"),
        ("a man said", None, ""),
        ("said on Monday", None, ""),
        ("said he", None, ""),
        ("sagte Anna", "sagte", ""),
        ("vint-il", None, ""),
        ("", None, ""),
        ("12 dit-il", None, ""),
    ],
)
def test_clauses(text: str, words: str | None, pronoun: str) -> None:
    found = clause_at(text, 0, len(text))
    assert (text[: found.end] if found else None) == words
    assert (found.pronoun if found else "") == pronoun


@given(st.text(max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    found = clause_at(text, 0, len(text))
    assert found is None or (0 < found.end <= len(text) and 0 <= found.span.start <= found.span.end <= len(text))


@given(st.sampled_from(sorted(speech_of("fr").said)), st.sampled_from(["il", "elle"]))
def test_every_verb_takes_a_hyphened_pronoun(verb: str, pronoun: str) -> None:
    text = f"{verb}-{pronoun}"
    found = clause_at(text, 0, len(text))
    assert found is None or found.pronoun == {"il": "he", "elle": "she"}[pronoun]
    assert found is not None or "'" in verb
