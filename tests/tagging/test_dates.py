from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import Metadata, Stated, plain_article
from tei_edition.tagging import tag
from tei_edition.tagging.dates import dates
from tei_edition.tagging.dates.values import day_value, number, ordinal, part_of_month, part_of_span, part_of_year

W3C = re.compile(
    r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"|--(?P<m>0[1-9]|1[0-2])(-(?P<d>0[1-9]|[12]\d|3[01]))?"
)
WORDS = st.sampled_from(
    "in the early late mid mid- end of beginning from to between and until 1914 1918 18 1920s '60s sixties 44 "
    "B.C. May March April "
    "Sept. Feb. 30 31 29 3rd 14th , - – / . last next this Tuesday Friday week weekend month year yesterday "
    "today to-morrow two "
    "three ago nineteenth 19th 21st century centuries summer winter fall of spring half first second 2000 1900 0 "
    "99 28/4/1997 "
    "1997-04-28 1997-02-30 28 avril Januar year 9999 1000 Monday Mon. time".split()
)
PUBLISHED = st.one_of(st.none(), st.dates(date(1600, 1, 1), date(2099, 12, 31)).map(date.isoformat), st.just("1997"))


def found_in(text: str, published: str | None = None) -> list[tuple[str, dict[str, str]]]:
    return [(one.span.of(text), dict(one.features)) for one in dates(text, Span(0, len(text)), "default", published)]


def is_valid(value: str) -> bool:
    match = W3C.fullmatch(value)
    if match is None:
        return False
    if match["day"]:
        date.fromisoformat(value)
    if match["d"]:
        date.fromisoformat(f"2000-{match['m']}-{match['d']}")
    return True


@given(st.lists(WORDS, max_size=14).map(" ".join), PUBLISHED)
def test_every_value_is_valid_in_tei(text: str, published: str | None) -> None:
    for _, features in found_in(text, published):
        assert all(is_valid(value) for value in features.values())
        assert set(features) in (
            set(), {"when"}, {"from", "to"}, {"notBefore", "notAfter"},
        )  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join), PUBLISHED)
def test_periods_do_not_end_before_they_begin(text: str, published: str | None) -> None:
    for _, features in found_in(text, published):
        for first, last in (("from", "to"), ("notBefore", "notAfter")):
            if first in features:
                assert features[first][: len(features[last])] <= features[last][: len(features[first])]


