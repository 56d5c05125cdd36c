"""Readable identifiers made of words: NCNames for xml:id, file names and anchors."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i"})
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

    Source: Namespaces in XML 1.0 (Third Edition), production 4 (NCName); here letters, digits, ``.``, ``-``, ``_``.
    """
    name = re.sub(r"[^\w.\-]+", "-", unicodedata.normalize("NFC", text)).strip("-.")
    name = "".join(c for c in name if _may_continue(c))
    return name if name and (name[0].isalpha() or name[0] == "_") and _may_continue(name[0]) else f"{prefix}-{name}"


def _may_continue(character: str) -> bool:
    return character in ".-_" or unicodedata.category(character) in {"Ll", "Lu", "Lo", "Lt", "Nd", "Mn", "Mc"}
