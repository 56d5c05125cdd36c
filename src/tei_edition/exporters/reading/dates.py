"""Dates in W3C form, written out as the language has them.

Source: TEI Guidelines, att.datable.w3c (@when); Unicode CLDR, dateFormats.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")


def written_date(when: str, language: str) -> str:
    """Return ``1997-04-28`` or ``1997-04`` written out; any other value, or one in an unknown language, as it is.

    >>> written_date("1997-04-28", "en"), written_date("1997-04-01", "fr"), written_date("1997", "de")
    ('April 28, 1997', '1er avril 1997', '1997')
    """
    match = _DATE.fullmatch(when)
    table = _table(language)
    if match is None or not table:
        return when
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
    names = table["months"] if day else table.get("alone", table["months"])
    pattern = table["month"] if not day else table.get("first", table["day"]) if day == 1 else table["day"]
    return pattern.format(day=day, month=names.split()[month - 1], year=year)


@cache
def _table(language: str) -> Mapping[str, str]:
    tables: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (files("tei_edition.exporters.reading") / "dates.toml").read_text("utf-8")
    )
    tag = language.lower()
    while tag and tag not in tables:
        tag = tag.rpartition("-")[0]
    return tables.get(tag, {})
