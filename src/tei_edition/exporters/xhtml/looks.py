"""What a project says that elements look like: an HTML element, classes, or both, for its own elements or for TEI's.

Source: TEI Guidelines, TD "Documentation Elements", 23.2.2 "Clean Modification" (elements of other namespaces).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.exporters.xhtml.elements import mapped
from tei_edition.exporters.xhtml.links import linked, linked_block
from tei_edition.exporters.xhtml.markup import tag
from tei_edition.exporters.xhtml.presentation import look_of, selector_of
from tei_edition.exporters.xhtml.walk import safe_class
from tei_edition.tei.names import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.markup import Markup
    from tei_edition.exporters.xhtml.presentation import Look
    from tei_edition.exporters.xhtml.walk import Rule, Walk


class Looks(NamedTuple):
    """Looks by name, local or with a namespace, and by name and ``type``."""

    found: Mapping[tuple[str, str], Look]

    def rule(self, element: Element) -> Rule | None:
        """Return how an element is written; None where the project says nothing of it."""
        look = self._of(element)
        return partial(_write, look) if look else None

    def is_block(self, element: Element) -> bool:
        """Tell whether an element becomes one that stands between blocks."""
        look = self._of(element)
        return look is not None and look.is_block

    def _of(self, element: Element) -> Look | None:
        """Return the look of an element: for its name and type, else for its name, a namespace before none."""
        kind = element.get("type", "")
        names = (str(element.tag), local_name(element))
        keys = [(name, type_) for type_ in ((kind, "") if kind else ("",)) for name in names]
        return next((self.found[key] for key in keys if key in self.found), None)


def looks_of(elements: Mapping[str, str]) -> Looks | None:
    """Return the looks of ``Presentation.elements``; None where there are none."""
    return Looks({selector_of(key): look_of(value) for key, value in elements.items()}) if elements else None


def _write(look: Look, walk: Walk, element: Element, out: Markup) -> None:
    """Write an element as the project says; one that points to a register's entry is linked with it all the same."""
    name = local_name(element)
    if element not in walk.blocks:
        html = "" if look.is_block else look.html
        html = html or mapped().phrases.get(name, "") or "span"
        linked(walk, element, out, lambda: _phrase(walk, element, out, html, *look.classes))
        return
    html = look.html if look.is_block and not (look.html == "p" and walk.has_blocks(element)) else ""
    linked_block(walk, element, out, html or walk.block_name(element), name, *look.classes)


def _phrase(walk: Walk, element: Element, out: Markup, html: str, *classes: str) -> None:
    out.raw(tag(html, **walk.common(element, safe_class(local_name(element)), *classes)))
    walk.content(element, out)
    out.raw(f"</{html}>")
