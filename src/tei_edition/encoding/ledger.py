"""The ledger: words of the source that are no part of the article, kept beside the text.

They stand in ``standOff`` as notes, not in the text as ``fw``: they are no furniture of a printed page but those of a
web site, often more than the article itself, and must not reach readers, taggers or counts of words.
Source: TEI Guidelines, SA "The standOff Container".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import local_name
from tei_edition.tei.text import add

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.model.article import Article


def write_ledger(root: Element, article: Article) -> None:
    """Write the article's ledger into ``standOff``, which is made where there is none yet; nothing for no ledger."""
    if not article.ledger:
        return
    last = root[-1]
    stand_off = last if local_name(last) == "standOff" else add(root, "standOff")
    for entry in article.ledger:
        add(stand_off, "note", entry.text, type="ledger", subtype=entry.reason, resp="#resp-reader")
