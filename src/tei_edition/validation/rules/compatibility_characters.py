"""Letters that only look like letters, and text that was read in a wrong encoding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.validation.issue import Issue, TextSpot
from tei_edition.validation.own_text import text_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_LOOKALIKES = "[ﬀ-ﬆ\uff10-\uff19\uff21-\uff3a\uff41-\uff5a𝐀-𝟿]+"
_MISREAD = "[Â-Å][-ª¬-º¼-¿ŒœŠšŸŽžƒˆ˜–—‘-‚“-„†-•…‰‹›™]|â€[-¿Œœšž˜–—‘’“”…™¦]|(?:[ÐÑ][-¿Ђ-„]){2,}"
_RARE = f"{_LOOKALIKES}|[Â-ÅâÐÑ]"
"""What each of them has one of."""
_KINDS = (
    ("R477", _LOOKALIKES, "letters in disguise"),
    ("R478", _MISREAD, "characters of a wrong encoding"),
)


def check(document: Context) -> Iterator[Issue]:
    """Yield the first of each kind in an element's own text. Source: Unicode Standard, section 2.3."""
    if not re.search(_RARE, document.foreign):
        return
    for element in document.elements:
        for after, run in text_runs(element):
            for code, pattern, what in _KINDS if not run.isascii() else ():
                if found := re.search(pattern, run):
                    message = f"<{local_name(element)}> holds {what}: {found[0]}"
                    yield Issue(code, message, element, hint=_hint(code, found[0]), spot=TextSpot(after, found.start()))


def _hint(code: str, found: str) -> str | None:
    if code == "R477":
        import unicodedata  # noqa: PLC0415 - few documents need it

        return f"write {unicodedata.normalize('NFKC', found)}"
    try:
        return f"probably {found.encode('cp1252').decode('utf-8')} is meant; read the source again as UTF-8"
    except UnicodeError:
        return None
