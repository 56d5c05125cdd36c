from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paragraphs import in_paragraphs
from tei_edition.core.span import Span
from tei_edition.model.article import Article, Block, plain_article
from tei_edition.tagging import check, tag

if TYPE_CHECKING:
    from tei_edition.model.layer import Annotation

QUOTED = {"said", "quote", "q", "soCalled", "mentioned", "title"}


def quoted(text: str) -> list[tuple[str, str, str | None]]:
    article = plain_article("x", text)
    found = [one for one in tag(article).annotations if one.label in QUOTED]
    return [(one.label, one.span.of(text), one.speaker.of(text) if one.speaker else None) for one in found]


def quotations_of(article: Article) -> list[Annotation]:
    return [one for one in tag(article).annotations if one.label in QUOTED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We shall not leave," said Ada Brown.', ("said", '"We shall not leave,"', "Ada Brown")),
        ("“We shall not leave,” Ada Brown said.", ("said", "“We shall not leave,”", "Ada Brown")),
        ("Ada Brown told reporters: ''We shall not leave.''", ("said", "''We shall not leave.''", "Ada Brown")),
        ("``We shall not leave,'' Ada Brown explained.", ("said", "``We shall not leave,''", "Ada Brown")),
        ("Ada Brown, a miner from Leeds, said „We shall not leave“.", ("said", "„We shall not leave“", "Ada Brown")),
        ("Ada Brown a dit: «We shall not leave» said Ada Brown.", ("said", "«We shall not leave»", "Ada Brown")),
        (
            'According to Ada Brown, the strike was "a victory for all of us here".',
            ("said", '"a victory for all of us here"', "Ada Brown"),
        ),
        ('Ada Brown spoke first. "We shall not leave," she said.', ("said", '"We shall not leave,"', "Ada Brown")),
        ('He rejected this "theory" at once.', ("soCalled", '"theory"', None)),
        ('They sang the song "Show Me the Way" again.', ("title", '"Show Me the Way"', None)),
        ('He never used the word "strike" in public.', ("mentioned", '"strike"', None)),
    ],
)
def test_kind_and_speaker(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in quoted(text)


def test_a_quotation_in_another_is_q() -> None:
    found = quoted('Ada Brown said "the plan of `one country\' cannot work for anyone".')
    assert found[0][0] == "said"
    assert found[1][:2] == ("q", "`one country'")


def test_an_interrupted_quotation_is_chained() -> None:
    text = '"Yes," Ada Brown said, "we shall not leave this town."'
    first, second = quotations_of(plain_article("x", text))
    assert first.feature("chain") == second.feature("chain") is not None
    assert first.speaker == second.speaker == Span(7, 16)


def test_speech_over_paragraphs_is_one_annotation_a_block_in_one_chain() -> None:
    article = in_paragraphs('Ada Brown said: "We shall stay.', '"We shall win.', '"That is all."', "It rained.")
    found = quotations_of(article)
    assert [one.span.of(article.text) for one in found] == ['"We shall stay.', '"We shall win.', '"That is all."']
    assert len({one.feature("chain") for one in found}) == 1
    assert {one.label for one in found} == {"said"}
    assert check(article) == ()


def test_unbalanced_marks_are_reported_with_their_place() -> None:
    found = check(in_paragraphs('She said: "We shall return. Nobody answered.', "It rained."))
    assert [(one.code, one.locus.line, one.locus.column) for one in found] == [("T701", 1, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' paper of '97.",
        "He is 6'2\" tall.",
        "Rock 'n' roll in the '90s.",
        "the soviets' and workers' councils",
    ],
)
def test_apostrophes_and_primes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []
    assert check(plain_article("x", text)) == ()


def test_furniture_is_left_alone() -> None:
    text = 'Paris "Home" 1923'
    assert tag(Article("x", text, (Block("fw", Span(0, len(text))),))).annotations == ()


@pytest.mark.parametrize(
    ("text", "label", "speaker"),
    [
        ('Nora Vale left the room. "The door stays open.', "q", None),
        ('Nora Vale left the room. "The door stays open. He said nothing.', "q", None),
        ('Nora Vale left the room. Then she said: "The door stays open.', "said", "she"),
        ('Nora Vale said: "The door stays open.', "said", "Nora Vale"),
    ],
)
def test_an_unclosed_quotation_is_nobodys_but_by_a_clause_before_it(text: str, label: str, speaker: str | None) -> None:
    (found,) = quotations_of(plain_article("x", text))
    assert found.label == label
    assert (found.speaker.of(text) if found.speaker else None) in {speaker, "Nora Vale" if speaker else None}
    assert found.certainty <= 0.4
