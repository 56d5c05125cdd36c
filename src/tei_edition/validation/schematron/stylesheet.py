"""From a Schematron schema to a stylesheet of XSLT that tells which checks fail at which elements.

The stylesheet gives ``<hits>`` of ``<hit check="N" at="N" attribute="…">message</hit>``: the number of the check, that
of the element in document order, both from 0, and the name of the attribute in Clark notation if it is one.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.text import set_text_before, text_after, text_before
from tei_edition.validation.schematron.reading import SCH, XSL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from tei_edition.validation.schematron.reading import Check, Rule, Schematron

_DEEPEST = "(ancestor-or-self::* | /*)[last()]"
_ATTRIBUTE = "../@* and count(. | ../@*) = count(../@*)"
_AT = "count($tei-edition-here/ancestor::* | $tei-edition-here/preceding::*)"


def stylesheet(schematron: Schematron, patterns: Sequence[Sequence[Rule]], version: str) -> tuple[bytes, list[Check]]:
    """Return a stylesheet for some patterns of a schema, and its checks by their numbers.

    Args:
        schematron: The schema.
        patterns: Its patterns, or some of them.
        version: Of XSLT: ``1.0`` or ``3.0``.
    """
    names = {prefix: uri for prefix, uri in schematron.namespaces.items() if prefix and prefix != "xsl"}
    root = etree.Element(f"{XSL}stylesheet", {"version": version}, nsmap={**names, "xsl": XSL[1:-1]})
    if names:
        root.set("exclude-result-prefixes", " ".join(names))
    etree.SubElement(root, f"{XSL}output", {"method": "xml", "encoding": "UTF-8"})
    root.extend(copy.deepcopy(each) for each in schematron.extensions)
    _variables(root, schematron.lets, version)
    hits = etree.SubElement(etree.SubElement(root, f"{XSL}template", {"match": "/"}), "hits")
    checks: list[Check] = []
    for number, rules in enumerate(patterns):
        mode = f"p{number}"
        etree.SubElement(hits, f"{XSL}apply-templates", {"select": "/", "mode": mode})
        _pattern(root, rules, mode, checks, version)
    return etree.tostring(root), checks


def _pattern(root: Element, rules: Sequence[Rule], mode: str, checks: list[Check], version: str) -> None:
    wanted = " ".join(rule.context for rule in rules)
    kinds = ["*"] + ["@*"] * bool(re.search(r"@|attribute::|node\(", wanted))
    kinds += ["text()"] * bool(re.search(r"text\(|node\(", wanted))
    kinds += ["comment() | processing-instruction()"] * bool(re.search(r"comment\(|instruction\(|node\(", wanted))
    onwards = {"select": " | ".join(kinds), "mode": mode}
    resting = etree.SubElement(
        root, f"{XSL}template", {"match": "/ | * | @* | text() | comment() | processing-instruction()"}
    )
    resting.attrib.update({"mode": mode, "priority": "-9"})
    etree.SubElement(resting, f"{XSL}apply-templates", onwards)
    for number, rule in enumerate(rules):
        template = etree.SubElement(
            root, f"{XSL}template", {"match": rule.context, "mode": mode, "priority": str(9999 - number)}
        )
        etree.SubElement(template, f"{XSL}variable", {"name": "tei-edition-here", "select": _DEEPEST})
        _variables(template, rule.lets, version)
        for check in rule.checks:
            _check(template, check, len(checks))
            checks.append(check)
        etree.SubElement(template, f"{XSL}apply-templates", onwards)


def _variables(owner: Element, lets: Sequence[Element], version: str) -> None:
    for let in lets:
        variable = etree.SubElement(owner, f"{XSL}variable", {"name": let.get("name", "")})
        if let.get("value") is not None:
            variable.set("select", let.get("value", ""))
        else:
            variable.extend(copy.deepcopy(child) for child in let)
        if let.get("as") and version != "1.0":
            variable.set("as", let.get("as", ""))


def _check(template: Element, check: Check, number: int) -> None:
    test = check.test if check.is_report else f"not({check.test})"
    hit = etree.SubElement(etree.SubElement(template, f"{XSL}if", {"test": test}), "hit", {"check": str(number)})
    hit.set("at", f"{{{_AT}}}")
    named = etree.SubElement(
        etree.SubElement(hit, f"{XSL}if", {"test": _ATTRIBUTE}), f"{XSL}attribute", {"name": "attribute"}
    )
    etree.SubElement(named, f"{XSL}value-of", {"select": "concat('{', namespace-uri(), '}', local-name())"})
    _message(hit, check.element)


def _message(owner: Element, element: Element) -> None:
    _words(owner, text_before(element))
    for child in element:
        if child.tag == f"{SCH}value-of":
            etree.SubElement(owner, f"{XSL}value-of", {"select": child.get("select", "")})
        elif child.tag == f"{SCH}name":
            etree.SubElement(owner, f"{XSL}value-of", {"select": f"name({child.get('path', '')})"})
        elif isinstance(child.tag, str):
            _message(owner, child)
        _words(owner, text_after(child))


def _words(owner: Element, words: str) -> None:
    if words:
        set_text_before(etree.SubElement(owner, f"{XSL}text"), words)
