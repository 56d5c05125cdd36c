"""What stands apart in a plain text: tables, block quotations, verse, captions, pages, lists of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.characters import collapsed
from tei_edition.core.span import Span
from tei_edition.edition.source import source_bytes
from tei_edition.encoding.encode import encode
from tei_edition.readers.layout import cells
from tei_edition.readers.text import read_text
from tei_edition.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command
    from tei_edition.model.article import Article, Block

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
COLUMNS = """Year    Tons of coal    Price
1911          12,400     3.20
1912          13,100     3.35
1913           9,870     4.10"""
TABS = "Name\tClub\tTime\nMott\tHolt\t4:21\nReed\tWade Harriers\t4:23"
INDENTED = """    It is the view of this commission that no toll has ever been
    raised in this county for the good of those who pay it, and that
    none ever will be."""
POEM = """Out of the harbour the last boat goes,
  Grey in the grey of the rain,
And nobody here on the landing knows
  If ever she comes again.

Over the water the bridge lights shine,
  Yellow and cold and new."""


def article(middle: str) -> Article:
    """An article with the lines in question between two paragraphs."""
    text = f"Harbour Works Begin\n\nBy Ann Wade\n\n{LONG}\n\n{middle}\n\n{LONG}\n"
    read = read_text("x.txt", text.encode()).article
    assert read is not None
    return read


def shape(block: Block, text: str) -> tuple[str, object]:
    """A block as (kind, its words) or (kind, its children)."""
    inner = [shape(child, text) for child in block.children if child.kind != "space"]
    return (block.kind, inner or collapsed(block.span.of(text)))


def middle(lines: str) -> list[tuple[str, object]]:
    """What stands between the two paragraphs."""
    read = article(lines)
    blocks = [shape(block, read.text) for block in read.blocks if block.kind != "space"]
    return blocks[3:-1]


def row(*words: str) -> tuple[str, object]:
    return ("row", [("cell", word) for word in words])


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (COLUMNS, [("Year", "Tons of coal", "Price"), ("1911", "12,400", "3.20"), ("1912", "13,100", "3.35"),
                   ("1913", "9,870", "4.10")]),
        (TABS, [("Name", "Club", "Time"), ("Mott", "Holt", "4:21"), ("Reed", "Wade Harriers", "4:23")]),
        ("Mott   Holt   first\nReed   Wade   second\nHale   Holt   third",
         [("Mott", "Holt", "first"), ("Reed", "Wade", "second"), ("Hale", "Holt", "third")]),
    ],
)  # fmt: skip
def test_tables(lines: str, rows: list[tuple[str, ...]]) -> None:
    assert middle(lines) == [("table", [row(*words) for words in rows])]


def test_a_row_of_words_above_figures_is_a_row_of_labels() -> None:
    table = next(block for block in article(COLUMNS).blocks if block.kind == "table")
    rows = [block for block in table.children if block.kind == "row"]
    assert [block.attribute("role") for block in rows] == ["label", None, None, None]


@pytest.mark.parametrize(
    "lines",
    [
        "He came.  She went.\nThey met.  They parted.\nIt rained.  It stopped.",
        "One word\nTwo words\nThree words",
        "Mott    Holt",
        "Mott    Holt    4:21\nReed    Wade\nHale    Holt    4:30",
    ],
)
def test_what_is_no_table(lines: str) -> None:
    assert all(kind != "table" for kind, _ in middle(lines))


@given(st.lists(st.sampled_from(["a", "bc d", "12.5"]), min_size=1, max_size=5), st.sampled_from(["\t", "   ", " \t "]))
def test_cells_are_what_stands_between_gaps(words: list[str], gap: str) -> None:
    line = gap.join(words)
    assert [cell.of(line) for cell in cells(Span(0, len(line)), line)] == words


def test_an_indented_passage_is_a_quotation() -> None:
    assert middle(INDENTED) == [("quote", [("p", " ".join(INDENTED.split()))])]


@pytest.mark.parametrize(
    "lines",
    [
        "          THE REPORT OF THE COMMISSION\n             ON THE TOLLS OF HOLT",
        "      Ann Wade\n      12 Harbour Road\n      Holt",
        "    A short line.",
        " It is the view of this commission that no toll has ever been raised for the good of those who pay it.",
    ],
)
def test_what_is_indented_but_no_quotation(lines: str) -> None:
    assert all(kind != "quote" for kind, _ in middle(lines))


def test_stanzas_that_follow_one_another_are_a_poem() -> None:
    first, second = (stanza.splitlines() for stanza in POEM.split("\n\n"))
    stanzas = [("lg", [("l", line.strip()) for line in stanza]) for stanza in (first, second)]
    assert middle(POEM) == [("lg", stanzas)]


@pytest.mark.parametrize(
    "line",
    [
        "[Photo: The mayor at the opening.]",
        "Photo by John Reed: Workers at the new harbour on Monday.",
        "CAPTION: The old ferry in 1911.",
        "Photograph: John Reed/The Argus",
        "The old ferry on its last day. John Reed/Getty Images",
        "The old ferry on its last day. (AP Photo/John Reed)",
    ],
)
def test_captions(line: str) -> None:
    assert middle(line) == [("figure", [("head", line)])]


@pytest.mark.parametrize("line", ["Pictures of the old ferry hung on every wall.", "Photographs were not allowed."])
def test_what_is_no_caption(line: str) -> None:
    assert middle(line) == [("p", line)]


def test_items_of_several_lines() -> None:
    lines = "1. Raise the tolls\non the bridge.\n2. Build a new\nharbour wall.\n3. Resign."
    items = ["1. Raise the tolls on the bridge.", "2. Build a new harbour wall.", "3. Resign."]
    assert middle(lines) == [("list", [("item", item) for item in items])]


def test_items_with_letters() -> None:
    assert middle("a) one thing\nb) another") == [("list", [("item", "a) one thing"), ("item", "b) another")])]


@pytest.mark.parametrize("middle_line", ["\f", "\f\n", "\n\f\n\n", "\n\n\f"])
def test_a_page_that_ends_in_the_midst_of_a_sentence(middle_line: str) -> None:
    data = f"A Head\n\nBy Ann Wade\n\n{LONG} It was said\n{middle_line}that nobody pays. {LONG}\n\n{LONG}\n".encode()
    read = read_text("x.txt", data).article
    assert read is not None
    assert [block.kind for block in read.blocks if block.kind != "space"] == ["head", "byline", "p", "p"]
    document = encode(read).draft.data
    assert document.count(b"<pb/>") == 1
    assert source_bytes(document, "x") == data
    assert not [finding for finding in validate(document, "x").findings if finding.severity == "error"]


def test_subheads_written_like_sentences() -> None:
    parts = ["What the council wants", f"{LONG} {LONG}", "Why now?"]
    assert [kind for kind, _ in middle("\n\n".join(parts))] == ["head", "p", "head"]
    assert middle("What the council wants") == [("p", "What the council wants")]


@pytest.mark.parametrize("lines", [COLUMNS, TABS, INDENTED, POEM, "CAPTION: The old ferry."])
def test_their_documents_are_valid_and_give_the_source_back(tmp_path: Path, tei_edition: Command, lines: str) -> None:
    source = tmp_path / "x.txt"
    source.write_bytes(article(lines).text.encode())
    assert tei_edition("convert", source, "-o", tmp_path).returncode == 0
    document = tmp_path / "x.xml"
    assert tei_edition("validate", document).returncode == 0
    assert tei_edition("verify", source, document).returncode == 0
    assert tei_edition("source", document, "-o", tmp_path / "back.txt").returncode == 0
    assert (tmp_path / "back.txt").read_bytes() == source.read_bytes()
