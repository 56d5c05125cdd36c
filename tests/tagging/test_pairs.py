"""Quotation marks: each is used once or reported, whatever the text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraphs import in_paragraphs
from tei_edition.core.span import Span
from tei_edition.model.article import plain_article
from tei_edition.tagging import check
from tei_edition.tagging.marks import Family, marks
from tei_edition.tagging.pairs import UNCLOSED, paired
from tei_edition.tagging.passages import passages

SIGNS = ['"', "“", "”", "''", "``", "`", "'", "’", "‘", "«", "»", "„", "‹", "›"]
PIECES = st.sampled_from([*SIGNS, " ", "\n", "a", "B", "word ", ", ", ". ", "? ", "6", "s", "—", "(", ")", "dogs' "])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def pieces_of(text: str) -> list[str]:
    article = plain_article("x", text)
    return [piece.span.of(text) for piece in paired(text, passages(article))[0]]


@given(TEXTS)
def test_pieces_nest_and_begin_with_a_mark_or_go_on(text: str) -> None:
    running = passages(plain_article("x", text))
    pieces, _ = paired(text, running)
    enclosing: list[Span] = []
    for piece in pieces:
        assert running[piece.passage].span.contains(piece.span)
        assert 0 < piece.certainty <= 1
        enclosing = [other for other in enclosing if other.end > piece.span.start]
        assert not any(other.crosses(piece.span) for other in enclosing)
        enclosing.append(piece.span)
        opens = any(text.startswith(sign, piece.span.start) for sign in [*SIGNS, ",,"])
        assert opens or piece.chain is not None


@given(TEXTS)
def test_a_mark_is_used_at_most_once(text: str) -> None:
    pieces, unbalanced = paired(text, passages(plain_article("x", text)))
    starts = Counter(piece.span.start for piece in pieces if piece.chain is None)
    assert all(count == 1 for count in starts.values())
    ends = Counter(piece.span.end for piece in pieces if piece.chain is None and piece.certainty == 1)
    assert all(count == 1 for count in ends.values())
    assert len({one.offset for one in unbalanced}) == len(unbalanced)


@given(st.lists(st.sampled_from(["“", "”", "a", " ", "b. "]), max_size=30).map("".join))
def test_every_curly_mark_is_used_or_reported(text: str) -> None:
    article = plain_article("x", text)
    pieces, unbalanced = paired(text, passages(article))
    used = {piece.span.start for piece in pieces} | {piece.span.end - 1 for piece in pieces}
    told = {one.offset for one in unbalanced}
    for passage in passages(article):
        for mark in marks(text, passage.span):
            assert mark.start in used | told


@given(st.integers(0, 4), st.sampled_from([("“", "”"), ("«", "»"), ("„", "“")]))
def test_balanced_marks_are_never_reported(depth: int, pair: tuple[str, str]) -> None:
    text = "He said this."
    for _ in range(depth):
        text = f"He said: {pair[0]}{text}{pair[1]} and more."
    assert check(plain_article("x", text)) == ()
    assert len(pieces_of(text)) == depth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘she said “no” to me’,”", ["“He said ‘she said “no” to me’,”", "‘she said “no” to me’", "“no”"]),
        ("'It's the workers' day,' she said.", ["'It's the workers' day,'"]),
        ("He called it ‘bonkers’ and rose. She said: ‘So it is.’", ["‘bonkers’", "‘So it is.’"]),
        ("‘It is the workers’ day,’ she said.", ["‘It is the workers’ day,’"]),
        ("‘It’s late,’ she said.", ["‘It’s late,’"]),
        ("« Oui », dit-il, « demain ».", ["« Oui »", "« demain »"]),
        ("»Ja«, sagte er.", ["»Ja«"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("`Yes,' she said.", ["`Yes,'"]),
        ("''Yes,'' she said, ''now.''", ["''Yes,''", "''now.''"]),
        ('He is 6\' 2" and said "no".', ['"no"']),
        ('a 12" record and a "hit"', ['"hit"']),
        ("the dogs' house and the 'Herald'", ["'Herald'"]),
        ("rock 'n' roll of the '90s, 'tis said", []),
        ('("so")', ['"so"']),
        ('"A," he said, "B."', ['"A,"', '"B."']),
    ],
)  # fmt: skip
def test_conventions(text: str, expected: list[str]) -> None:
    assert pieces_of(text) == expected
    assert check(plain_article("x", text)) == ()


def test_a_quotation_is_reopened_in_each_paragraph_and_closed_once() -> None:
    article = in_paragraphs("He said: “We stay.", "“We win.", "“That is all.” He left.", "“New.”")
    pieces, unbalanced = paired(article.text, passages(article))
    assert unbalanced == ()
    assert [piece.chain for piece in pieces] == [0, 0, 0, None]
    assert [piece.passage for piece in pieces] == [0, 1, 2, 3]


def test_a_paragraph_that_is_not_reopened_ends_the_quotation() -> None:
    article = in_paragraphs("He said: “We stay.", "It rained.")
    pieces, unbalanced = paired(article.text, passages(article))
    assert [piece.span.of(article.text) for piece in pieces] == ["“We stay."]
    assert pieces[0].certainty < 1
    assert len(unbalanced) == 1


def test_more_marks_than_can_nest_are_reported() -> None:
    text = "“" * 12 + "a"
    assert len(check(plain_article("x", text))) == 12


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [('"a', True, False), ('a" b', False, True), (' " ', True, True), ("“a", True, False), ("a” ", False, True)],
)
def test_which_way_a_mark_faces(text: str, opens: bool, closes: bool) -> None:  # noqa: FBT001 - a case
    (mark,) = marks(text, Span(0, len(text)))
    assert (mark.opens, mark.closes) == (opens, closes)


def test_apostrophes_are_no_marks() -> None:
    assert list(marks("don't O’Neil's 'em", Span(0, 18))) == []
    assert [mark.family for mark in marks("'a' «b» ‹c›", Span(0, 11))] == [
        Family.SINGLE, Family.SINGLE, Family.ANGLE, Family.ANGLE, Family.SINGLE_ANGLE, Family.SINGLE_ANGLE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"She told us \'they cried "fire" at once\' and ran,"',
            ['"She told us \'they cried "fire" at once\' and ran,"', "'they cried \"fire\" at once'", '"fire"'],
        ),
        (
            "\"She told us 'no' and ran,\" he said, \"to 'them' all.\"",
            ["\"She told us 'no' and ran,\"", "'no'", "\"to 'them' all.\"", "'them'"],
        ),
        ('"Give \'em a hand," he said, "now."', ['"Give \'em a hand,"', '"now."']),
        ('"The \'60s ended," he said, "badly."', ['"The \'60s ended,"', '"badly."']),
    ],
)
def test_marks_alternate_as_quotations_nest(text: str, expected: list[str]) -> None:
    assert pieces_of(text) == expected
    assert check(plain_article("x", text)) == ()


@given(st.integers(1, 6), st.sampled_from([("'", '"'), ('"', "'")]))
def test_alternating_marks_nest_to_any_depth_that_is_read(depth: int, pair: tuple[str, str]) -> None:
    text = "we go"
    for level in range(min(depth, 3)):
        mark = pair[(level + min(depth, 3)) % 2]
        text = f"{mark}They say {text} now{mark}"
    found = pieces_of(text)
    assert found[0] == text
    assert len(found) == min(depth, 3)


def test_an_unclosed_quotation_is_the_least_certain_of_all() -> None:
    text = 'Nora Vale left. "The door stays open.\n\nIt rained.'
    pieces, unbalanced = paired(text, passages(plain_article("x", text)))
    assert [piece.certainty for piece in pieces] == [UNCLOSED]
    assert [one.offset for one in unbalanced] == [text.index('"')]
