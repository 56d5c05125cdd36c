"""Readable identifiers made of words: NCNames for xml:id, file names and anchors."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i"})
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_STARTS_NAME = re.compile(f"[{_START}]")
_NOT_NAME = re.compile(f"[^{_START}.0-9\u00b7\u0300-\u036f\u203f-\u2040-]+")
_OTHER = re.compile(r"[^\w]+")


def slug(text: str, limit: int = 60) -> str:
    """Return ``text`` as lower-case words joined by hyphens: letters without marks, digits, nothing else.

    Letters outside the Latin alphabet are kept. At most ``limit`` code points, cut between words where there is more
    than one. Empty where ``text`` has no letter and no digit.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLD))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    words = [word for word in _OTHER.sub(" ", plain).replace("_", " ").split() if word]
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:limit]
        if len(longer) > limit:
            break
        result = longer
    return result


def ncname(text: str, prefix: str = "x") -> str:
    """Return a valid NCName that keeps ``text`` where it can: ``prefix-`` goes before what may not begin a name.

    Source: Namespaces in XML 1.0 (Third Edition), production 4; XML 1.0 (Fifth Edition), productions 4 and 4a.
    """
    name = _NOT_NAME.sub("-", unicodedata.normalize("NFC", text)).strip("-.")
    return name if _STARTS_NAME.match(name) else f"{prefix}-{name}".rstrip("-.")
