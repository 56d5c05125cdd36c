"""Rules for formulas and examples of markup: MathML as it is, other notations as text.

Source: TEI Guidelines, FTFOR "Formulæ and Mathematical Expressions"; EPUB 3.3, 6.1.4.1 "Embedded MathML".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.characters import collapsed
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.tei.names import local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.exporters.xhtml.walk import Walk

_MATH_NS = "http://www.w3.org/1998/Math/MathML"
MATH = f"{{{_MATH_NS}}}math"

_PRESENTATION = frozenset(
    """math mi mn mo ms mspace mtext mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup
    msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd""".split()
)
_ATTRIBUTES = frozenset(
    """mathvariant stretchy open close separators display linethickness accent accentunder columnalign rowalign fence
    form lspace rspace width height depth notation bevelled largeop movablelimits symmetric""".split()
)
_DECLARATION = re.compile(r' xmlns(?::[\w.\-]+)?="[^"]*"')


def formula(walk: Walk, element: Element, out: Markup) -> None:
    """Write a formula: its MathML, or its notation as code."""
    if any(child.tag == MATH for child in element):
        if element in walk.blocks:
            walk.block(element, out, "div")
        else:
            walk.phrase(element, out, "span")
    elif element in walk.blocks:
        walk.block(element, out, "div" if walk.has_blocks(element) else "p")
    else:
        walk.phrase(element, out, "span" if len(element) else "code")


def math(walk: Walk, element: Element, out: Markup) -> None:
    """Write MathML; of content MathML and unknown elements the text only."""
    nodes = [node for node in element.iter() if isinstance(node.tag, str)]
    if not all(_is_presentation(node) for node in nodes):
        walk.content(element, out)
        return
    walk.has_math = True
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = local_name(node)
        if event == "start":
            attributes = {key: str(value) for key, value in node.attrib.items() if key in _ATTRIBUTES}
            outer = {"xmlns": _MATH_NS, "alttext": collapsed(" ".join(element.itertext()))} if node is element else {}
            parts += [tag(name, **outer, **attributes), escaped(text_before(node))]
        elif event == "end":
            parts.append(f"</{name}>")
        if event != "start" and node is not element:
            parts.append(escaped(text_after(node)))
    out.raw("".join(parts))


def example(walk: Walk, element: Element, out: Markup) -> None:
    """Write an example as it stands, its markup included."""
    out.block(tag("pre", **walk.common(element)))
    if local_name(element) == "egXML":
        whole = etree.tostring(element, encoding="unicode", with_tail=False)
        inner = _DECLARATION.sub("", whole).partition(">")[2].rpartition("<")[0]
        out.raw(f"<code>{escaped(inner.strip())}</code>")
    else:
        walk.content(element, out)
    out.block("</pre>")


def _is_presentation(node: Element) -> bool:
    return str(node.tag).startswith(f"{{{_MATH_NS}}}") and local_name(node) in _PRESENTATION
