"""R408: an xml:id that is no XML name. Source: xml:id Version 1.0, section 4; Namespaces in XML 1.0, production 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_ID
from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_START = "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
_START += "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
_NAME = f"[{_START}][{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]*"


def check(document: Context) -> Iterator[Issue]:
    """Yield every xml:id that is not an NCName, with the nearest name that is."""
    for element, attribute, value in document.carrying(XML_ID):
        word = value.strip()
        if not _is_name(word):
            from tei_edition.core.identifiers import ncname  # noqa: PLC0415 - heavy, and ids are names nearly always

            hint = f'write "{ncname(word)}"' if word else None
            yield Issue("R408", f'xml:id may not be "{value}"', element, attribute, hint)


def _is_name(word: str) -> bool:
    # Of ASCII names the simple way: the expression takes long to compile.
    if word.isascii():
        return word.replace("-", "_").replace(".", "_").isidentifier() and word[0] not in "-."
    return re.fullmatch(_NAME, word) is not None
