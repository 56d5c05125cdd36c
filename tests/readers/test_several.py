"""Several articles in one text: where each begins, and what they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tei_edition.encoding.encode import encode
from tei_edition.readers.cuts import cuts
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.structure import structure
from tei_edition.readers.text import read_text
from tei_edition.tei.names import NSMAP, XML_ID
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_of

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
DIVS, DOCUMENTS = ReadOptions(articles="divs"), ReadOptions(articles="documents")
LETTERS = f"""LETTERS

The Tolls on the Bridge

To the Editor:

{LONG}

ANN WADE
Holt, May 9, 1996

Who Pays?

To the Editor:

{LONG}

Nobody asked me.

JOHN REED
Wade, May 8, 1996
"""
UNTITLED = f"Dear Sir,\n\n{LONG}\n\nANN WADE\n\nDear Sir,\n\n{LONG}\n\nJOHN REED\n"
YEARS = f"""50 AND 25 YEARS AGO

THE ARGUS
May 9, 1972

{LONG}

THE ARGUS
May 9, 1947

{LONG}

{LONG}
"""
ISSUE = f"""The Holt Argus
Vol. 12, No. 3 May 9, 1951

Harbour Works Begin

By ANN WADE

{LONG}

{LONG}

Mayor Quits over Tolls

By JOHN REED

HOLT, May 8 -- {LONG}

==========

In Brief

{LONG}
"""


def begun(text: str) -> list[str]:
    """The first line of each article."""
    starts = [0, *structure(text).several]
    return [text[start:].split("\n", 1)[0] for start in starts]


@given(texts, st.sampled_from(["one", "divs"]))
def test_parts_tile_any_text(text: str, articles: str) -> None:
    reading = read_text("x.txt", text.encode(), ReadOptions(articles=articles))
    if reading.article is not None:
        starts = [part.start for part in reading.article.parts]
        assert starts == sorted(set(starts))
        assert not starts or starts[0] == 0


@given(st.lists(st.sampled_from([LETTERS, UNTITLED, YEARS, ISSUE, LONG, "\n", "* * *", "By Ann Wade"]), max_size=5))
def test_a_cut_file_is_its_pieces(pieces: list[str]) -> None:
    data = "\n\n".join(pieces).encode()
    assert b"".join(cut.data for cut in cuts("x.txt", data, DOCUMENTS)) == data


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_are_kept(ending: str) -> None:
    data = LETTERS.replace("\n", ending).encode("windows-1252")
    found = cuts("x.txt", data, DOCUMENTS)
    assert [cut.name for cut in found] == ["x.txt/x-1.txt", "x.txt/x-2.txt"]
    assert b"".join(cut.data for cut in found) == data


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        (LETTERS, ["LETTERS", "Who Pays?"]),
        (UNTITLED, ["Dear Sir,", "Dear Sir,"]),
        (YEARS, ["50 AND 25 YEARS AGO", "THE ARGUS"]),
        (ISSUE, ["The Holt Argus", "Mayor Quits over Tolls", "In Brief"]),
        (f"A Head\n\n{LONG}\n\n* * *\n\n{LONG}\n", ["A Head"]),
        (f"A Head\n\n{LONG}\n\n* * *\n\nAnother Head\n\n{LONG}\n", ["A Head", "Another Head"]),
        (f"A Head\n\n{LONG}\n\nA Subhead\n\n{LONG}\n\nBy ANN WADE\n", ["A Head"]),
        (f"A Head\n\n{LONG}\n\nHe was born on\n\nMay 9, 1868.\n\n{LONG}\n", ["A Head"]),
        (f"A Head\n\n{LONG}\n\n\n\n\nANOTHER HEAD.\n\n{LONG}\n", ["A Head", "ANOTHER HEAD."]),
        (f"A TALE.\n\n{LONG}\n\n\n\n\nCHAPTER II.\n\n{LONG}\n", ["A TALE."]),
    ],
)
def test_where_articles_begin(text: str, firsts: list[str]) -> None:
    assert begun(text) == firsts


def test_divisions_have_their_own_heads_and_signatures() -> None:
    article = read_text("letters.txt", LETTERS.encode(), DIVS).article
    assert article is not None
    root = parse(encode(article).draft.data, "x").root
    assert root is not None
    divisions = root.findall(".//t:body/t:div[@type='article']", NSMAP)
    assert [text_of(div.findall("t:head", NSMAP)[-1]) for div in divisions] == ["The Tolls on the Bridge", "Who Pays?"]
    assert [text_of(signed) for signed in root.iter("{*}signed")] == ["ANN WADE", "JOHN REED"]
    assert "".join(text_of(div, "original") for div in divisions) == LETTERS
    titles = {source.get(XML_ID): text_of(next(source.iter("{*}title"))) for source in root.iter("{*}biblStruct")}
    assert [titles[str(div.get("corresp"))[1:]] for div in divisions] == ["The Tolls on the Bridge", "Who Pays?"]


def test_what_the_whole_says() -> None:
    article = read_text("issue.txt", ISSUE.encode(), DIVS).article
    assert article is not None
    known = [part.metadata for part in article.parts]
    assert [part.title.value if part.title else None for part in known] == [
        "Harbour Works Begin",
        "Mayor Quits over Tolls",
        "In Brief",
    ]
    assert [[author.value for author in part.authors] for part in known] == [["Ann Wade"], ["John Reed"], []]
    assert {part.date.value for part in known if part.date} == {"1951-05-09"}
    assert {part.periodical.value for part in known if part.periodical} == {"The Holt Argus"}
    assert [author.value for author in article.metadata.authors] == ["Ann Wade", "John Reed"]


def test_what_each_document_knows_of_the_issue() -> None:
    second = cuts("issue.txt", ISSUE.encode(), DOCUMENTS)[1]
    article = read_text(second.name, second.data, second.options).article
    assert article is not None
    known = article.metadata
    assert known.title is not None
    assert known.title.value == "Mayor Quits over Tolls"
    assert known.periodical is not None
    assert known.periodical.value == "The Holt Argus"
    assert known.date is not None
    assert known.date.value == "1951-05-09"


def test_it_is_told_that_several_are_read_as_one() -> None:
    reading = read_text("letters.txt", LETTERS.encode())
    assert reading.article is not None
    assert not reading.article.parts
    told = [finding for finding in reading.findings if finding.code == "A606"]
    assert [(finding.message, finding.locus.line) for finding in told] == [
        ("2 articles are read as one; the second begins here", 12)
    ]
    assert not [finding for finding in read_text("x", LETTERS.encode(), DIVS).findings if finding.code == "A606"]


@pytest.mark.parametrize(("name", "data"), [("x.html", LETTERS.encode()), ("x.txt", LETTERS.encode("utf-16"))])
def test_what_is_not_cut(name: str, data: bytes) -> None:
    assert [cut.data for cut in cuts(name, data, DOCUMENTS)] == [data]


def test_no_newspaper_article_is_cut_in_the_midst(shared: Path) -> None:
    """Of the development articles five hold a second one, with a byline or a date of its own."""
    counts = [
        len(structure(file.read_text(encoding="utf-8")).several) for file in sorted(shared.glob("articles/nyt/*.txt"))
    ]
    assert sum(counts) == 5
