"""R408: an xml:id that is no XML name. Source: xml:id Version 1.0, section 4; Namespaces in XML 1.0, production 4."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.core.identifiers import ncname
from tei_edition.tei.names import XML_ID
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_START = "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
_START += "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
_ASCII_NAME = re.compile("[A-Za-z_][A-Za-z_.0-9-]*")


@cache
def _name() -> re.Pattern[str]:
    # Takes long to compile, and ids are ASCII nearly always.
    return re.compile(f"[{_START}][{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]*")


def check(document: Context) -> Iterator[Issue]:
    """Yield every xml:id that is not an NCName, with the nearest name that is."""
    for element, attribute, value in document.carrying(XML_ID):
        word = value.strip()
        if not (_ASCII_NAME if word.isascii() else _name()).fullmatch(word):
            hint = f'write "{ncname(value.strip())}"' if value.strip() else None
            yield Issue("R408", f'xml:id may not be "{value}"', element, attribute, hint)
