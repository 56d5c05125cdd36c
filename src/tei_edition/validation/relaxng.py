"""RELAX NG: the one place that knows which engine judges validity (lxml's, for now).

The engine gets neither a path nor a name that it could load: bytes only.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from tei_edition.core.errors import UsageError
from tei_edition.validation.messages import Complaint, issues
from tei_edition.validation.vocabulary import RNG, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.issue import Issue

Children: TypeAlias = "dict[tuple[Element, str], list[Element]]"
_ADVICE = "give a RELAX NG schema in XML syntax (.rng), such as oXygen or roma.tei-c.org writes"


@dataclass(frozen=True, slots=True)
class Schema:
    """A compiled schema and the bytes it was compiled from."""

    source: bytes
    engine: etree.RelaxNG


@cache
def own_schema() -> bytes:
    """Return the RELAX NG schema that comes with tei-edition."""
    return files("tei_edition").joinpath("schemas", "tei_edition.rng").read_bytes()


@cache
def compiled(source: bytes) -> Schema:
    """Compile a RELAX NG schema in XML syntax, once a process.

    Raises:
        UsageError: if the bytes are no such schema, or one that needs other files.
    """
    grammar = _simplified(_grammar(source))
    try:
        return Schema(source, etree.RelaxNG(grammar))
    except etree.RelaxNGError as error:
        message = f"the schema is faulty: {error}"
        raise UsageError(message, cure="check it with jing, or generate it again from its ODD") from error


def check(root: Element, schema: Schema) -> tuple[Issue, ...]:
    """Return what a schema objects to in a document, in document order of what libxml2 reports."""
    if schema.engine.validate(root.getroottree()):
        return ()
    return tuple(issues(root, tuple(_complaints(root, schema.engine)), vocabulary(schema.source)))


def _grammar(source: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        grammar = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        message = f"the schema is not well-formed XML: {error}"
        raise UsageError(message, cure=_ADVICE) from error
    if not str(grammar.tag).startswith(RNG):
        message = f"the schema is not RELAX NG: its root is <{etree.QName(grammar).localname}>"
        raise UsageError(message, cure=_ADVICE)
    outside = next(grammar.iter(RNG + "include", RNG + "externalRef"), None)
    if outside is not None:
        message = f"the schema needs another file: {outside.get('href', '')}"
        raise UsageError(message, cure="make one file of it, with `jing -s` or trang")
    return grammar


def _simplified(grammar: Element) -> Element:
    """Return a copy without what libxml2 misreads; it accepts the same documents but for repeated IDs.

    libxml2 takes ``<zeroOrMore><empty/></zeroOrMore>`` for something that refuses everything, and its ID datatype
    writes into the tree that is checked; a rule of ours tells repeated ids.
    """
    copy = deepcopy(grammar)
    for repeated in list(copy.iter(RNG + "zeroOrMore", RNG + "oneOrMore", RNG + "optional")):
        if [child.tag for child in repeated.iterchildren("*")] == [RNG + "empty"]:
            repeated.tag = RNG + "group"
    for data in copy.iter(RNG + "data"):
        if data.get("type") in {"ID", "IDREF"}:
            data.set("type", "NCName")
    return copy


def _complaints(root: Element, engine: etree.RelaxNG) -> Iterator[Complaint]:
    children: Children = {}
    for entry in engine.error_log:
        element = _resolved(root, entry.path or "", children)
        yield Complaint(entry.type_name, entry.message or "", root if element is None else element)


def _resolved(root: Element, path: str, children: Children) -> Element | None:
    """Follow a path of libxml2, such as ``/*/*[3]/vg:letDesc[2]``; ``*`` stands for any element.

    ``children`` keeps the lists of children between calls: a parent with many faults is listed once.
    """
    steps = path.removeprefix("/").split("/")
    element: Element | None = root
    for step in steps[1:]:
        if element is None:
            return None
        name, _, number = step.partition("[")
        index = int(number.rstrip("]") or 1) - 1
        if (element, name) not in children:
            children[element, name] = [c for c in element.iterchildren("*") if name in {"*", _written(c)}]
        like = children[element, name]
        element = like[index] if index < len(like) else None
    return element


def _written(element: Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local
