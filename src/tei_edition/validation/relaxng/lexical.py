"""The lexical and value spaces of XML Schema's built-in datatypes, as functions of a string.

Each ``read`` returns a key that equal values share, or None where the string is no value of the type.
Source: W3C XML Schema Part 2: Datatypes, Second Edition, section 3.
"""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal
from functools import cache

_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)"
_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
FORMS = {
    "boolean": r"true|false|0|1",
    "decimal": r"[+-]?(?:\d+\.?\d*|\.\d+)",
    "integer": r"[+-]?\d+",
    "double": r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN",
    "duration": r"-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
    "time": _TIME + _ZONE,
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gYear": _YEAR + _ZONE,
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}(?:--)?{_ZONE}",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|"
    r"(?:[A-Za-z0-9+/] ?)[AQgw] ?= ?=)?",
    "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
}
_NAME_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_MORE = ".0-9\u00b7\u0300-\u036f\u203f\u2040-"
_LEAP_YEAR = 2000
_MIDNIGHT = 24


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(FORMS[name], re.ASCII)


@cache
def _name_form(name: str, *, ascii_only: bool) -> re.Pattern[str]:
    start, more = ("A-Z_a-z", ".0-9-") if ascii_only else (_NAME_START, _NAME_MORE)
    ncname = f"[{start}][{start}{more}]*"
    forms = {
        "NCName": ncname,
        "QName": f"(?:{ncname}:)?{ncname}",
        "Name": f"[{start}:][{start}{more}:]*",
        "NMTOKEN": f"[{start}{more}:]+",
    }
    return re.compile(forms[name])


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


def read_decimal(value: str) -> Decimal | None:
    """Return a number in digits."""
    return Decimal(value) if _form("decimal").fullmatch(value) else None


def read_integer(value: str) -> Decimal | None:
    """Return a whole number."""
    return Decimal(value) if _form("integer").fullmatch(value) else None


def read_double(value: str) -> float | None:
    """Return a number that may have an exponent."""
    return float(value.replace("INF", "inf")) if _form("double").fullmatch(value) else None


def read_duration(value: str) -> str | None:
    """Return a duration."""
    return value if _form("duration").fullmatch(value) else None


def read_temporal(kind: str, value: str) -> tuple[str, ...] | None:
    """Return the parts of a date or time of a kind, of those that the calendar has."""
    match = _form(kind).fullmatch(value)
    if match is None:
        return None
    parts = match.groupdict()
    return tuple(part or "" for part in parts.values()) if _exists(parts) else None


def read_hexadecimal(value: str) -> str | None:
    """Return bytes written in hexadecimal digits."""
    return value.lower() if _form("hexBinary").fullmatch(value) else None


def read_base64(value: str) -> str | None:
    """Return bytes written in base 64."""
    return value.replace(" ", "") if _form("base64Binary").fullmatch(value) else None


def read_uri(value: str) -> str | None:
    """Return a URI reference: escapes are whole, at most one fragment, and a scheme is one."""
    if "%" in value and re.search("%(?![0-9A-Fa-f]{2})", value):
        return None
    if value.count("#") > 1:
        return None
    scheme, colon, rest = value.partition(":")
    if colon and not re.search("[/?#]", scheme) and not (rest and re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", scheme)):
        return None
    return value


def _exists(parts: dict[str, str | None]) -> bool:
    year, month, day = (int(parts.get(name) or 0) for name in ("year", "month", "day"))
    if "year" in parts and not year:
        return False
    if parts.get("hour") == str(_MIDNIGHT) and (int(parts["minute"] or 0) or float(parts["second"] or 0)):
        return False
    # The calendar repeats every 400 years; Python knows none before 1. Without a year February may have 29 days.
    return not (month and day) or day <= monthrange((year % 400 + 400) if "year" in parts else _LEAP_YEAR, month)[1]