@given(st.text(st.sampled_from("0123456789 -/,.'sMay 1997Apriltcenury"), max_size=60), PUBLISHED)
def test_dates_never_overlap_and_are_never_empty(text: str, published: str | None) -> None:
    end = 0
    for one in dates(text, Span(0, len(text)), "default", published):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_a_day_in_words_has_its_value(day: date) -> None:
    for form in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ):
        assert found_in(f"It was on {form}, they say.") == [(form, {"when": day.isoformat()})]


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        ("on Friday, May 3, 1996, they", "Friday, May 3, 1996", {"when": "1996-05-03"}),
        ("on Sept. 11, 2001, they", "Sept. 11, 2001", {"when": "2001-09-11"}),
        ("the 28th day of April, 1997", "the 28th day of April, 1997", {"when": "1997-04-28"}),
        ("am 28. April 1997 in", "28. April 1997", {"when": "1997-04-28"}),
        ("le 28 avril 1997", "28 avril 1997", {"when": "1997-04-28"}),
        ("on 28/4/1997 we", "28/4/1997", {"when": "1997-04-28"}),
        ("on 4/28/1997 we", "4/28/1997", {"when": "1997-04-28"}),
        ("on 4/5/1997 we", "4/5/1997", {}),
        ("the 14th of May was", "the 14th of May", {"when": "--05-14"}),
        ("in March they", "March", {"when": "--03"}),
        ("from 1914 to 1918", "1914 to 1918", {"from": "1914", "to": "1918"}),
        ("between 1914 and 1918", "between 1914 and 1918", {"notBefore": "1914", "notAfter": "1918"}),
        ("3-5 May 1997", "3-5 May 1997", {"from": "1997-05-03", "to": "1997-05-05"}),
        ("May 3 to June 5, 1999", "May 3 to June 5, 1999", {"from": "1999-05-03", "to": "1999-06-05"}),
        ("August-September 1917", "August-September 1917", {"from": "1917-08", "to": "1917-09"}),
        ("in mid-April 1921 he", "mid-April 1921", {"notBefore": "1921-04-11", "notAfter": "1921-04-20"}),
        ("at the end of 1998 he", "the end of 1998", {"notBefore": "1998-09", "notAfter": "1998-12"}),
        ("in the summer of 1940", "the summer of 1940", {"notBefore": "1940-06", "notAfter": "1940-08"}),
        ("in winter 1940", "winter 1940", {"notBefore": "1940-12", "notAfter": "1941-02"}),
        ("in the late 1920s", "the late 1920s", {"notBefore": "1926", "notAfter": "1929"}),
        ("in the '60s", "the '60s", {"from": "1960", "to": "1969"}),
        ("in the sixties", "the sixties", {"from": "1960", "to": "1969"}),
        ("in '68 they", "'68", {"when": "1968"}),
        ("in the 1800s", "the 1800s", {"from": "1800", "to": "1899"}),
        ("in the nineteenth century", "the nineteenth century", {"from": "1801", "to": "1900"}),
        ("the 18th-century style", "18th-century", {"from": "1701", "to": "1800"}),
        ("in 44 B.C. he", "44 B.C.", {}),
        ("in the year 1066", "the year 1066", {"when": "1066"}),
        ("early in 1921 he", "early in 1921", {"notBefore": "1921-01", "notAfter": "1921-04"}),
    ],
)
def test_a_date_by_itself(text: str, span: str, features: dict[str, str]) -> None:
    assert found_in(text) == [(span, features)]


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        ("came yesterday", "yesterday", {"when": "1997-04-27"}),
        ("came last Tuesday", "last Tuesday", {"when": "1997-04-22"}),
        ("will come next Tuesday", "next Tuesday", {"when": "1997-04-29"}),
        ("came on Sunday morning", "Sunday", {"when": "1997-04-27"}),
        ("opens next month", "next month", {"when": "1997-05"}),
        ("since last April", "last April", {"when": "1996-04"}),
        ("of this year", "this year", {"when": "1997"}),
        ("over last weekend", "last weekend", {"from": "1997-04-26", "to": "1997-04-27"}),
        ("two years ago", "two years ago", {"when": "1995"}),
        ("three weeks ago", "three weeks ago", {"when": "1997-04-07"}),
        ("fourteen years", None, {}),
    ],
)
def test_a_date_told_from_the_day_of_the_article(text: str, span: str | None, features: dict[str, str]) -> None:
    assert found_in(text, "1997-04-28") == ([(span, features)] if span else [])


def test_without_the_day_of_the_article_a_relative_date_has_no_value() -> None:
    assert found_in("came last Tuesday") == [("last Tuesday", {})]
    assert found_in("came last Tuesday", "1997-04") == [("last Tuesday", {})]


def test_the_tagger_knows_the_day_of_the_article() -> None:
    article = plain_article("x", "She left yesterday.", Metadata(date=Stated("1997-05-01")))
    (found,) = [one for one in tag(article).annotations if one.label == "date"]
    assert found.feature("when") == "1997-04-30"
    assert found.certainty < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "She may come. May he live long.", "They march on.", "March was cold", "the Sunday Times", "on Good Friday",
        "at 12:30 p.m.", "in her twenties", "1500 people came", "over 1900 cases", "page 1923", "May Smith left",
        "daily life", "a second century"[:8],
        "June 31 they",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert found_in(text, "1997-04-28") == []


