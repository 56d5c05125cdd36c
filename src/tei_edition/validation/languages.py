"""Codes of languages and regions: which there are, and which somebody meant."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_USUAL = {
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "latin": "la",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}
"""Codes that are in order, by name; for most documents the table of all of them is not read."""
_CODE = 2
_THREE = 3


def wrong_part(tag: str) -> tuple[str, str | None] | None:
    """Return what is wrong with the codes in a well-formed language tag, and the cure; None where they are in order.

    Source: BCP 47, section 2.2.1 (the shortest code) and section 2.2.4 (regions).
    """
    if tag in _USUAL.values():
        return None
    data = _data()
    language, *others = tag.split("-")
    code = language.lower()
    meant = data["meant"].get(code)
    if meant:
        return f"{language} is not the code of the language", f'write "{"-".join((meant, *others))}"'
    if len(code) == _CODE and code not in data["two_letters"].split():
        return f"there is no language {language}", None
    for region in others[:_THREE]:
        if len(region) == 1:
            return None
        if len(region) == _CODE and region.isalpha() and region.upper() not in data["regions"].split():
            better = data["regions_meant"].get(region.upper())
            return f"there is no region {region}", f'write "{tag.replace(region, better)}"' if better else None
    return None


def shortest(code: str) -> str:
    """Return the code that BCP 47 takes for a language; the code itself where nothing better is known."""
    return code if code in _USUAL.values() else str(_data()["meant"].get(code, code))


def code_of(name: str) -> str:
    """Return the code of the language of this name; "" where it is not known."""
    known = name.strip().lower()
    return _USUAL.get(known) or str(_data()["names"].get(known, ""))


@cache
def _data() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - usual codes need no table

    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
