"""A Schematron schema as values: patterns of rules, rules of checks.

Source: ISO/IEC 19757-3:2020. Abstract patterns and rules are put in their places; phases are not looked at: every
pattern is run.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from tei_edition.core.errors import UsageError
from tei_edition.validation.relaxng.files import RNG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"


class Check(NamedTuple):
    """An ``assert`` or ``report``.

    Attributes:
        element: The element itself, with its message.
        test: The expression.
        is_report: Whether the message is told where the test holds; an assert's is told where it does not.
        role: What it, or its rule, says of its weight.
    """

    element: Element
    test: str
    is_report: bool
    role: str


class Rule(NamedTuple):
    """A rule: the nodes that it is about, its variables, as elements, and its checks."""

    element: Element
    context: str
    lets: tuple[Element, ...]
    checks: tuple[Check, ...]


class Schematron(NamedTuple):
    """A schema.

    Attributes:
        name: The file, as the user named it.
        namespaces: Prefixes and what they stand for.
        lets: Variables of the schema and of its patterns.
        patterns: The rules of each pattern; of the rules of a pattern the first that fits a node is run.
        extensions: Functions and keys of XSLT.
    """

    name: str
    namespaces: Mapping[str, str]
    lets: tuple[Element, ...]
    patterns: tuple[tuple[Rule, ...], ...]
    extensions: tuple[Element, ...]


def read_schematron(source: bytes, name: str) -> Schematron:
    """Read a Schematron schema, or the rules that are embedded in a RELAX NG schema.

    Raises:
        UsageError: if it is neither.
    """
    try:
        root = etree.fromstring(
            source, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        )
    except etree.XMLSyntaxError as error:
        message = f"the Schematron is not well-formed XML: {error.msg}"
        raise UsageError(message, path=name, line=error.lineno or 0, cure="check it in an XML editor") from error
    if root.tag != f"{SCH}schema" and not str(root.tag).startswith(RNG):
        message = f"this is no ISO Schematron: its root is <{etree.QName(root).localname}>"
        cure = "give a .sch file whose root is schema in the namespace http://purl.oclc.org/dsdl/schematron"
        raise UsageError(message, path=name, line=root.sourceline or 0, cure=cure)
    if (include := next(root.iter(f"{SCH}include"), None)) is not None:
        message = f"the Schematron includes another file: {include.get('href')}"
        raise UsageError(message, path=name, line=include.sourceline or 0, cure="make one file of both")
    patterns = [_made(pattern, root) for pattern in root.iter(f"{SCH}pattern") if pattern.get("abstract") != "true"]
    lets = [
        let
        for owner in (f"{SCH}schema", f"{SCH}pattern")
        for each in root.iter(owner)
        for let in each.iterchildren(f"{SCH}let")
    ]
    return Schematron(
        name,
        {str(each.get("prefix", "")): str(each.get("uri", "")) for each in root.iter(f"{SCH}ns")},
        tuple(
            {
                let.get("name"): let
                for let in lets
                if (owner := let.getparent()) is not None and owner.get("abstract") != "true"
            }.values()
        ),
        tuple(tuple(_rules(pattern, root)) for pattern in patterns),
        tuple(root.iterchildren(f"{XSL}function", f"{XSL}key")),
    )


def _made(pattern: Element, root: Element) -> Element:
    """Return a pattern; of one that is an instance of an abstract one, that with its parameters filled in."""
    abstract = pattern.get("is-a")
    model = next((each for each in root.iter(f"{SCH}pattern") if abstract and each.get("id") == abstract), None)
    if model is None:
        return pattern
    made = copy.deepcopy(model)
    parameters = {str(each.get("name")): str(each.get("value")) for each in pattern.iterchildren(f"{SCH}param")}
    names = "|".join(map(re.escape, sorted(parameters, key=len, reverse=True)))
    for node in made.iter() if names else ():
        for attribute, value in node.items():
            node.set(attribute, re.sub(rf"\$({names})\b", lambda match: parameters[match[1]], str(value)))
    return made


def _rules(pattern: Element, root: Element) -> Iterator[Rule]:
    for rule in pattern.iterchildren(f"{SCH}rule"):
        if rule.get("abstract") == "true":
            continue
        parts = [rule, *_extended(rule, root)]
        lets = tuple(let for part in parts for let in part.iterchildren(f"{SCH}let"))
        checks = tuple(
            Check(
                check,
                check.get("test", ""),
                check.tag == f"{SCH}report",
                check.get("role") or check.get("flag") or rule.get("role") or rule.get("flag") or "",
            )
            for part in parts
            for check in part.iterchildren(f"{SCH}assert", f"{SCH}report")
        )
        yield Rule(rule, rule.get("context", ""), lets, checks)


def _extended(rule: Element, root: Element) -> Iterator[Element]:
    for extends in rule.iterchildren(f"{SCH}extends"):
        wanted = extends.get("rule")
        for each in root.iter(f"{SCH}rule"):
            if each.get("id") == wanted and each is not rule:
                yield each
