from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.reading.dates import written_date


@pytest.mark.parametrize(
    ("when", "language", "written"),
    [
        ("1997-04-28", "en", "April 28, 1997"),
        ("1997-04-28", "en-GB", "28 April 1997"),
        ("1997-04-28", "en-CA", "April 28, 1997"),
        ("1917-05-01", "fr", "1er mai 1917"),
        ("1917-11-07", "de-CH", "7. November 1917"),
        ("1914-08", "pl", "sierpień 1914"),
        ("1914-08-07", "pl", "7 sierpnia 1914"),
        ("1905-01-22", "nb", "22. januar 1905"),
        ("1919-05-04", "zh", "1919年5月4日"),
        ("1997", "en", "1997"),
        ("1997-13-01", "en", "1997-13-01"),
        ("1997-04-28", "und", "1997-04-28"),
        ("in spring", "en", "in spring"),
    ],
)
def test_dates_are_written_out(when: str, language: str, written: str) -> None:
    assert written_date(when, language) == written


@given(st.dates(), st.sampled_from(["en", "de", "fi", "hu", "ru", "el", "ja", "eo"]))
def test_year_and_day_are_there(day: object, language: str) -> None:
    written = written_date(str(day), language)
    assert str(int(str(day)[:4])) in written
    assert str(int(str(day)[8:])) in written or "1er" in written
