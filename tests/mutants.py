"""Documents with faults: a seeded generator that renames, drops, doubles and moves what a document holds."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = (
    "p", "div", "head", "hi", "persName", "quote", "list", "item", "title", "author", "note", "date", "teiHeader",
    "text", "body", "idno", "lb", "choice", "sic", "persname", "foo", "change", "language", "graphic", "bibl", "ab",
)  # fmt: skip
ATTRIBUTES = (
    "n", "type", "subtype", "who", "ref", "when", "cert", "level", "target", "foo", "from", "unit", "ident", "key",
    XML + "id", XML + "lang", XML + "space", XML + "foo", "url", "version", "ana", "resp", "marks", "{urn:x}n",
)  # fmt: skip
VALUES = (
    "", " ", "x", "a b", "#a", "#a #b", "1997", "1997-13", "1997-04-31", "--04", "high", "1.5", "0.5", "1e3", "en",
    "en_US", "über", "\u00a0", "a%zz", "http://x y/", ":x", "wd:Q1", "1", "-1", "true", "yes", "a#b#c", "P1Y",
    "default", "12:00:00", "m", "\U0001f600", "a\u2003b", "INF", "1.0-beta", "0.1.0", "(", "\u0301", "$", "~", "%20",
)  # fmt: skip
TEXTS = ("x", " words ", "\u00e9", "\u00a0", "1")


def mutants(documents: Sequence[bytes], number: int, seed: int) -> Iterator[bytes]:
    """Yield so many documents, each with one to three changes."""
    chance = random.Random(seed)  # noqa: S311 - samples, not secrets
    parser = etree.XMLParser(resolve_entities=False, collect_ids=False)
    roots = [etree.fromstring(data, parser) for data in documents]
    for _ in range(number):
        root = deepcopy(chance.choice(roots))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            chance.choice(CHANGES)(root, chance)
        yield etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _any(root: Element, chance: random.Random) -> Element:
    """Return an element below the root; those that are rare in documents as often as the others."""
    elements = list(root.iter("*"))[1:]
    name = chance.choice(sorted({str(element.tag) for element in elements}))
    return chance.choice([element for element in elements if element.tag == name])


def _rename(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    name = etree.QName(element).localname
    typo = name[:1] + name[2:] if len(name) > 2 else name + "x"
    element.tag = TEI + chance.choice((*NAMES, typo, name.lower()))


def _drop(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _double(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    element.addnext(deepcopy(element))


def _move(root: Element, chance: random.Random) -> None:
    element, target = _any(root, chance), _any(root, chance)
    if element is not target and element not in target.iterancestors():
        target.insert(chance.randint(0, len(target)), element)


def _swap(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    following = element.getnext()
    if following is not None:
        following.addnext(element)


def _insert(root: Element, chance: random.Random) -> None:
    target = _any(root, chance)
    target.insert(chance.randint(0, len(target)), etree.Element(TEI + chance.choice(NAMES)))


def _unwrap(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    for child in reversed(element):
        element.addnext(child)


def _foreign(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    element.tag = chance.choice(("", "{urn:other}")) + etree.QName(element).localname


def _set(root: Element, chance: random.Random) -> None:
    _any(root, chance).set(chance.choice(ATTRIBUTES), chance.choice(VALUES))


def _change_value(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    if element.attrib:
        element.set(chance.choice(sorted(map(str, element.attrib))), chance.choice(VALUES))


def _remove_attribute(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    if element.attrib:
        del element.attrib[chance.choice(sorted(map(str, element.attrib)))]


def _text(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    if chance.random() < 0.5:
        element.text = chance.choice(TEXTS) + (element.text or "")
    else:
        element.tail = chance.choice(TEXTS) + (element.tail or "")


def _no_text(root: Element, chance: random.Random) -> None:
    _any(root, chance).text = None


def _comment(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    comment = etree.Comment("c")
    comment.tail = chance.choice(("", "x", " "))
    element.insert(chance.randint(0, len(element)), comment)


CHANGES: tuple[Callable[[Element, random.Random], None], ...] = (
    _rename, _drop, _double, _move, _swap, _insert, _unwrap, _foreign, _set, _set, _change_value, _remove_attribute,
    _text, _no_text, _comment,
)  # fmt: skip
