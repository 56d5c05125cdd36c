"""Names of elements and attributes. Source: XML 1.0, fifth edition, productions 2 to 5; Namespaces in XML 1.0."""

from __future__ import annotations

import re

_START = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME_START = re.compile(f"[:{_START}]")
NAME = re.compile(f"[:{_START}][:{_START}0-9.\u00b7\u0300-\u036f\u203f\u2040-]*")
QUALIFIED = re.compile("[^:]+(?::[^:]+)?")
SPACE = re.compile("[ \t\r\n]*")
FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]")
"""Characters that XML cannot hold; production 2."""


_CHARACTERS = (range(0x9, 0xB), range(0xD, 0xE), range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))


def skip_space(text: str, at: int) -> int:
    """Return where white space that begins at ``at`` ends."""
    found = SPACE.match(text, at)
    return found.end() if found else at


def is_character(number: int) -> bool:
    """Tell whether XML can hold the character of this number."""
    return any(number in numbers for numbers in _CHARACTERS)
