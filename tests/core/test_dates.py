from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.dates import w3c, written_dates
from tei_edition.core.digest import digest_text, digest_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("April 28, 1997", "1997-04-28"),
        ("Apr. 28, 1997", "1997-04-28"),
        ("28 April 1997", "1997-04-28"),
        ("Saturday, 28th of April, 1886", "1886-04-28"),
        ("SEPTEMBER 19, 1961", "1961-09-19"),
        ("1961-09-19", "1961-09-19"),
        ("September 1961", "1961-09"),
        ("3. März 1911", "1911-03-03"),
        ("1er mai 1936", "1936-05-01"),
        ("12 de octubre de 1936", "1936-10-12"),
    ],
)
def test_dates_as_mastheads_write_them(text: str, value: str) -> None:
    found = list(written_dates(f"Vol. 3, {text} (late edition)"))
    assert [value for _, value in found] == [value]
    assert found[0][0].of(f"Vol. 3, {text} (late edition)") in text


@pytest.mark.parametrize("text", ["April 31, 1997", "Marching 12, 1997", "May 1, 97", "in 1997", "Vol. 61, No. 17"])
def test_what_is_no_full_date_is_passed_over(text: str) -> None:
    assert list(written_dates(text)) == []


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    written = f"{day:%B} {day.day}, {day.year}"
    assert [value for _, value in written_dates(written)] == [day.isoformat()]


def test_w3c_forms() -> None:
    assert w3c(1997) == "1997"
    assert w3c(1997, 4) == "1997-04"
    assert w3c(1996, 2, 29) == "1996-02-29"
    assert w3c(1997, 2, 29) is None
    assert w3c(1997, 13) is None


def test_digests_do_not_depend_on_the_order_of_keys() -> None:
    assert digest_value({"a": 1, "b": [2, None]}) == digest_value({"b": [2, None], "a": 1})
    assert digest_value(["a", "b"]) != digest_value(["ab"])
    assert digest_text("\ud800") != digest_text("?")
