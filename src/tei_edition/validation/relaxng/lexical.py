"""The lexical and value spaces of XML Schema's built-in datatypes, as functions of a string.

Each ``read`` returns a key that equal values share, or None where the string is no value of the type.
Source: W3C XML Schema Part 2: Datatypes, Second Edition, section 3.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.validation.month_lengths import month_length

if TYPE_CHECKING:
    from decimal import Decimal

_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>(?:[0-5]\d|60)(?:\.\d+)?)"
_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
FORMS = {
    "boolean": r"true|false|0|1",
    "decimal": r"[+-]?(?:\d+\.?\d*|\.\d+)",
    "integer": r"[+-]?\d+",
    "double": r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN",
    "duration": r"(?P<sign>-?)P(?=\d|T[\d.])(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=[\d.])(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+\.?\d*|\.\d+)S)?)?",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
    "time": _TIME + _ZONE,
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gYear": _YEAR + _ZONE,
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|"
    r"(?:[A-Za-z0-9+/] ?)[AQgw] ?= ?=)?",
    "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
}
_PLAIN = {(4,): "gYear", (4, 2): "gYearMonth", (4, 2, 2): "date"}
"""The kinds of dates without sign and zone, by the lengths of their numbers."""
_USUAL_LENGTH = 18
_LEAP_YEAR = 2000
_DAY_LONG = 24 * 60 * 60
_MONTH_LONG = _DAY_LONG * 365.2425 / 12
_SECONDS = {
    "years": _MONTH_LONG * 12,
    "months": _MONTH_LONG,
    "days": _DAY_LONG,
    "hours": 60 * 60,
    "minutes": 60,
    "seconds": 1,
}


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(FORMS[name], re.ASCII)


@cache
def _name_form(name: str, *, ascii_only: bool) -> re.Pattern[str]:
    start, more = ("A-Z_a-z", ".0-9-") if ascii_only else _name_characters()
    ncname = f"[{start}][{start}{more}]*"
    forms = {
        "NCName": ncname,
        "QName": f"(?:{ncname}:)?{ncname}",
        "Name": f"[{start}:][{start}{more}:]*",
        "NMTOKEN": f"[{start}{more}:]+",
    }
    return re.compile(forms[name])


@cache
def _name_characters() -> tuple[str, str]:
    """Return the characters that begin a name and the others in one, as insides of classes."""
    import tomllib  # noqa: PLC0415 - names are ASCII in nearly every document

    ranges = tomllib.loads(Path(__file__).with_name("name_characters.toml").read_text(encoding="utf-8"))
    written = {
        key: "".join("-".join(chr(int(end, 16)) for end in each.split("-")) for each in listed.split())
        for key, listed in ranges.items()
    }
    return "A-Z_a-z" + written["start"], ".0-9" + written["more"] + "-"


def is_name_character(character: str, *, first: bool) -> bool:
    """Tell whether a character can stand in an XML name, or begin one."""
    return read_name("Name" if first else "NMTOKEN", character) is not None


def read_name(kind: str, value: str) -> str | None:
    """Return a Name, NCName, NMTOKEN or QName. Source: XML 1.0, section 2.3; Namespaces in XML 1.0, section 3."""
    return value if _name_form(kind, ascii_only=value.isascii()).fullmatch(value) else None


def tokens(value: str) -> list[str]:
    """Return what white space of XML parts; other spaces, such as U+00A0, are characters like any other."""
    return value.split() if value.isascii() else [token for token in re.split("[ \t\r\n]+", value) if token]


def read_string(value: str) -> str | None:
    """Return any string."""
    return value


def read_language(value: str) -> str | None:
    """Return a language tag. Letters of both cases are the same."""
    return value.lower() if _form("language").fullmatch(value) else None


def read_boolean(value: str) -> bool | None:
    """Return a truth value."""
    return value in {"true", "1"} if _form("boolean").fullmatch(value) else None


def read_decimal(value: str) -> Decimal | int | None:
    """Return a number in digits."""
    return _number(value) if _form("decimal").fullmatch(value) else None


def read_integer(value: str) -> Decimal | int | None:
    """Return a whole number."""
    return _number(value) if _form("integer").fullmatch(value) else None


def _number(value: str) -> Decimal | int:
    if len(value) <= _USUAL_LENGTH and value.isdecimal():
        return int(value)
    from decimal import Decimal  # noqa: PLC0415 - many documents hold no numbers

    return Decimal(value)


def read_double(value: str) -> float | None:
    """Return a number that may have an exponent."""
    return float(value.replace("INF", "inf")) if _form("double").fullmatch(value) else None


def read_duration(value: str) -> float | None:
    """Return a duration in seconds, a month being the twelfth part of the mean year."""
    match = _form("duration").fullmatch(value)
    if match is None:
        return None
    total = sum(float(match[unit] or 0) * seconds for unit, seconds in _SECONDS.items())
    return -total if match["sign"] else total


def _parts(kind: str, value: str) -> dict[str, str | None] | None:
    """Return the parts of a date or time of a kind; None where it is none."""
    written = value.split("-")
    shape = tuple(map(len, written))
    if shape not in _PLAIN or not value.isascii() or not all(map(str.isdigit, written)):
        match = _form(kind).fullmatch(value)
        return match.groupdict() if match else None
    # Nearly all dates are a year, a month of a year or a day, and the expressions take long to compile.
    _, month, day = (*written, "01", "01")[:3]
    right = _PLAIN[shape] == kind and "01" <= month <= "12" and "01" <= day <= "31"
    return {"zone": None, **dict(zip(("year", "month", "day"), written, strict=False))} if right else None


def read_temporal(kind: str, value: str) -> tuple[float, bool] | None:
    """Return a date or time of a kind, if the calendar has it: a number that grows with it, and if a zone is given."""
    parts = _parts(kind, value)
    if parts is None:
        return None
    year, month, day, hour, minute = (int(parts.get(name) or 0) for name in ("year", "month", "day", "hour", "minute"))
    if "year" in parts and (not year or (month and day and day > _days(year, month))):
        return None
    if "year" not in parts and month and day > _days(_LEAP_YEAR, month):
        return None
    days = (year * 12 + month) * 31 + day
    zone = parts["zone"]
    return ((days * 24 + hour) * 60 + minute - _offset(zone)) * 60 + float(parts.get("second") or 0), bool(zone)


def _days(year: int, month: int) -> int:
    # Before the year 1 came the year -1.
    return month_length(year if year > 0 else year + 1, month)


def _offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    return -minutes if zone[0] == "-" else minutes


def read_hexadecimal(value: str) -> bytes | None:
    """Return bytes written in hexadecimal digits."""
    return bytes.fromhex(value) if _form("hexBinary").fullmatch(value) else None


def read_base64(value: str) -> bytes | None:
    """Return bytes written in base 64."""
    from binascii import a2b_base64  # noqa: PLC0415 - hardly any document has it

    return a2b_base64(value) if _form("base64Binary").fullmatch(value) else None


def read_uri(value: str) -> str | None:
    """Return a URI reference: escapes are whole, at most one fragment, a scheme is one, brackets only round a host.

    Source: RFC 2396 and 2732, characters that they exclude being taken as escaped (XLink 1.0, section 5.4).
    """
    if "%" in value and re.search("%(?![0-9A-Fa-f]{2})", value):
        return None
    if value.count("#") > 1:
        return None
    before = re.split("[?#]", value, maxsplit=1)[0]
    scheme, colon, rest = before.partition(":")
    if not colon or "/" in scheme:
        return value if _is_hierarchical(before) else None
    if not re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", scheme) or len(value) == len(scheme) + 1:
        return None
    return value if not rest.startswith("/") or _is_hierarchical(rest) else None


def _is_hierarchical(path: str) -> bool:
    if "[" not in path and "]" not in path:
        return True
    return re.fullmatch(r"//(?:[^/\[\]]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?(?:/[^\[\]]*)?", path) is not None
