from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.exporters.reading.language import is_rtl, language_tag


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en", "en"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("eng", "en"),
        ("LAT", "la"),
        ("ger-1901", "de-1901"),
        ("grc", "grc"),
        ("la-x-medieval", "la-x-medieval"),
        ("x-yola", "und-x-yola"),
        ("en_GB", "en-GB"),
        ("MP", ""),
        ("english", ""),
        ("old French", ""),
        ("en-x", ""),
        ("", ""),
    ],
)
def test_tags_become_what_reading_systems_know(declared: str, tag: str) -> None:
    assert language_tag(declared) == tag


@given(st.text(st.sampled_from("aelnt-x_1"), max_size=12))
def test_a_good_tag_stays(declared: str) -> None:
    once = language_tag(declared)
    assert not once or language_tag(once) == once


def test_direction() -> None:
    assert is_rtl("ar-EG")
    assert not is_rtl("en")
