"""Headline, byline and date of articles as newspapers and magazines of two centuries have them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tei_edition.core.characters import collapsed
from tei_edition.readers.text import read_text

FOLDER = Path(__file__).parent / "tops"
OPENING = (
    "The mayor left his office last night after a sitting of the council that went on until two in the morning, and "
    "in which he was charged with having broken his word about the tolls."
)
REST = (
    "He said that he would go back to the mill, and that he had never wished to be mayor of anything at all.",
    "The council will meet on Monday to name his successor. It will not be easy to find one who is willing to serve.",
)


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["article"]
    ]


def written(case: dict[str, Any]) -> str:
    if "text" in case:
        text: str = case["text"].replace("{opening}", "\n\n".join((OPENING, *REST)))
        return text.lstrip("\n")
    return "\n\n".join((*case["top"], case.get("opening", OPENING), *REST)) + "\n"


@pytest.mark.parametrize("case", cases())
def test_headline_byline_date(case: dict[str, Any]) -> None:
    article = read_text("x.txt", written(case).encode()).article
    assert article is not None
    known = article.metadata
    byline = next((leaf for leaf in article.leaves() if leaf.kind == "byline"), None)
    assert {
        "headline": known.title.value if known.title else None,
        "byline": collapsed(byline.span.of(article.text)) if byline else None,
        "date": known.date.value if known.date else None,
    } == {field: case.get(field) for field in ("headline", "byline", "date")}
