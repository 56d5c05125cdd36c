"""What a RELAX NG grammar lets each element hold, as plain sets: the words that messages are made of.

Order and number of children are left out; the engine alone judges validity.
Source: RELAX NG Specification, 3 December 2001, sections 3 (Full Syntax) and 4 (Simplification).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from tei_edition.tei.text import text_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

RNG = "{http://relaxng.org/ns/structure/1.0}"
_XML = "http://www.w3.org/XML/1998/namespace"
Defines: TypeAlias = "Mapping[str, list[Element]]"
_ELECTIVE = frozenset({RNG + "optional", RNG + "zeroOrMore", RNG + "choice"})


@dataclass(frozen=True, slots=True)
class Values:
    """What an attribute may hold: listed values, and names of datatypes beside them."""

    listed: tuple[str, ...] = ()
    datatypes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """What an element may hold; names in Clark notation."""

    children: frozenset[str] = frozenset()
    attributes: Mapping[str, Values] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Draft:
    children: set[str] = field(default_factory=set)
    attributes: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))
    required: set[str] = field(default_factory=set)


@cache
def vocabulary(schema: bytes) -> Mapping[str, Entry]:
    """Return what each element of a grammar may hold, by its name in Clark notation.

    Elements that the grammar defines more than once are taken together. Wildcards are left out.
    """
    grammar = etree.fromstring(schema, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    defines: dict[str, list[Element]] = defaultdict(list)
    for define in grammar.iter(RNG + "define"):
        defines[define.get("name", "").strip()].append(define)
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for element in grammar.iter(RNG + "element"):
        for name in _names(element):
            _fill(drafts[name], element, defines, set(), required=True)
    return {name: _entry(draft, defines) for name, draft in drafts.items()}


def _fill(draft: _Draft, node: Element, defines: Defines, seen: set[tuple[str, bool]], *, required: bool) -> None:
    for child in node.iterchildren(RNG + "*"):
        if child.tag == RNG + "element":
            draft.children.update(_names(child))
        elif child.tag == RNG + "attribute":
            for name in _names(child):
                draft.attributes[name].append(child)
                draft.required.update([name] if required else [])
        elif child.tag in {RNG + "ref", RNG + "parentRef"}:
            name = child.get("name", "").strip()
            if (name, required) not in seen:
                seen.add((name, required))
                for define in defines.get(name, ()):
                    firm = required and define.get("combine") != "choice"
                    _fill(draft, define, defines, seen, required=firm)
        else:
            _fill(draft, child, defines, seen, required=required and child.tag not in _ELECTIVE)


def _entry(draft: _Draft, defines: Defines) -> Entry:
    attributes = {name: _values(nodes, defines) for name, nodes in draft.attributes.items()}
    return Entry(frozenset(draft.children), attributes, frozenset(draft.required))


def _values(nodes: Iterable[Element], defines: Defines) -> Values:
    listed: dict[str, None] = {}
    datatypes: set[str] = set()
    waiting = list(nodes)
    seen: set[str] = set()
    while waiting:
        for child in waiting.pop(0).iterchildren(RNG + "*"):
            name = child.get("name", "").strip()
            if child.tag == RNG + "value":
                listed[text_before(child)] = None
            elif child.tag == RNG + "data":
                datatypes.add(child.get("type", ""))
            elif child.tag == RNG + "text":
                datatypes.add("string")
            elif child.tag != RNG + "ref":
                waiting.append(child)
            elif name not in seen:
                seen.add(name)
                waiting.extend(defines.get(name, ()))
    return Values(tuple(listed), frozenset(datatypes))


def _names(node: Element) -> list[str]:
    written = node.get("name")
    if written is not None:
        inherited = node.get("ns") if node.tag == RNG + "attribute" else _namespace(node)
        return [_clark(node, written.strip(), inherited)]
    found = node.find(RNG + "name")
    nested = node.findall(f"{RNG}choice/{RNG}name") if found is None else [found]
    return [_clark(name, text_before(name).strip(), _namespace(name)) for name in nested]


def _namespace(node: Element) -> str:
    owner = next((n for n in (node, *node.iterancestors()) if n.get("ns") is not None), None)
    return "" if owner is None else owner.get("ns", "")


def _clark(node: Element, written: str, namespace: str | None) -> str:
    prefix, colon, local = written.rpartition(":")
    if colon:
        namespace = _XML if prefix == "xml" else node.nsmap.get(prefix, "")
    return f"{{{namespace}}}{local}" if namespace else local
