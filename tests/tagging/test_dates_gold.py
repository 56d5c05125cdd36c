"""Dates against a gold file of sentences in four languages; ``benchmarks/dates.py`` prints the table."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.tagging.dates import dates
from tei_edition.tagging.dates.relative import nearest_weekday
from tei_edition.tagging.dates.values import easter, feast, roman
from tei_edition.tagging.languages import languages

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "dates.py"
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}


@pytest.fixture(scope="module")
def benchmark() -> Any:  # noqa: ANN401 - a script loaded by its path
    spec = importlib.util.spec_from_file_location("benchmark_of_dates", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gold_file_is_large_and_in_several_languages(benchmark: Any) -> None:  # noqa: ANN401 - see benchmark
    gold = benchmark.cases()
    assert sum(len(case.dates) for case in gold) >= 120
    assert {case.language for case in gold} == {"en", "de", "fr", "es"}
    assert any(not case.dates for case in gold)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_dates_reach_their_target(benchmark: Any, language: str) -> None:  # noqa: ANN401 - see benchmark
    score = benchmark.score([case for case in benchmark.cases() if case.language == language])
    assert score.exact >= 88
    assert score.fuzzy >= 95
    assert score.values >= 95


def test_the_score_counts_what_is_wrong(benchmark: Any) -> None:  # noqa: ANN401 - see benchmark
    case = benchmark._case(
        "en", "1951-05-14", "On [the morning of May 3, 1921], [nothing]; in 1950.", "when=1921-05-03|-"
    )
    score = benchmark.score([case])
    assert (score.exact, score.fuzzy, score.values) == (0.0, 50.0, 0.0)


@pytest.mark.parametrize("language", MONTHS)
@given(day=st.dates(date(1500, 1, 1), date(2099, 12, 31)), abbreviated=st.booleans())
def test_every_day_written_out(language: str, day: date, *, abbreviated: bool) -> None:
    join = " de " if language == "es" else " "
    name = MONTHS[language][day.month - 1]
    text = f"{day.day}{'.' if language == 'de' else ''}{join}{name.upper() if abbreviated else name}{join}{day.year}"
    [one] = dates(text, Span(0, len(text)), "x", None, language)
    assert (one.span.of(text), dict(one.features)) == (text, {"when": day.isoformat()})


@pytest.mark.parametrize("language", [None, "en", "xx", *languages()])
@given(
    text=st.text(max_size=40)
    | st.from_regex(r"([0-9]{1,4}[ .,/-]?|mai |de |siglo |XI|vor |Jahren? |last |the )+", fullmatch=True)
)
def test_any_text_has_dates_that_do_not_overlap(language: str | None, text: str) -> None:
    found = dates(text, Span(0, len(text)), "x", "1951-05-14", language)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(0, 6))
def test_a_day_of_the_week_is_the_nearest(reference: date, weekday: int) -> None:
    def on(step: int | None) -> date | None:
        value = nearest_weekday(reference, weekday, step).get("when")
        return date.fromisoformat(value) if value else None

    for step in (None, -1, 0, 1):
        day = on(step)
        if day is None:
            continue
        assert day.weekday() == weekday
        assert abs(day - reference) <= timedelta(7)
        days = (day - reference).days
        assert {None: days <= 0, -1: days < 0, 0: days >= 0, 1: days > 0}[step]


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_two_days(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1916, "04-23"), (1943, "04-25"), (2000, "04-23"), (2008, "03-23"), (2024, "03-31")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas eve", 1914, "1914-12-24"),
        ("good friday", 1916, "1916-04-21"),
        ("easter", 1400, None),
        ("xmas", 1914, None),
    ],
)
def test_feasts(name: str, year: int, day: str | None) -> None:
    assert feast(name, year) == day


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("XIX", 19), ("XXI", 21), ("xviii", 18), ("XIXe", 19), ("", 0), ("e", 0)],
)
def test_roman_numbers(numeral: str, value: int) -> None:
    assert roman(numeral) == value
