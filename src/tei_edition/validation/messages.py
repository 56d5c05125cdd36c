"""What the schema engine objects to, in words that an editor can act on."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import TEI_NS, XML_NS
from tei_edition.validation.issue import Issue
from tei_edition.validation.nearest import nearest
from tei_edition.validation.own_text import first_words, own_text
from tei_edition.validation.relaxng.expectations import lacking, values_of
from tei_edition.validation.relaxng.faults import Fault, Kind
from tei_edition.validation.relaxng.patterns import Attribute, Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.schema import Schema

_MANY = 12
_SHOWN = 60


def issues(faults: Iterable[Fault], schema: Schema) -> Iterator[Issue]:
    """Say faults in words."""
    for fault in faults:
        yield _WORDS[fault.kind](fault, schema)


def _root(fault: Fault, _schema: Schema) -> Issue:
    return Issue(
        "S210", f"<{_shown(fault.node.tag)}> may not be the root", fault.node, hint=_may_hold("the root", fault)
    )


def _unknown_element(fault: Fault, schema: Schema) -> Issue:
    tag = str(fault.node.tag)
    return Issue("S211", f"<{_shown(tag)}> is no element of this schema", fault.node, hint=_meant(tag, fault, schema))


def _meant(tag: str, fault: Fault, schema: Schema) -> str | None:
    name = etree.QName(tag)
    if name.namespace != TEI_NS:
        return f"put it into the namespace {TEI_NS}" if f"{{{TEI_NS}}}{name.localname}" in schema.elements() else None
    here = nearest(tag, _names(fault.state.firsts) if fault.state else ())
    found = here or nearest(tag, frozenset(schema.elements()))
    return f"did you mean <{_shown(found)}>?" if found else None


def _not_allowed(fault: Fault, _schema: Schema) -> Issue:
    parent = _shown_parent(fault.node)
    message = f"<{_shown(fault.node.tag)}> is not allowed in <{parent}>"
    return Issue("S210", message, fault.node, hint=_may_hold(f"<{parent}>", fault))


def _may_hold(owner: str, fault: Fault) -> str | None:
    allowed = _names(leaf for leaf in fault.model.rest.leaves() if isinstance(leaf, Element)) if fault.model else ()
    if fault.model and not allowed:
        return f"{owner} may hold no elements"
    if not fault.model and fault.state:
        return f"{owner} may be {_several(_names(fault.state.firsts))}"
    return f"{owner} may hold {_several(allowed)}" if len(allowed) <= _MANY else None


def _misplaced(fault: Fault, _schema: Schema) -> Issue:
    node = fault.node
    before = next(node.itersiblings("*", preceding=True), None)
    place = "at the beginning of" if before is None else f"after <{_shown(before.tag)}> in"
    hint = None
    if fault.missing:
        hint = f"{' and '.join(f'<{_shown(name)}>' for name in fault.missing)} must come before it"
    elif fault.state and len(expected := _names(fault.state.firsts)) <= _MANY:
        hint = f"only {_several(expected)} can come here" if expected else "nothing can come here any more"
    message = f"<{_shown(node.tag)}> is not allowed {place} <{_shown_parent(node)}>"
    return Issue("S217", message, node, hint=hint)


def _text_not_allowed(fault: Fault, _schema: Schema) -> Issue:
    spot, words = first_words(fault.node, fault.after)
    message = f"<{_shown(fault.node.tag)}> may not hold text of its own: {_cut(' '.join(words.split()))}"
    return Issue("S213", message, fault.node, spot=spot)


def _text_wrong(fault: Fault, _schema: Schema) -> Issue:
    value = own_text(fault.node)
    expected, hint = _expected(fault, value)
    message = f"<{_shown(fault.node.tag)}> may not hold {_quoted(value)}: it needs {expected}"
    return Issue("S218", message, fault.node, hint=hint)


def _incomplete(fault: Fault, _schema: Schema) -> Issue:
    shown = _shown(fault.node.tag)
    missing = lacking(fault.state) if fault.state else ()
    listed = [_alternatives(names) for names in missing if names and len(names) <= _MANY]
    if not listed:
        return Issue("S212", f"<{shown}> is incomplete: something it must hold is missing", fault.node, at_end=True)
    return Issue("S212", f"<{shown}> is incomplete: it lacks {' and '.join(listed)}", fault.node, at_end=True)


def _alternatives(names: frozenset[str]) -> str:
    return _several(names) if len(names) == 1 else f"one of {_several(names)}"


def _attribute_not_allowed(fault: Fault, _schema: Schema) -> Issue:
    shown = _shown_attribute(fault.attribute)
    known = fault.model.attribute_names() if fault.model else frozenset()
    names = frozenset(_shown_attribute(name) for name in known)
    close = f"xml:{shown}" if f"xml:{shown}" in names else nearest(shown, names)
    hint = f"did you mean @{close}?" if close and close != shown else None
    return Issue("S214", f"@{shown} is not allowed on <{_shown(fault.node.tag)}>", fault.node, fault.attribute, hint)


def _attribute_excluded(fault: Fault, _schema: Schema) -> Issue:
    message = (
        f"@{_shown_attribute(fault.attribute)} is not allowed on <{_shown(fault.node.tag)}> beside its other attributes"
    )
    return Issue("S214", message, fault.node, fault.attribute)


def _attribute_wrong(fault: Fault, _schema: Schema) -> Issue:
    value = fault.node.get(fault.attribute, "")
    expected, hint = _expected(fault, value)
    owner = f"@{_shown_attribute(fault.attribute)} on <{_shown(fault.node.tag)}>"
    return Issue("S215", f"{owner} may not be {_quoted(value)}: it needs {expected}", fault.node, fault.attribute, hint)


def _attribute_missing(fault: Fault, _schema: Schema) -> Issue:
    if fault.attribute:
        lacks = f"@{_shown_attribute(fault.attribute)}"
    else:
        leaves = fault.state.leaves() if fault.state else ()
        names = {name for leaf in leaves if isinstance(leaf, Attribute) for name in leaf.names.names}
        lacks = " or ".join(f"@{_shown_attribute(name)}" for name in sorted(names)) or "an attribute"
    return Issue("S216", f"<{_shown(fault.node.tag)}> lacks {lacks}", fault.node)


def _id_taken(fault: Fault, _schema: Schema) -> Issue:
    first = fault.first
    where = "" if first is None else f": <{_shown(first.tag)}> in line {first.sourceline} has it first"
    message = f'the ID "{fault.value}" is taken{where}'
    return Issue("S220", message, fault.node, fault.attribute)


def _id_unknown(fault: Fault, _schema: Schema) -> Issue:
    message = f'@{_shown_attribute(fault.attribute)} refers to "{fault.value}", which no element has as its ID'
    return Issue("S221", message, fault.node, fault.attribute)


def _expected(fault: Fault, value: str) -> tuple[str, str | None]:
    listed, datatypes = values_of(fault.expected)
    described = dict.fromkeys(_datatypes().get(name, "another form") for name in sorted(datatypes))
    if {"date", "gYear"} <= datatypes:
        described = {"a date in W3C form, such as 1997, 1997-04 or 1997-04-28": None}
    expected = ", ".join(listed[:_MANY] + (("…",) if len(listed) > _MANY else ()))
    close = nearest(value.strip(), listed)
    hint = f"did you mean {_quoted(close)}?" if close else None
    if listed and described:
        return f"one of {expected}, or {' or '.join(described)}", hint
    return (f"one of {expected}" if listed else " or ".join(described) or "nothing"), hint


def _names(leaves: Iterable[Element]) -> frozenset[str]:
    return frozenset(name for leaf in leaves for name in leaf.names.names)


def _several(tags: Iterable[str]) -> str:
    shown = sorted(f"<{_shown(tag)}>" for tag in tags)
    return ", ".join(shown[:_MANY] + (["…"] if len(shown) > _MANY else []))


def _shown(tag: object) -> str:
    name = etree.QName(str(tag))
    return name.localname if name.namespace == TEI_NS else f'{name.localname} xmlns="{name.namespace or ""}"'


def _shown_parent(node: Node) -> str:
    parent = node.getparent()
    return "" if parent is None else _shown(parent.tag)


def _shown_attribute(name: str) -> str:
    qualified = etree.QName(name)
    return f"xml:{qualified.localname}" if qualified.namespace == XML_NS else qualified.localname


def _quoted(value: str) -> str:
    return f'"{_cut(value)}"'


def _cut(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


@cache
def _datatypes() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("datatypes.toml").read_text(encoding="utf-8"))


_WORDS: Mapping[Kind, Callable[[Fault, Schema], Issue]] = {
    Kind.ROOT: _root,
    Kind.UNKNOWN_ELEMENT: _unknown_element,
    Kind.ELEMENT_NOT_ALLOWED: _not_allowed,
    Kind.ELEMENT_MISPLACED: _misplaced,
    Kind.TEXT_NOT_ALLOWED: _text_not_allowed,
    Kind.TEXT_WRONG: _text_wrong,
    Kind.INCOMPLETE: _incomplete,
    Kind.ATTRIBUTE_NOT_ALLOWED: _attribute_not_allowed,
    Kind.ATTRIBUTE_EXCLUDED: _attribute_excluded,
    Kind.ATTRIBUTE_WRONG: _attribute_wrong,
    Kind.ATTRIBUTE_MISSING: _attribute_missing,
    Kind.ID_TAKEN: _id_taken,
    Kind.ID_UNKNOWN: _id_unknown,
}
