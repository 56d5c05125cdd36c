"""Columns of letters and of foreign news that are read as one article: closes, titles, places and countries."""

from __future__ import annotations

import pytest

from tei_edition.core.characters import collapsed
from tei_edition.readers.headlines import plain_subheads
from tei_edition.readers.letters import closings, parted
from tei_edition.readers.lines import units
from tei_edition.readers.text import read_text

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
LETTERS = f"""LETTERS

The Tolls on the Bridge

To the Editor:

{LONG}

ANN WADE
Holt, May 9, 1996

Who Pays?

To the Editor:

{LONG}

JOHN REED
"""
NEWS = f"""FOREIGN NEWS

Russia.

From St. Petersburg, 20 September.

{LONG}

Denmark.

From Copenhagen, 2 October.

{LONG}

PARIS, Oct. 3.

{LONG}
"""


def shape(text: str) -> list[tuple[str, str]]:
    """Each block's kind and words; of headings and datelines only."""
    article = read_text("x.txt", text.encode()).article
    assert article is not None
    return [
        (leaf.kind, collapsed(leaf.span.of(text))) for leaf in article.leaves() if leaf.kind not in {"p", "space", "fw"}
    ]


def test_a_column_of_letters() -> None:
    assert shape(LETTERS) == [
        ("head", "LETTERS"),
        ("head", "The Tolls on the Bridge"),
        ("salute", "To the Editor:"),
        ("signed", "ANN WADE"),
        ("dateline", "Holt, May 9, 1996"),
        ("head", "Who Pays?"),
        ("salute", "To the Editor:"),
        ("signed", "JOHN REED"),
    ]


def test_who_sign_letters_are_authors_in_their_order() -> None:
    article = read_text("x.txt", LETTERS.encode()).article
    assert article is not None
    assert [author.value for author in article.metadata.authors] == ["Ann Wade", "John Reed"]


def test_a_column_of_foreign_news() -> None:
    assert shape(NEWS)[1:] == [
        ("head", "Russia."),
        ("dateline", "From St. Petersburg, 20 September."),
        ("head", "Denmark."),
        ("dateline", "From Copenhagen, 2 October."),
        ("dateline", "PARIS, Oct. 3."),
    ]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["To the Editor:", LONG, "ANN WADE", "To the Editor:", LONG], 1),
        (["To the Editor:", LONG, "Yours truly,", "ANN WADE", "Holt, May 9", "A Title", "To the Editor:", LONG], 3),
        (["To the Editor:", LONG, LONG, "To the Editor:", LONG], 0),
        ([LONG, "ANN WADE", LONG], 0),
    ],
)
def test_closes_above_the_next_salutation(lines: list[str], count: int) -> None:
    found = closings(units("\n\n".join(lines)))
    assert sum(taken for taken, _ in found.values()) == count


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        ([LONG, "Russia.", LONG, "Denmark.", LONG], ["Russia.", "Denmark."]),
        ([LONG, "Russia.", LONG], []),
        ([LONG, "He laughed.", LONG, "Nobody spoke.", LONG], ["He laughed.", "Nobody spoke."][:0]),
        ([LONG, "Smith Jr.", LONG, "Jones Jr.", LONG], []),
    ],
)
def test_words_with_a_full_stop_are_subheads_where_there_are_several(lines: list[str], heads: list[str]) -> None:
    text = "\n\n".join(lines)
    assert [text[start:].split("\n", 1)[0] for start in sorted(plain_subheads(units(text)))] == heads


def kinds(*lines: str) -> list[tuple[str, str]]:
    """Kind and first word of each block between two paragraphs."""
    text = "\n\n".join(("A Head", "By Ann Wade", LONG, *lines, LONG))
    article = read_text("x.txt", text.encode()).article
    assert article is not None
    blocks = [block for block in article.blocks if block.kind != "space"]
    return [(block.kind, block.attribute("type") or "") for block in blocks[3:-1]]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("14   THE EVENING ARGUS, MAY 9, 1996", ("fw", "header")),
        ("THE EVENING ARGUS, MAY 9, 1996    14", ("fw", "header")),
        ("(See TOLLS, Page 15)", ("fw", "catch")),
        ("Continued From Page 1", ("fw", "catch")),
        ("* Click here to see the table of tolls", ("fw", "footer")),
        ("See what they have done, he said.", ("p", "")),
        ("In May 1996 the tolls rose to 14", ("p", "")),
    ],
)
def test_what_a_page_has_between_paragraphs(line: str, kind: tuple[str, str]) -> None:
    assert kinds(line) == [kind]


def test_a_speaker_has_the_whole_name_at_first() -> None:
    turns = [
        "ARGUS: Why?",
        "EZRA MOTT: I was tired.",
        "ARGUS: And now?",
        "MOTT: To the mill.",
        "ARGUS: When?",
        "MOTT: Now.",
    ]
    assert kinds(*turns) == [("sp", "")] * 6


def test_an_answer_goes_on_over_paragraphs_but_not_after_the_last_question() -> None:
    assert kinds("Q: Why?", "A: I was tired.", LONG, "Q: And now?", "A: To the mill.", LONG) == [
        *[("sp", "")] * 4,
        ("p", ""),
    ]


RUN_IN = f"""Letters

Trains again
SIR – {LONG}
J. R. Platt
Nantwich, Cheshire

Hedgehogs
SIR – {LONG}
I am, Sir, your obedient servant,
A. McNAB.
5, Pier Road, Oban, April 3, 1888.
"""


def test_a_salutation_that_a_paragraph_begins_with() -> None:
    assert shape(RUN_IN) == [
        ("head", "Letters"),
        ("head", "Trains again"),
        ("salute", "SIR –"),
        ("signed", "J. R. Platt"),
        ("dateline", "Nantwich, Cheshire"),
        ("head", "Hedgehogs"),
        ("salute", "SIR –"),
        ("salute", "I am, Sir, your obedient servant,"),
        ("signed", "A. McNAB."),
        ("dateline", "5, Pier Road, Oban, April 3, 1888."),
    ]


@pytest.mark.parametrize(
    "text", ["Sir,—The ferry is late.", "Dear Sir - The ferry", "GENTLEMEN: — “The ferry”", "Madam—I am"]
)
def test_the_salutation_ends_behind_its_dash(text: str) -> None:
    salutation, paragraph = parted(units(text), text)
    assert salutation.text.rstrip("—- :,").lower().split()[-1] in {"sir", "gentlemen", "madam"}
    assert text.endswith(paragraph.text)


@pytest.mark.parametrize("text", ["Sir Edward — the elder", "Sirs and madams", "Sir", "Sir-like manners are rare"])
def test_other_beginnings_stay_whole(text: str) -> None:
    assert parted(units(text), text) == units(text)
