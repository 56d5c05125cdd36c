"""XHTML pages of a book: the frame that all have, and an ``ol`` of links.

Source: EPUB 3.3, 6.1 "XHTML content documents"; HTML Living Standard, 14 "The XML syntax".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.reading.language import is_rtl
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from tei_edition.exporters.templates import Template

STYLE = "style.css"


_PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'


def page(title: str, language: str, body: str, body_type: str = "", frame: Template | None = None) -> bytes:
    """Return a whole page, in a project's own frame if there is one; ``title`` must have words in it."""
    direction = "rtl" if is_rtl(language) else ""
    if frame is not None:
        words = {"language": language, "direction": direction, "kind": body_type, "title": title, "style": STYLE}
        return f"{_PROLOG}{frame.filled({**words, 'main': body})}".encode()
    attributes = {"lang": language, "xml__lang": language, "dir": direction}
    root = tag("html", xmlns="http://www.w3.org/1999/xhtml", **attributes)
    root = root[:-1] + ' xmlns:epub="http://www.idpf.org/2007/ops">'
    head = (
        f'<head>\n<meta charset="utf-8"/>\n<title>{escaped(title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="{STYLE}"/>\n</head>'
    )
    start = tag("body", epub__type=body_type)
    return f"{_PROLOG}{root}\n{head}\n{start}\n{body}\n</body>\n</html>\n".encode()


def link(address: str, words: str, **attributes: str) -> str:
    """Return a link with plain words."""
    return f"{tag('a', href=address, **attributes)}{escaped(words)}</a>"
