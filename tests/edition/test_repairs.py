from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from tei_edition.core.finding import Finding
from tei_edition.edition.repairs import Entry, repairs
from tei_edition.edition.task import SourceFile
from tei_edition.readers.reading import ReadOptions

DAMAGED = 'Works Begin\n\nThe compa- ny was heard -- the company of\n\nold; "late, it was said in the town that day.\n'


def entries(name: str, data: bytes, off: frozenset[str] = frozenset()) -> list[Entry]:
    return [one for one in repairs([SourceFile(name, data, ReadOptions(off=off))]) if isinstance(one, Entry)]


def test_each_repair_has_its_place_and_what_was_made_of_it() -> None:
    found = [(one.place, one.code, one.original, one.replacement) for one in entries("x.txt", DAMAGED.encode())]
    assert found == [
        ("x.txt:3:1", "A619", "a quotation mark has no partner in this paragraph", None),
        ("x.txt:3:5", "A611", "compa- ny", "company"),
        ("x.txt:3:25", "A621", "--", "—"),
        ("x.txt:3:42", "A613", "\n\n", " "),
    ]


def test_the_context_is_what_stands_beside_it() -> None:
    one = entries("x.txt", DAMAGED.encode())[1]
    assert (one.before, one.after) == ("Works Begin The", "was heard -- the compan")
    assert "switch the repair off" in one.cure


def test_what_is_switched_off_is_not_listed() -> None:
    found = entries("x.txt", DAMAGED.encode(), frozenset({"A611", "A621"}))
    assert [one.code for one in found] == ["A619", "A613"]


def test_a_page_has_no_lines_of_its_own() -> None:
    page = f"<h1>Works</h1><p>{DAMAGED.splitlines()[2]} others, it was said in the town that day.</p>".encode()
    assert {one.place for one in entries("x.html", page)} == {"x.html"}


def test_a_stray_byte_is_listed() -> None:
    (one,) = entries("x.txt", "Café à Paris\n\nIt was l\x92".encode() + b"\x92t.\n")[-1:]
    assert (one.code, one.original, one.replacement) == ("X011", "’", "U+DC92")


def test_what_cannot_be_read_is_a_finding() -> None:
    found = list(repairs([SourceFile("x.txt", b""), SourceFile("y.txt", DAMAGED.encode())]))
    assert isinstance(found[0], Finding)
    assert [one.source for one in found if isinstance(one, Entry)] == ["y.txt"] * 4


@given(texts)
def test_entries_stand_in_the_order_of_the_text(text: str) -> None:
    found = entries("x.txt", text.encode("utf-8", "replace"))
    assert [(one.line, one.column) for one in found] == sorted((one.line, one.column) for one in found)
    assert all(one.line for one in found)


@pytest.mark.parametrize("name", ["x.txt", "x.html"])
def test_an_undamaged_text_has_none(name: str) -> None:
    assert entries(name, b"<p>Works begin.</p>" if name == "x.html" else b"Works begin.\n") == []
