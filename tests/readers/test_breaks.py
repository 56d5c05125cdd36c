"""False breaks of paragraphs and hard wraps, planted into texts that have none."""

from __future__ import annotations

import random
import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.model.article import SPACE, Article
from tei_edition.readers.text import read_text

TOP = "Harbour Works Begin\n\nBy JOHN MILL\n\nMay 5, 1951\n\n"
PROSE = [
    " ".join(paragraph.split())
    for paragraph in """
The committee met on Tuesday in the old customs house and heard a long report about the harbour, the roads and
the price of coal, which had risen again since the spring.

Nobody in the room was surprised by the figures, and only two of the members asked to see the accounts before
the money was voted; they were told that the clerk, Mr. Wade, had gone home to Holt.

"We have been patient for eleven years," said Captain Arthur Pell, who had walked in from the far side of the
hill, "and we shall be patient until the tide comes through the door."

The work is to begin in the autumn, if the weather allows it, and will take the better part of two winters to
finish, according to Dr. Ann Lowe of the Northern Institute, who drew the plans in 1949.

At the London office of the Dock Company the news was received with some relief. Its shares had fallen to 14
shillings on Friday, the lowest price since the winter of 1947.

Once the wall is built, the Holt and Westby Railway hopes to lay a second line along the quay, so that the
fish need no longer be carried through the streets by boys and donkeys.

It was half past nine when the Mayor closed the meeting. Outside, the lamps had been lit, and a small band of
children from Mill Street was singing under the windows for pennies.""".split("\n\n")
]
APART = (
    "What the clerk had to say",
    "The price of coal",
    "THE OLD HARBOUR",
    "The pier in 1911 — Photograph by Ada Hill",
    "Captain Pell at his window. (Argus photo)",
    "Coal, per ton: 14s. 6d.",
    "Q. Did you see the wall fall?",
    "* * *",
    "Yours truly, A. Wade",
)


def read(text: str) -> Article:
    article = read_text("x.txt", text.encode()).article
    assert article is not None
    return article


def joins(article: Article, code: str) -> set[int]:
    return {repair.span.start for repair in article.repairs if repair.code == code}


def mid_sentence(paragraph: str) -> list[int]:
    """Spaces at which no sentence ends, some way from both ends of a paragraph."""
    return [
        match.start()
        for match in re.finditer(" ", paragraph)
        if 20 < match.start() < len(paragraph) - 20 and paragraph[match.start() - 1] not in '.;:?!"'
    ]


def planted(seed: int) -> tuple[str, set[int]]:
    dice = random.Random(seed)  # noqa: S311 - no secret
    pieces, places = [TOP], set()
    for paragraph in dice.sample(PROSE, len(PROSE)):
        whole = paragraph
        if dice.random() < 0.5:
            cut = dice.choice(mid_sentence(paragraph))
            places.add(sum(map(len, pieces)) + cut)
            whole = f"{paragraph[:cut]}\n\n{paragraph[cut + 1 :]}"
        pieces.append(whole + "\n\n")
    return "".join(pieces), places


def test_nearly_all_false_breaks_are_healed_and_no_true_end_is_joined() -> None:
    healed = total = wrong = 0
    for seed in range(150):
        text, places = planted(seed)
        found = joins(read(text), "A613")
        healed, total, wrong = healed + len(found & places), total + len(places), wrong + len(found - places)
    assert healed >= 0.95 * total
    assert wrong == 0


@given(st.integers(0, 10_000), st.integers(56, 80))
@settings(max_examples=40, deadline=None)
def test_wrapped_lines_are_joined_and_paragraphs_stay_apart(seed: int, width: int) -> None:
    whole = random.Random(seed).sample(PROSE, 5)  # noqa: S311 - no secret
    text = TOP + "\n\n".join(textwrap.fill(one, width, break_on_hyphens=False) for one in whole) + "\n"
    article = read(text)
    assert [" ".join(one.span.of(text).split()) for one in article.blocks if one.kind == "p"] == whole
    lines = text[len(TOP) :].count("\n")
    assert len(joins(article, "A614")) == lines - 2 * (len(whole) - 1) - 1


@pytest.mark.parametrize("line", APART)
@pytest.mark.parametrize("before", PROSE[:3])
def test_what_stands_by_itself_is_joined_with_nothing(line: str, before: str) -> None:
    text = f"{TOP}{before}\n\n{line}\n\n{PROSE[4]}\n\n{PROSE[5]}\n"
    assert joins(read(text), "A613") == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mr. Wade, the clerk of the committee, asked Gen.", "Pell to sit down."),
        ("It was read by the old,", "blind captain of the ferry at Holt."),
        ('"What a pity that you came so late,"', "I said to him, and closed the door."),
        ("On coming back from the harbour that evening with his brother John and", "Mrs. Lowe he fell ill."),
        ("This was what he called in 1950 the", '"new towns" of the coast, and the rest was silence.'),
        ("He was, it is true, one of those who had read", "(and not for the first time) all of the report."),
        ("The shares fell on Friday to the price of", "14 shillings, the lowest since the winter."),
    ],
)
def test_breaks_that_can_only_be_false(first: str, second: str) -> None:
    text = f"{TOP}{PROSE[0]}\n\n{first}\n\n{second}\n\n{PROSE[1]}\n"
    assert joins(read(text), "A613") == {text.index(first) + len(first)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He said that it was so.", "The wall fell on Friday night."),
        ("It was read by all", "The price of coal"),
        ("Dear Sir,", "The wall fell on Friday night in the rain."),
        ("To the Editor of The Argus,", "The wall fell on Friday night in the rain."),
        ("He was asked by the chairman of the dock:", "Where is the clerk?"),
    ],
)
def test_ends_that_are_true(first: str, second: str) -> None:
    text = f"{TOP}{PROSE[0]}\n\n{first}\n\n{second}\n\n{PROSE[1]}\n"
    assert joins(read(text), "A613") == set()


def test_joining_can_be_switched_off_and_keeps_every_character() -> None:
    text, places = planted(1)
    article = read(text)
    assert places
    assert article.text == text
    assert "".join(block.span.of(text) for block in article.blocks) == text
    assert {block.kind for block in article.blocks if not block.span.of(text).strip()} == {SPACE}
