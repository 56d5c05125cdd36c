from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from tei_edition.model.article import SPACE, Article, Block
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.structure import structure

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."


def shape(text: str, options: ReadOptions | None = None) -> list[tuple[str, str]]:
    """Kind (with @type) and beginning of each block."""
    blocks = structure(text, options).blocks
    return [(named(block), block.span.of(text)[:24]) for block in blocks if block.kind != SPACE]


def named(block: Block) -> str:
    kind = block.attribute("subtype") or block.attribute("type")
    return f"{block.kind} {kind}" if kind else block.kind


@given(texts)
def test_any_text_is_tiled(text: str) -> None:
    told = structure(text)
    article = Article("x", text, told.blocks, told.metadata)
    assert "".join(block.span.of(text) for block in article.blocks) == text


def test_a_dump_of_a_web_page() -> None:
    text = (
        "The Argus(logo)\u00a0\n\u00a0\u00a0 Vol.12/No.3\u00a0\u00a0 May 5, 1951\n\u00a0\n\n"
        "Harbour Works Begin \u00a0\n"
        f"{LONG}\n\n{LONG}\n\n- JOHN MILL \u00a0\n\u00a0\nFront page | Home\n"
    )
    assert shape(text) == [
        ("fw masthead", "The Argus(logo)\u00a0\n\u00a0\u00a0 Vol."),
        ("head main", "Harbour Works Begin \u00a0"),
        ("p", LONG[:24]),
        ("p", LONG[:24]),
        ("byline", "- JOHN MILL \u00a0\n\u00a0"),
        ("fw navigation", "Front page | Home"),
    ]
    metadata = structure(text).metadata
    assert metadata.periodical
    assert metadata.volume
    assert metadata.issue
    assert metadata.date
    stated = (metadata.periodical, metadata.volume, metadata.issue, metadata.date, *metadata.authors)
    assert [item.value for item in stated] == ["The Argus", "12", "3", "1951-05-05", "John Mill"]
    assert [item.span.of(text) for item in stated if item.span] == ["The Argus", "12", "3", "May 5, 1951", "JOHN MILL"]


def test_date_label_headline_byline() -> None:
    byline = "By MARY O'NEIL and J. R. SMITH Jr."
    text = f"March 6, 1953\n\n NOTICES\n\n Works Begin at the Old Harbour\n\n {byline}\n\n {LONG}\n"
    assert [kind for kind, _ in shape(text)] == ["fw masthead", "head label", "head main", "byline", "p"]
    metadata = structure(text).metadata
    assert [author.value for author in metadata.authors] == ["Mary O'Neil", "J. R. Smith Jr."]
    assert metadata.title
    assert metadata.title.value == "Works Begin at the Old Harbour"


def test_several_headlines() -> None:
    text = f"HARBOUR WORKS\n\nCouncil votes the money\n\n{LONG}\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == ["head label", "head main", "p", "p"]


def test_subheads_between_paragraphs() -> None:
    text = f"Works Begin\n\n{LONG}\n\nThe Price of Coal\n\n{LONG}\n\nA short one.\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == ["head main", "p", "head sub", "p", "p", "p"]


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    lines = "\n".join(
        ["The committee met on Tuesday and heard a long report", "about the harbour, the roads and the price of"] * 3
    )
    text = f"Works Begin\n\n{lines}\ncoal.\n\n{lines}\nwood."
    assert [kind for kind, _ in shape(text)] == ["head main", "p", "p"]


def test_a_headline_without_a_blank_line_under_it() -> None:
    assert [kind for kind, _ in shape(f"Works Begin\n{LONG}\n{LONG}\n")] == ["head main", "p", "p"]


@pytest.mark.parametrize("text", [LONG, f"{LONG}\n\n{LONG}", LONG + "\n"])
def test_without_a_headline_none_is_invented(text: str) -> None:
    assert {kind for kind, _ in shape(text)} == {"p"}
    metadata = structure(text).metadata
    assert metadata.title is None
    assert metadata.authors == ()
    assert metadata.date is None


def test_a_headline_with_a_date_is_no_masthead() -> None:
    text = f"What the harbour commissioners decided for good on April 3, 1951 about the roads\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == ["head main", "p"]


def test_a_known_periodical_is_found_without_any_hint() -> None:
    text = f"Vorwärts\n\nHafenbau beginnt\n\n{LONG}"
    assert [kind for kind, _ in shape(text, ReadOptions(periodical="Vorwärts"))] == ["fw masthead", "head main", "p"]


def test_a_byline_between_paragraphs() -> None:
    text = f"Works Begin\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\nBy JOHN MILL\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == ["head main", "p", "p", "p", "byline", "p"]
    assert [author.value for author in structure(text).metadata.authors] == ["John Mill"]


def test_agencies_are_no_persons() -> None:
    text = f"Works Begin\n\nBy THE ASSOCIATED PRESS\n\n{LONG}"
    ((author,),) = (structure(text).metadata.authors,)
    assert (author.value, author.element) == ("The Associated Press", "orgName")
    assert structure(f"Works Begin\n\nSpecial to The Daily Argus\n\n{LONG}").metadata.authors == ()


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert [kind for kind, _ in shape(f"Works Begin\n\nBy and by they came.\n\n{LONG}")] == ["head main", "p", "p"]


def test_lines_of_no_break_spaces_between_paragraphs_stay_with_one() -> None:
    text = f"{LONG}\n\u00a0\n\u00a0\n{LONG}"
    blocks = [block.span.of(text) for block in structure(text).blocks if block.kind == "p"]
    assert blocks == [f"{LONG}\n\u00a0\n\u00a0", LONG]
