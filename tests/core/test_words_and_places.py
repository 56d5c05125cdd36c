"""Identifiers, digests, dates and places: the small things that everything else is named and sorted by."""

from __future__ import annotations

import hashlib
import itertools
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.dates import MONTHS, w3c, written_dates
from tei_edition.core.digest import digest_bytes, digest_text, digest_value
from tei_edition.core.errors import EditionError, ExitCode, OutputError, ProjectError, UsageError
from tei_edition.core.finding import Finding, Locus, Severity, locate
from tei_edition.core.gazetteer import COUNTRY, country_names, folded, places_named
from tei_edition.core.identifiers import ncname, slug

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


class TestIdentifiers:
    @given(st.text(max_size=40))
    def test_a_slug_of_a_slug_is_itself(self, text: str) -> None:
        made = slug(text)
        assert slug(made) == made

    @given(st.text(max_size=40))
    def test_an_ncname_of_an_ncname_is_itself(self, text: str) -> None:
        made = ncname(text)
        assert ncname(made) == made
        assert ":" not in made
        assert not any(character.isspace() for character in made)

    @given(st.text(st.characters(codec="ascii"), max_size=40))
    def test_a_slug_of_ascii_is_a_file_name_anywhere(self, text: str) -> None:
        assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")

    @pytest.mark.parametrize(
        ("text", "limit", "made"),
        [
            ("One two three", 7, "one-two"),
            ("One two three", 8, "one-two"),
            ("Onetwothree", 6, "onetwo"),
            ("Onetwothree x", 6, "onetwo"),
            ("ΑΒΓ Москва", 60, "αβγ-москва"),
            ("a_b__c", 60, "a-b-c"),
            ("Mühlhäuser", 60, "muhlhauser"),
            ("‘quoted’ words", 60, "quoted-words"),
        ],
    )
    def test_slugs_are_cut_between_words(self, text: str, limit: int, made: str) -> None:
        assert slug(text, limit) == made

    @pytest.mark.parametrize(
        ("text", "made"),
        [
            ("a b", "a-b"),
            ("7", "x-7"),
            ("", "x"),
            ("a:b", "a-b"),
            ("-a-", "a"),
            ("é", "é"),
            ("e\u0301", "é"),
            ("../../etc/passwd", "etc-passwd"),
        ],
    )
    def test_ncnames_as_people_expect_them(self, text: str, made: str) -> None:
        assert ncname(text) == made


class TestDigests:
    @given(VALUES, VALUES)
    def test_equal_values_and_they_alone_have_equal_digests(self, one: object, other: object) -> None:
        same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
        assert (digest_value(one) == digest_value(other)) is same

    @given(st.binary(max_size=50))
    def test_digests_are_those_that_everybody_computes(self, data: bytes) -> None:
        assert digest_bytes(data) == hashlib.sha256(data).hexdigest()

    @given(st.text(max_size=20))
    def test_any_text_has_a_digest(self, text: str) -> None:
        assert len(digest_text(text)) == 64

    @pytest.mark.parametrize("value", [{1, 2}, b"bytes", object()])
    def test_what_has_no_order_has_no_digest(self, value: object) -> None:
        with pytest.raises(TypeError):
            digest_value(value)

    def test_lists_and_tuples_are_the_same_and_their_order_matters(self) -> None:
        assert digest_value((1, 2)) == digest_value([1, 2]) != digest_value([2, 1])


class TestDates:
    @given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
    def test_every_day_is_read_back_in_every_language_known(self, day: date, name: str) -> None:
        if MONTHS[name] != day.month:
            day = w3c_day(day.year, MONTHS[name], min(day.day, 28))
        found = [value for _, value in written_dates(f"{day.day} {name} {day.year}")]
        assert found == [day.isoformat()]

    @given(st.text(st.sampled_from("April 28,197.-/May\n"), max_size=40))
    def test_what_is_found_is_a_day_or_month_and_stands_in_the_text(self, text: str) -> None:
        for span, value in written_dates(text):
            assert span.of(text).strip() == span.of(text)
            assert date.fromisoformat(value if len(value) == 10 else f"{value}-01")

    @pytest.mark.parametrize(
        ("year", "month", "day", "value"),
        [(1997, None, None, "1997"), (33, None, None, "0033"), (2000, 2, 29, "2000-02-29"), (1900, 2, 29, None)],
    )
    def test_days_of_the_calendar(self, year: int, month: int | None, day: int | None, value: str | None) -> None:
        assert w3c(year, month, day) == value

    def test_several_dates_are_found_in_their_order(self) -> None:
        text = "From May 1, 1936 to 3 June 1937 and again in July 1938."
        assert [value for _, value in written_dates(text)] == ["1936-05-01", "1937-06-03", "1938-07"]