def test_values() -> None:
    assert day_value(1900, 2, 29) is None
    assert day_value(None, 2, 29) == "--02-29"
    assert part_of_year("first half of", 1920) == {"notBefore": "1920-01", "notAfter": "1920-06"}
    assert part_of_month("late", 1920, 2) == {"notBefore": "1920-02-21", "notAfter": "1920-02-29"}
    assert part_of_span("second half of", 1801, 100) == {"notBefore": "1851", "notAfter": "1900"}
    assert (number("three"), number("12"), number("x")) == (3, 12, None)
    assert (ordinal("19th"), ordinal("nineteenth"), ordinal("month")) == (19, 19, None)


@pytest.mark.parametrize(
    ("text", "span", "features"),
    [
        ("on 31 February 1999 they", "31 February 1999", {}),
        ("on February 30, 1998 they", "February 30, 1998", {}),
        ("on 29 February 1900 they", "29 February 1900", {}),
        ("on 29 February 2000 they", "29 February 2000", {"when": "2000-02-29"}),
        ("on 1997-02-30 they", "1997-02-30", {}),
        ("on OCT. 9, 1871 they", "OCT. 9, 1871", {"when": "1871-10-09"}),
        ("on OCTOBER 9, 1871 they", "OCTOBER 9, 1871", {"when": "1871-10-09"}),
        ("am 28.4.1997 in", "28.4.1997", {"when": "1997-04-28"}),
        ("am 5.6.1999 in", "5.6.1999", {"when": "1999-06-05"}),
        ("on 12/25/1999 we", "12/25/1999", {"when": "1999-12-25"}),
        ("on 25/12/1999 we", "25/12/1999", {"when": "1999-12-25"}),
        ("on 5/6/1999 we", "5/6/1999", {}),
        ("on 5/5/1999 we", "5/5/1999", {"when": "1999-05-05"}),
    ],
)
def test_days_that_no_calendar_has_and_days_in_figures(text: str, span: str, features: dict[str, str]) -> None:
    assert found_in(text) == [(span, features)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Between May 3 and June 7, 1922", "1922-05-03", "1922-06-07"),
        ("between May 3rd and June 7th, 1922", "1922-05-03", "1922-06-07"),
        ("between 3 May and 7 June 1922", "1922-05-03", "1922-06-07"),
        ("between May 3, 1921 and June 7, 1922", "1921-05-03", "1922-06-07"),
        ("between May 3 and June 7", "--05-03", "--06-07"),
    ],
)
def test_a_year_holds_for_both_days_of_a_period(text: str, first: str, last: str) -> None:
    assert found_in(f"{text} they met") == [(text, {"notBefore": first, "notAfter": last})]


@pytest.mark.parametrize("link", ["-", " - ", "–", " – ", "--", " to ", " until ", " through "])
def test_a_period_from_day_to_day(link: str) -> None:
    period = {"from": "1922-05-03", "to": "1922-06-07"}
    for text in (f"May 3{link}June 7, 1922", f"3 May{link}7 June 1922"):
        assert found_in(f"It ran {text} there") == [(text, period)]


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_full_stops_put_the_day_first(day: date) -> None:
    form = f"{day.day}.{day.month}.{day.year}"
    assert found_in(f"am {form} in") == [(form, {"when": day.isoformat()})]


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_slashes_have_a_value_only_where_one_reading_is_a_date(day: date) -> None:
    form = f"{day.day}/{day.month}/{day.year}"
    ((span, features),) = found_in(f"on {form} we")
    assert span == form
    clear = day.day > 12 or day.day == day.month
    assert features == ({"when": day.isoformat()} if clear else {})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We shall want bread before Thursday.", "1891-03-05"),
        ("The council will meet on Thursday.", "1891-03-05"),
        ("A vote is expected by Thursday.", "1891-03-05"),
        ("The council met on Thursday.", "1891-02-26"),
        ("He will not stay. The council met on Thursday.", "1891-02-26"),
    ],
)
def test_a_day_of_the_week_lies_ahead_where_the_clause_says_so(text: str, day: str) -> None:
    assert found_in(text, "1891-03-03") == [("Thursday", {"when": day})]
