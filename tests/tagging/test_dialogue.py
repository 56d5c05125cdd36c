"""Dialogue after dashes, in the languages that print it so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation
from tei_edition.tagging.dialogue import dialogue
from tei_edition.tagging.passages import passages


def said(text: str, language: str | None, *names: str) -> list[tuple[str, str | None]]:
    named = [Annotation(Span(text.index(name), text.index(name) + len(name)), "persName", "x") for name in names]
    found = dialogue(text, passages(plain_article("x", text)), named, language, "x")
    return [(one.span.of(text), one.speaker.of(text) if one.speaker else None) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("fr", "— Oui, dit-il.", None, [("— Oui,", None)]),
        ("fr", "— Oui, dit-il. Il prit la barque.", None, [("— Oui,", None)]),
        ("fr", "— Oui, dit Paul Brunet, demain.", "Paul Brunet",
         [("— Oui,", "Paul Brunet"), ("demain.", "Paul Brunet")]),
        ("fr", "— Qui vient ? demanda Paul Brunet.", "Paul Brunet", [("— Qui vient ?", "Paul Brunet")]),
        ("fr", "— La barque est là, a-t-elle ajouté.", None, [("— La barque est là,", None)]),
        ("fr-CA", "― La barque est là.", None, [("― La barque est là.", None)]),
        ("es", "—Mañana —dijo Ana Ruiz—. Hoy no.", "Ana Ruiz",
         [("—Mañana", "Ana Ruiz"), ("Hoy no.", "Ana Ruiz")]),
        ("es", "—Mañana —dijo Ana Ruiz— o nunca.", "Ana Ruiz", [("—Mañana", "Ana Ruiz"), ("o nunca.", "Ana Ruiz")]),
        ("es", "—¿Quién viene?", None, [("—¿Quién viene?", None)]),
        ("pl", "— Jutro — powiedział Adam Wilk.", "Adam Wilk", [("— Jutro", "Adam Wilk")]),
        ("pl", "– Jutro – powiedział Adam Wilk. – Dziś nie.", "Adam Wilk",
         [("– Jutro", "Adam Wilk"), ("Dziś nie.", "Adam Wilk")]),
        ("en", "— Oui, dit-il.", None, []),
        (None, "— Oui, dit-il.", None, []),
        ("fr", "— Paul Brunet", "Paul Brunet", []),
        ("fr", "– une barque neuve", None, []),
        ("fr", "– Une barque neuve.", None, []),
        ("fr", "La barque — la seule — partit.", None, []),
        ("fr", "—", None, []),
    ],
)  # fmt: skip
def test_what_is_said_after_a_dash(
    language: str | None, text: str, name: str | None, expected: list[tuple[str, str | None]]
) -> None:
    assert said(text, language, *([name] if name else [])) == expected


def test_a_turn_that_a_clause_cuts_is_one() -> None:
    text = "— Oui, dit Paul, demain.\n\n— Non."
    found = list(dialogue(text, passages(plain_article("x", text)), (), "fr", "x"))
    assert [one.feature("chain") for one in found] == ["d0", "d0", None]
    assert found[0].certainty > found[2].certainty


PIECES = st.sampled_from(
    ["— ", "—", "– ", "Oui", ", ", "dit-il", "dit ", "Paul", ". ", " ?", "\n\n", "dijo ", "a dit ", "…"]
)


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["fr", "es", "pl", "en", None]))
def test_turns_are_in_order_and_in_their_passage(text: str, language: str | None) -> None:
    running = passages(plain_article("x", text))
    end = 0
    for one in dialogue(text, running, (), language, "x"):
        assert language in {"fr", "es", "pl"}
        assert end <= one.span.start < one.span.end <= len(text)
        assert any(passage.span.contains(one.span) for passage in running)
        assert one.certainty < 0.7
        assert one.span.of(text) == one.span.of(text).strip()
        end = one.span.end
