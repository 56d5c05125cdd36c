"""Language tags of a document as reading systems know them.

Source: BCP 47 (RFC 5646); TEI Guidelines, ``att.global/@xml:lang``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_PRIVATE = re.compile(r"[xX](?:-[A-Za-z0-9]{1,8})+")
_SINGLETON = re.compile(r"-[A-Za-z0-9](?:-|$)")
_SHORT = 2


@cache
def language_tag(declared: str) -> str:
    """Return a tag as BCP 47 wants it; empty where it is none.

    Three-letter codes become the two-letter ones of the same language, a private tag gets ``und`` before it, and a
    two-letter code that no language has is none.

    >>> language_tag("lat"), language_tag("eng-GB"), language_tag("x-yola"), language_tag("QQ")
    ('la', 'en-GB', 'und-x-yola', '')
    """
    tag = declared.strip().replace("_", "-")
    if _PRIVATE.fullmatch(tag):
        return f"und-{tag}"
    if not _TAG.fullmatch(tag) or _has_empty_extension(tag):
        return ""
    primary, dash, rest = tag.partition("-")
    code = _codes().get(primary.lower(), "" if len(primary) == _SHORT else primary.lower())
    return f"{code}{dash}{rest}" if code else ""


def is_rtl(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return tag.lower().partition("-")[0] in _RTL


_RTL = frozenset({"ar", "he", "fa", "ur", "yi", "syr", "ps", "dv", "arc", "ug", "sd"})


def _has_empty_extension(tag: str) -> bool:
    """Tell whether a subtag of one letter has nothing after it."""
    return any(match.end() == len(tag) for match in _SINGLETON.finditer(tag))


@cache
def _codes() -> Mapping[str, str]:
    pairs = rows(__file__, "languages.tsv")
    return {code: short for short, long in pairs for code in (short, *long.split())}
