"""Dates in W3C form, written out as the language has them.

Source: TEI Guidelines, att.datable.w3c (@when); Unicode CLDR, dateFormats.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tei_edition.core.tables import rows

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")


def written_date(when: str, language: str) -> str:
    """Return ``1997-04-28`` or ``1997-04`` written out; any other value, or one in an unknown language, as it is.

    >>> written_date("1997-04-28", "en"), written_date("1997-04-01", "fr"), written_date("1997", "de")
    ('April 28, 1997', '1er avril 1997', '1997')
    """
    match = _DATE.fullmatch(when)
    table = _table(language)
    if match is None or table is None:
        return when
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
    names = table.months if day else table.alone or table.months
    pattern = table.month if not day else table.first or table.day if day == 1 else table.day
    return pattern.format(day=day, month=names.split()[month - 1], year=year)


class _Table(NamedTuple):
    """What dates look like in one language; ``alone`` and ``first`` may be empty."""

    day: str
    month: str
    months: str
    alone: str
    first: str


@cache
def _table(language: str) -> _Table | None:
    tables = {name: _Table(*cells) for name, *cells in rows(__file__, "dates.tsv", 6)}
    tag = language.lower()
    while tag and tag not in tables:
        tag = tag.rpartition("-")[0]
    return tables.get(tag)
