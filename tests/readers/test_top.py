"""Headlines, labels, bylines and dates above the text, as newspapers of many years have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.readers.bylines import authors, is_byline, is_signature, periodical_sent_to
from tei_edition.readers.datelines import dateline, is_date_line
from tei_edition.readers.lines import Unit, units
from tei_edition.readers.structure import structure

if TYPE_CHECKING:
    from tei_edition.model.article import Metadata

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."


def unit(text: str) -> Unit:
    return units(text)[0]


def read(*lines: str, body: str = LONG) -> Metadata:
    return structure("\n\n ".join((*lines, body, LONG))).metadata


def stated(metadata: Metadata) -> tuple[str | None, list[str], str | None]:
    title = metadata.title.value if metadata.title else None
    date = metadata.date.value if metadata.date else None
    return title, [one.value for one in metadata.authors], date


@pytest.mark.parametrize(
    ("lines", "title", "writers", "date"),
    [
        (["March 3, 1901", "OBITUARY", "Works Begin", "By THE DAILY ARGUS"],
         "Works Begin", ["The Daily Argus"], "1901-03-03"),
        (["On This Day", "March 3, 1901", "OBITUARY", "Works Begin", "By JOHN MILL"],
         "Works Begin", ["John Mill"], "1901-03-03"),
        (["Works Begin", "(front page)", "BY JOHN MILL"], "Works Begin", ["John Mill"], None),
        (["(front page)", "Works Begin", "BY JOHN MILL"], "Works Begin", ["John Mill"], None),
        (["Works Begin (front page)", "BY JOHN MILL"], "Works Begin", ["John Mill"], None),
        (["OBITUARY 'Duke,' a Harbour Hero", "By JOHN MILL"], "'Duke,' a Harbour Hero", ["John Mill"], None),
        (["OBITUARY", "DEATH OF A PILOT", "By JOHN MILL"], "DEATH OF A PILOT", ["John Mill"], None),
        (["OBITUARY", "Ann Mill, Who Built the Harbour, Is Dead at 83;", "By JOHN MILL"],
         "Ann Mill, Who Built the Harbour, Is Dead at 83;", ["John Mill"], None),
        (["Works Begin at the Harbour and", "the Roads", "By JOHN MILL"],
         "Works Begin at the Harbour and the Roads", ["John Mill"], None),
        (["Works Begin", "The council votes the money, and the unions say that it is not enough.", "By Ann Mill"],
         "Works Begin", ["Ann Mill"], None),
        (["A pioneer of the harbour.By ANN MILL"], "A pioneer of the harbour.", ["Ann Mill"], None),
        (["Works Begin", "By ANN MILL MARCH 14, 2018"], "Works Begin", ["Ann Mill"], "2018-03-14"),
        (["Works Begin", "By ANN MILLMARCH 14, 2018"], "Works Begin", ["Ann Mill"], "2018-03-14"),
        (["Works Begin", "By ANN MILL", "March 14, 2018"], "Works Begin", ["Ann Mill"], "2018-03-14"),
        (["Works Begin", "March 14, 2018", "By ANN MILL"], "Works Begin", ["Ann Mill"], "2018-03-14"),
        (["By ANN MILL", "Works Begin"], "Works Begin", ["Ann Mill"], None),
        (["Works Begin", "By ANN MILL, Special to The Daily Argus"], "Works Begin", ["Ann Mill"], None),
        (["Works Begin", "By ANN MILL", "Special to The Daily Argus"], "Works Begin", ["Ann Mill"], None),
        (["Works Begin", "By ANN MILL and JOHN S. O'NEIL Jr."],
         "Works Begin", ["Ann Mill", "John S. O'Neil Jr."], None),
        (["Works Begin", "By Ann Mill, John Mill and Mary van der Berg"],
         "Works Begin", ["Ann Mill", "John Mill", "Mary van der Berg"], None),
        (["Works Begin", "By Ann Mill in London"], "Works Begin", ["Ann Mill"], None),
        (["Works Begin", "By ANN MILL, Staff Writer"], "Works Begin", ["Ann Mill"], None),
        (["Works Begin", "By The Associated Press"], "Works Begin", ["The Associated Press"], None),
        (["Works Begin", "By REUTERS"], "Works Begin", ["Reuters"], None),
        (["Works Begin", "From Our Own Correspondent"], "Works Begin", [], None),
        (["Works Begin", "Wireless to THE DAILY ARGUS"], "Works Begin", [], None),
    ],
)  # fmt: skip
def test_what_stands_above_a_text(lines: list[str], title: str, writers: list[str], date: str | None) -> None:
    assert stated(read(*lines)) == (title, writers, date)


@pytest.mark.parametrize(
    "first", ["LEEDS, May 4--", "LEEDS, Yorks., May 4.--", "LEEDS — ", "May 4—", "LEEDS, May 4 (AP)--"]
)
def test_a_dateline_does_not_disturb_the_headline(first: str) -> None:
    metadata = read("May 5, 1951", "Works Begin", "By ANN MILL", body=first + LONG)
    assert stated(metadata) == ("Works Begin", ["Ann Mill"], "1951-05-05")


def test_the_periodical_that_a_dispatch_was_sent_to() -> None:
    metadata = read("Works Begin", "Special Cable to THE DAILY ARGUS")
    assert metadata.periodical
    assert metadata.periodical.value == "The Daily Argus"
    line = "By Wireless to The Times"
    found = periodical_sent_to(unit(line), line)
    assert found
    assert found.span
    assert found.span.of(line) == "The Times"


@pytest.mark.parametrize(
    "line",
    ["By JOHN MILL", "BY JOHN MILL", "By John Mill and Ann Mill", "By THE ASSOCIATED PRESS", "By REUTERS", "Reuters",
     "(AP)", "Special to The Argus", "Special to THE NEW YORK TIMES", "Wireless to THE ARGUS", "By Cable to The Argus",
     "By Wireless to THE ARGUS", "By Special Cable to The Argus", "Special Dispatch to the Argus",
     "By a Staff Reporter",
     "From Our Own Correspondent", "By JOHN MILL, Special to The Argus", "By the Rev. John Mill", "Von Anna Mühl"],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert is_byline(unit(line))


@pytest.mark.parametrize(
    "line",
    ["By and large it was a success.", "By then it was over", "By the sea", "By what right?", "Bygone days", LONG,
     "By early morning the harbour was full of ships and the roads were full of people who went to see them come in",
     "The Associated Press reported it", "Special delivery"],
)  # fmt: skip
def test_what_is_no_byline(line: str) -> None:
    assert not is_byline(unit(line))


def test_signatures_name_their_writers() -> None:
    line = "- ANN MILL and JOHN O'NEIL"
    assert is_signature(unit(line))
    assert [author.value for author in authors(unit(line), line)] == ["Ann Mill", "John O'Neil"]
    assert not is_signature(unit("- and so it ended"))


@pytest.mark.parametrize(
    ("text", "line", "place", "when"),
    [
        ("BOSTON, Mass., March 6.--Miss Mill died", "BOSTON, Mass., March 6.--", "BOSTON", "1951-03-06"),
        ("BRIDGEPORT, Conn., April 7. - At six", "BRIDGEPORT, Conn., April 7. - ", "BRIDGEPORT", "1951-04-07"),
        ("ST. PAUL, May 29--The", "ST. PAUL, May 29--", "ST. PAUL", "1950-05-29"),
        ("HOOSICK FALLS, N. Y., Dec. 13--The", "HOOSICK FALLS, N. Y., Dec. 13--", "HOOSICK FALLS", "1950-12-13"),
        ("PARIS, April 27 (U.P.)--The", "PARIS, April 27 (U.P.)--", "PARIS", "1951-04-27"),
        ("MOSCOW, Tuesday, May 1--The", "MOSCOW, Tuesday, May 1--", "MOSCOW", "1951-05-01"),
        ("Southampton, L.I., Sunday, May 4--The", "Southampton, L.I., Sunday, May 4--", "Southampton", "1951-05-04"),
        (
            "JERUSALEM (Israeli Sector) April 13--The",
            "JERUSALEM (Israeli Sector) April 13--",
            "JERUSALEM",
            "1951-04-13",
        ),
        ("LONDON, 3 April 1949 — The", "LONDON, 3 April 1949 — ", "LONDON", "1949-04-03"),
        ("May 1—The", "May 1—", None, "1951-05-01"),
        ("MIAMI — The", "MIAMI — ", "MIAMI", None),
        ("NEW YORK—The", "NEW YORK—", "NEW YORK", None),
        ("LONDON (AP) — The", "LONDON (AP) — ", "LONDON", None),
    ],
)
def test_datelines(text: str, line: str, place: str | None, when: str | None) -> None:
    found = dateline(unit(text), text, first=True)
    assert found
    assert text[: found.end] == line
    told = {one.label: one for one in found.annotations("1951-05-05")}
    assert ("placeName" in told and told["placeName"].span.of(text)) == (place or False)
    year_known = when if when and (when <= "1951-05-05" and (when >= "1950-10-18" or "1949" in line)) else None
    assert ("date" in told and told["date"].feature("when")) == (year_known if found.date else False)


@pytest.mark.parametrize(
    "text",
    ["The committee--which met on Tuesday--heard it", "JFK -- a man of the harbour", "A man — no more", "Q — What?",
     "In May 1951--so it was said--they met", "MILL: I say so", "NATO—the alliance"[:3] + "—x"],
)  # fmt: skip
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(unit(text), text, first=True) is None


def test_a_place_alone_is_a_dateline_in_the_first_paragraph_only() -> None:
    text = "MIAMI — The committee met"
    assert dateline(unit(text), text, first=True)
    assert dateline(unit(text), text, first=False) is None


@pytest.mark.parametrize(
    "line", ["May 5, 1951", "Saturday, May 5, 1951", "Published: May 5, 1951", "London, 5 May 1951, p. 3"]
)
def test_date_lines(line: str) -> None:
    assert is_date_line(unit(line), line)


@pytest.mark.parametrize(
    "line",
    [
        "What the council decided on May 5, 1951 about roads",
        "May 5",
        "He died on May 5, 1951 in his own house.",
        "1951",
    ],
)
def test_what_is_no_date_line(line: str) -> None:
    assert not is_date_line(unit(line), line)


def test_the_printed_paper_is_told_by_the_note_on_it() -> None:
    note = (
        "A version of this article appears in print on March 15, 2018, on Page A1 of the edition with the headline: X."
    )
    metadata = structure(f"Works Begin\n\nBy ANN MILL\n\n{LONG}\n\n{LONG}\n\n{note}").metadata
    assert metadata.date
    assert metadata.date.value == "2018-03-15"
    assert metadata.page
    assert metadata.page.value == "A1"
