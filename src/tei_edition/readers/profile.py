"""Profiles: what is peculiar to one periodical, as data.

A profile is a TOML file of a few lines: ``periodical``, and lists of regular expressions, each for a whole line
(``masthead``, ``footer``) or anywhere near the top (``recognised_by``); ``labels`` in lower case; ``header_ends`` and
``footer_begins`` for the lines at which a wrapper around the text ends and begins.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.readers.lines import Unit

_LOOKED_AT = 3_000
_MOST_UNITS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is peculiar to one periodical; all patterns are regular expressions without regard to case.

    Attributes:
        periodical: Its title; empty for a wrapper of any periodical.
        recognised_by: Patterns of which one stands near the top of each of its texts.
        masthead: Patterns of whole lines above the headline.
        footer: Patterns of whole lines below the text.
        labels: Labels of its sections, in lower case.
        header_ends: Pattern of the last line of what stands before its text.
        footer_begins: Pattern of the first line of what stands after it.
    """

    periodical: str = ""
    recognised_by: tuple[str, ...] = ()
    masthead: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    header_ends: str = ""
    footer_begins: str = ""

    def recognises(self, text: str) -> bool:
        """Tell whether a text is this periodical's."""
        top = text[:_LOOKED_AT]
        return any(re.search(pattern, top, re.MULTILINE) for pattern in self.recognised_by)

    def header_end(self, units: Iterable[Unit]) -> int:
        """Return how many units from the top stand before the text: wrapper and lines of the masthead."""
        end = 0
        for index, unit in enumerate(units):
            if index >= _MOST_UNITS:
                break
            ends = self.header_ends and re.match(self.header_ends, unit.text, re.IGNORECASE)
            if ends or (end == index and _whole(self.masthead, unit)):
                end = index + 1
        return end

    def footer_start(self, units: Sequence[Unit]) -> int:
        """Return the index of the first unit that stands after the text."""
        if self.footer_begins:
            for index, unit in enumerate(units):
                if re.match(self.footer_begins, unit.text, re.IGNORECASE):
                    return index
        end = len(units)
        while end and _whole(self.footer, units[end - 1]):
            end -= 1
        return end


def profile_of(table: dict[str, object]) -> Profile:
    """Return the profile that a TOML table describes.

    Raises:
        ValueError: if it has an unknown key, a value of the wrong type, or a pattern that is none; names the key.
    """
    known = {field.name for field in fields(Profile)}
    values: dict[str, object] = {}
    for key, value in table.items():
        listed = isinstance(value, list) and all(isinstance(one, str) for one in value)
        plural = key in {"recognised_by", "masthead", "footer", "labels"}
        if key not in known or not (listed if plural else isinstance(value, str)):
            message = f"“{key}” is no key of a profile, or its value is of the wrong type"
            raise ValueError(message)
        values[key] = tuple(value) if isinstance(value, list) else value
        for pattern in () if key in {"labels", "periodical"} else value if isinstance(value, list) else [value]:
            _checked(key, str(pattern))
    return Profile(**values)  # type: ignore[arg-type]  # each value was checked above


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the profiles that come with the package, in the order of their names."""
    folder = files("tei_edition.readers").joinpath("profiles")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(profile_of(tomllib.loads(file.read_text(encoding="utf-8"))) for file in found)


def profile_for(text: str, own: Iterable[Profile] = ()) -> Profile | None:
    """Return the first profile that recognises a text, the user's own before ours; None where none does."""
    return next((profile for profile in (*own, *profiles()) if profile.recognises(text)), None)


def _whole(patterns: Iterable[str], unit: Unit) -> bool:
    return any(re.fullmatch(pattern, unit.text, re.IGNORECASE) for pattern in patterns)


def _checked(key: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        message = f"“{pattern}” of “{key}” is no regular expression: {error}"
        raise ValueError(message) from None
