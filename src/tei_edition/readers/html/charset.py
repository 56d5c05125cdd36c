"""The encoding that a page declares.

Source: HTML Standard, "Determining the character encoding": the first 1024 bytes may hold a ``meta`` that says it.
"""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_LOOKED_AT = 2048
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "latin-1"})


def declared(data: bytes) -> str | None:
    """Return the encoding that a page's ``meta`` or XML declaration names, None where it names none that is known.

    As on the web, ISO-8859-1 and ASCII mean windows-1252.
    """
    match = _DECLARED.search(data, 0, _LOOKED_AT)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return "windows-1252" if name in _WESTERN else name
