"""Dates of the W3C forms and identifiers with check digits."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.validation.idno import SCHEMES, ean, gnd, isbn, mod_11_2, weighted
from tei_edition.validation.temporal import date_parts, is_temporal


@given(st.dates())
def test_every_day_of_the_calendar(day: dt.date) -> None:
    assert is_temporal(day.isoformat())
    assert date_parts(day.isoformat()) == (day.year, day.month, day.day)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_no_other_day(year: int, month: int, day: int) -> None:
    try:
        dt.date(year, month, day)
        exists = True
    except ValueError:
        exists = False
    assert is_temporal(f"{year:04}-{month:02}-{day:02}") is exists


@pytest.mark.parametrize("value", ["", "97", "1997-4", "0000", "1997-04-28T25:00:00", "25:00:00", "---32", "--13"])
def test_no_date(value: str) -> None:
    assert not is_temporal(value)


@pytest.mark.parametrize("value", ["1997Z", "1997-04-28T12:00:00+02:00", "24:00:00", "12000", "--02-29", " 1997 "])
def test_rarer_forms(value: str) -> None:
    assert is_temporal(value)


def test_parts_of_what_has_no_year() -> None:
    assert date_parts("--04-28") == date_parts("12:00:00") == date_parts("soon") == ()
    assert date_parts("-0044-03") == (-44, 3)


@given(st.text("0123456789", min_size=7, max_size=7))
def test_one_check_digit_fits_an_issn(digits: str) -> None:
    assert sum(weighted(digits + last) for last in "0123456789X") == 1


@given(st.text("0123456789", min_size=12, max_size=12))
def test_one_check_digit_fits_an_isbn(digits: str) -> None:
    assert sum(ean(digits + last) for last in "0123456789") == 1


@given(st.text("0123456789", min_size=15, max_size=15))
def test_one_check_digit_fits_an_isni(digits: str) -> None:
    assert sum(mod_11_2(digits + last) for last in "0123456789X") == 1


def test_known_identifiers() -> None:
    assert isbn("0-306-40615-2")
    assert isbn("978-0-306-40615-7")
    assert gnd("118529579")
    assert gnd("4079163-4")
    assert mod_11_2("0000-0002-1825-0097")
    assert SCHEMES["wikidata"].fits("Q42")
    assert not SCHEMES["wikidata"].fits("Q042")
