r"""Characters: which ones XML can hold, how a raw text becomes ``\n``-only NFC, and white space.

Source: XML 1.0 (Fifth Edition), production 2 (Char) and 3 (S); Unicode Standard Annex 15 (NFC).
"""

from __future__ import annotations

import re
import unicodedata

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Code points that no XML 1.0 document can hold, not even as a character reference.

The complement of production 2, spelled out: a negated class of these ranges takes a hundred times longer to compile.
"""

XML_SPACE = " \t\n\r"
"""White space as XML knows it; a no-break space is not among it."""

_RUN = re.compile(r"[ \t\n\r\u00a0\u2007\u202f]*[ \t\n\r][ \t\n\r\u00a0\u2007\u202f]*|[\u00a0\u2007\u202f]{2,}")
_EDGES = " \t\n\r\u00a0\u2007\u202f"


def picture(character: str) -> str:
    """Return a visible stand-in for a character that XML cannot hold: a control picture, or U+FFFD."""
    point = ord(character)
    return chr(0x2400 + point) if point < 0x20 else "\ufffd"  # noqa: PLR2004 - C0 controls end below 0x20


def is_xml(text: str) -> bool:
    """Tell whether XML 1.0 can hold every code point of ``text``."""
    return NOT_XML.search(text) is None


def nfc(text: str) -> str:
    """Return ``text`` in Unicode normalization form C (the same object where it is already)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def collapsed(text: str) -> str:
    """Return ``text`` as running prose: each run of white space one space, none at the ends.

    A single no-break space between letters is kept (French punctuation has it); a run of no-break spaces, or one
    beside ordinary white space, is layout and becomes one space.
    """
    return _RUN.sub(" ", text).strip(_EDGES)
