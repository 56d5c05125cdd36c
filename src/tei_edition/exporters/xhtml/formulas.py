"""Rules for formulas and examples of markup: MathML as it is, other notations as text.

Source: TEI Guidelines, FTFOR "Formulæ and Mathematical Expressions"; EPUB 3.3, 6.1.4.1 "Embedded MathML".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.core.characters import collapsed
from tei_edition.exporters.xhtml.markup import Markup, escaped, tag
from tei_edition.tei.names import EXAMPLE, XML_ID, local_name
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Write an example as it stands; its tags are shown by the style sheet, so that words are found without them."""
    out.block(tag("pre", **walk.common(element)))
    if element.tag == EXAMPLE:
        out.raw(f"<code>{''.join(_source(element)).strip()}</code>")
    else:
        walk.content(element, out)
    out.block("</pre>")


def _source(example_: Element) -> Iterator[str]:
    yield escaped(text_before(example_))
    for event, node in etree.iterwalk(example_, events=("start", "end", "comment", "pi")):
        if node is example_:
            continue
        empty = event in {"start", "end"} and not len(node) and not text_before(node)
        if event == "start":
            yield _shown(_start_tag(node, "/" if empty else ""))
            yield escaped(text_before(node))
        elif event == "end" and not empty:
            yield _shown(f"</{_name(node, str(node.tag))}>")
        yield escaped(text_after(node)) if event != "start" else ""


def _start_tag(node: Element, end: str) -> str:
    attributes = "".join(f' {_name(node, str(key))}="{value}"' for key, value in node.attrib.items())
    return f"<{_name(node, str(node.tag))}{attributes}{end}>"


def _name(node: Element, name: str) -> str:
    """Return the name of an element or attribute as it was written."""
    namespace, _, local = name.rpartition("}")
    prefix = next((key for key, uri in node.nsmap.items() if key and f"{{{uri}" == namespace), "")
    prefix = "xml" if namespace == XML_ID.rpartition("}")[0] else prefix
    return f"{prefix}:{local}" if prefix else local


def _shown(written: str) -> str:
    return tag("span", class_="tag", data_source=written) + "</span>"


def _is_presentation(node: Element) -> bool:
    return str(node.tag).startswith(f"{{{_MATH_NS}}}") and local_name(node) in _PRESENTATION
