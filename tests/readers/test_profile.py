from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from tei_edition.readers.html import read_html
from tei_edition.readers.profile import Profile, profile_for, profile_of, profiles
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.text import read_text

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
ARGUS = profile_of(
    {
        "periodical": "The Daily Argus",
        "recognised_by": ["ARGUS ONLINE"],
        "masthead": ["ARGUS ONLINE .*", "Harbour's own paper"],
        "footer": ["Argus House, Leeds.*"],
    }
)


def test_a_profile_of_the_users_own() -> None:
    text = (
        f"ARGUS ONLINE (beta)\n\nHarbour's own paper\n\nWorks Begin\n\nBy ANN MILL\n\n{LONG}\n\nArgus House, Leeds 1\n"
    )
    article = read_text("x.txt", text.encode(), ReadOptions(profiles=(ARGUS,))).article
    assert article is not None
    assert [block.kind for block in article.blocks if block.kind != "space"] == ["fw", "head", "byline", "p", "fw"]
    assert article.metadata.periodical
    assert article.metadata.periodical.value == "The Daily Argus"
    assert article.metadata.title
    assert article.metadata.title.value == "Works Begin"


def test_a_wrapper_around_a_periodical_is_furniture() -> None:
    text = (
        "The Project Gutenberg EBook of The Argus\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE ARGUS ***\n\n"
        f"Produced by volunteers\n\nWorks Begin\n\nBy ANN MILL\n\n{LONG}\n\n"
        "End of the Project Gutenberg EBook of The Argus\n\nLicence and more.\n"
    )
    article = read_text("x.txt", text.encode()).article
    assert article is not None
    assert [block.kind for block in article.blocks if block.kind != "space"] == ["fw", "head", "byline", "p", "fw"]
    assert article.text == text


def test_the_profile_of_a_web_page_names_its_periodical() -> None:
    page = f"<h4>ARGUS ONLINE</h4><h2>Works Begin</h2><p>{LONG}</p>"
    article = read_html("x.html", page.encode(), ReadOptions(profiles=(ARGUS,))).article
    assert article is not None
    assert article.metadata.periodical
    assert article.metadata.periodical.value == "The Daily Argus"


def test_no_profile_is_needed() -> None:
    assert profile_for(LONG) is None
    assert read_text("x.txt", LONG.encode()).article


def test_profiles_that_come_with_the_package_are_short() -> None:
    assert len(profiles()) > 2
    for file in files("tei_edition.readers").joinpath("profiles").iterdir():
        text = file.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 20, file.name
        assert profile_of(tomllib.loads(text)).recognised_by


@pytest.mark.parametrize(
    "table", [{"periodicals": "x"}, {"periodical": 7}, {"masthead": "x"}, {"masthead": [7]}, {"footer": ["("]}]
)
def test_what_is_no_profile_is_refused_by_its_key(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(table))):
        profile_of(table)


def test_a_profile_recognises_near_the_top_only() -> None:
    profile = Profile(recognised_by=("ARGUS",))
    assert profile.recognises("THE ARGUS\n")
    assert not profile.recognises("x" * 4000 + "ARGUS")
