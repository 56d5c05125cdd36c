"""Names within themselves, and names with what belongs to the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_LANG, local_name
from tei_edition.tei.text import text_after, text_before, text_of
from tei_edition.validation.issue import Issue, TextSpot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_NAMES = ("persName", "placeName", "orgName", "geogName", "eventName")
_POSSESSIVE = r"['’]s$"


def check(document: Context) -> Iterator[Issue]:
    """Yield names that hold nothing but the same kind of name (R453), and persons with a possessive 's (R454).

    Source: TEI Guidelines, CO "Referring Strings".
    """
    for element in document.named(*_NAMES):
        parent = element.getparent()
        if parent is None or parent.tag != element.tag or (text_before(parent) + text_after(element)).strip():
            continue
        if len(parent) == 1:
            yield Issue("R453", f"<{local_name(element)}> stands alone in a <{local_name(element)}>", element)
    if not (document.root.get(XML_LANG) or "en").startswith("en"):
        return
    for element in document.named("persName"):
        if not len(element) and (found := re.search(_POSSESSIVE, text_of(element))):
            message = f"<persName> holds the ending of the possessive: {text_of(element)}"
            yield Issue("R454", message, element, spot=TextSpot(None, found.start()))