def w3c_day(year: int, month: int, day: int) -> date:
    return date(year, month, day)


class TestFindings:
    @given(st.text(st.sampled_from("a\n"), max_size=30), st.data())
    def test_lines_and_columns_grow_with_the_offset(self, text: str, data: st.DataObject) -> None:
        one, other = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
        assert locate(text, one) <= locate(text, other)

    def test_loci_are_sorted_by_file_line_and_column(self) -> None:
        loci = [Locus(path, line, column) for path in ("a", "b") for line in (1, 10) for column in (2, 11)]
        assert sorted([loci[3], *loci[:3], loci[7], *loci[4:7]]) == loci

    def test_a_finding_is_moved_to_another_file_and_nothing_else(self) -> None:
        told = Finding("X001", Severity.ERROR, "m", Locus("a", 3, 4), "h")
        assert told.at("b") == Finding("X001", Severity.ERROR, "m", Locus("b", 3, 4), "h")
        assert told.locus.path == "a"

    def test_json_of_a_finding_without_a_place_has_all_keys(self) -> None:
        assert Finding("X001", Severity.INFO, "m", Locus()).as_dict() == {
            "path": "",
            "line": 0,
            "column": 0,
            "severity": "info",
            "code": "X001",
            "message": "m",
            "hint": "",
        }


class TestErrors:
    @pytest.mark.parametrize("error", [UsageError, ProjectError, OutputError])
    @pytest.mark.parametrize(("path", "line", "cure"), list(itertools.product(("", "a.toml"), (0, 7), ("", "mend it"))))
    def test_an_error_says_all_that_it_knows(self, error: type[EditionError], path: str, line: int, cure: str) -> None:
        told = str(error("it is wrong", path=path, line=line, cure=cure))
        assert "it is wrong" in told
        assert path in told
        assert cure in told
        assert not told.startswith(": ") or not path
        assert "()" not in told

    def test_codes_are_those_of_the_shell_and_none_is_used_twice(self) -> None:
        assert {code.name: int(code) for code in ExitCode} == {
            "OK": 0,
            "FINDINGS": 1,
            "USAGE": 2,
            "PROJECT": 3,
            "OUTPUT": 4,
            "DEFECT": 70,
            "INTERRUPTED": 130,
        }


class TestGazetteer:
    @pytest.mark.parametrize(
        ("name", "country"), [("Leeds", "GB"), ("Mexico City", "MX"), ("Łódź", "PL"), ("lodz", "PL")]
    )
    def test_places_are_found_whatever_their_case_and_marks(self, name: str, country: str) -> None:
        assert places_named(name)[0].country == country
        assert places_named(name.upper()) or not name.isascii()

    def test_a_country_comes_before_towns_of_its_name(self) -> None:
        for name in ("Mexico", "Georgia", "Lebanon"):
            assert places_named(name)[0].kind == COUNTRY

    @given(st.text(max_size=12))
    def test_any_name_has_places_or_none_and_they_lie_on_the_earth(self, name: str) -> None:
        for place in places_named(name):
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
            assert place.population >= 0

    @pytest.mark.parametrize("name", ["", " ", "\t", "\n", "no such place at all", "Leed", "zzzzzz", "\x00"])
    def test_what_is_no_name_of_a_place_is_none(self, name: str) -> None:
        assert places_named(name) == ()

    @given(st.text(max_size=20))
    def test_folding_twice_is_folding_once(self, name: str) -> None:
        assert folded(folded(name)) == folded(name)

    def test_countries_have_names(self) -> None:
        names = country_names()
        assert names["GB"] == "United Kingdom"
        assert len(names) > 190
        assert all(len(code) == 2 and name for code, name in names.items())
