"""What runs the stylesheets: Saxon where it is installed, with XPath 3; else libxslt, with XPath 1."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from tei_edition.core.errors import UsageError
from tei_edition.validation.schematron.reading import read_schematron
from tei_edition.validation.schematron.stylesheet import stylesheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from tei_edition.validation.schematron.reading import Check, Rule, Schematron

_SECOND = re.compile(
    r"(?<![\w:-])(?:matches|replace|tokenize|ends-with|string-join|exists|empty|distinct-values|index-of|lower-case"
    r"|upper-case|abs|max|min|avg|every|some|for|if|in-scope-prefixes|resolve-uri|doc|doc-available|base-uri|document-uri"
    r"|deep-equal|subsequence|reverse|compare|root|data|node-name|xs:[\w-]+|normalize-unicode|string-to-codepoints"
    r"|codepoints-to-string|format-number|current-date|adjust-\w+|year-from-\w+|path|has-children|innermost|outermost"
    r"|head|tail|sort|collection|unparsed-text|encode-for-uri|iri-to-uri|escape-html-uri|trace|error)(?:\s*\(|\s+\$)"
    r"|\b(?:eq|ne|lt|gt|le|ge|is|to|union|intersect|except|castable|cast|treat|instance|return|satisfies|idiv)\s"
    r"|\|\||!(?!=)|=>|<<|>>|(?<![\w-])\(\s*\)|'\s*,\s*'\s*\)\s*=|\*:|/\(|=\s*\("
)
"""What XPath 1 does not know, as far as it can be told from the words."""


class Engine(Protocol):
    """Runs the checks of one schema."""

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks, by their numbers."""

    @property
    def skipped(self) -> tuple[Rule, ...]:
        """The rules that cannot be run here."""

    def hits(self, root: Element) -> Element:
        """Return what the stylesheet gives for a document."""


class _Saxon:
    skipped: tuple[Rule, ...] = ()

    def __init__(self, schematron: Schematron) -> None:
        from saxonche import PySaxonApiError, PySaxonProcessor  # noqa: PLC0415 - an extra, and heavy

        written, checks = stylesheet(schematron, schematron.patterns, "3.0")
        self.checks = tuple(checks)
        self._saxon = PySaxonProcessor(license=False)
        self._saxon.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "file")
        try:
            self._compiled = self._saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=written.decode())
        except PySaxonApiError as error:
            raise _faulty(schematron, str(error)) from None

    def hits(self, root: Element) -> Element:
        node = self._saxon.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
        return etree.fromstring(self._compiled.transform_to_string(xdm_node=node).encode())


class _Libxslt:
    def __init__(self, schematron: Schematron) -> None:
        usable = [rules for rules in schematron.patterns if all(_compiles(rule, schematron) for rule in rules)]
        self.skipped = tuple(rule for rules in schematron.patterns if rules not in usable for rule in rules)
        used = {
            name
            for rules in usable
            for rule in rules
            for name in re.findall(r"\$([\w.-]+)", etree.tostring(rule.element, encoding="unicode"))
        }
        lets = tuple(let for let in schematron.lets if let.get("name") in used)
        written, checks = stylesheet(schematron._replace(lets=lets, extensions=()), usable, "1.0")
        self.checks = tuple(checks)
        try:
            self._transform = _transform(written)
        except etree.XSLTParseError as error:
            raise _faulty(schematron, str(error)) from None

    def hits(self, root: Element) -> Element:
        found: Element = self._transform(root).getroot()
        return found


def engine(source: bytes, name: str, *, saxon: bool | None = None) -> Engine:
    """Return what runs a Schematron schema; compiled once a process.

    Args:
        source: The schema.
        name: How errors and findings call it.
        saxon: Whether to run it with Saxon; None: where that is installed.

    Raises:
        UsageError: if it is no Schematron, or an expression of it is none of XPath.
    """
    return _engine(source, name, find_spec("saxonche") is not None if saxon is None else saxon)


@cache
def _engine(source: bytes, name: str, saxon: bool) -> Engine:  # noqa: FBT001 - a key of the cache
    schematron = read_schematron(source, name)
    return _Saxon(schematron) if saxon else _Libxslt(schematron)


def _compiles(rule: Rule, schematron: Schematron) -> bool:
    """Tell whether XPath 1 can say all that a rule says."""
    expressions = [rule.context, *(let.get("value", "") for let in rule.lets)]
    for check in rule.checks:
        expressions += [check.test, *(each.get("select", "") for each in check.element.iter("{*}value-of"))]
    used = set(re.findall(r"\$([\w.-]+)", " ".join(expressions)))
    expressions += [let.get("value", "") for let in schematron.lets if let.get("name") in used]
    bare = [re.sub(r"'[^']*'|\"[^\"]*\"", "''", each) for each in expressions]
    if any(_SECOND.search(each) or ":" in re.sub(r"[\w-]+:(?:[\w-]+(?!\()|\*)|::", "", each) for each in bare):
        return False
    try:
        _transform(stylesheet(schematron._replace(lets=(), extensions=()), [[rule._replace(checks=())]], "1.0")[0])
        for expression in expressions:
            etree.XPath(
                expression or "''", namespaces={name: uri for name, uri in schematron.namespaces.items() if name}
            )
    except (etree.XSLTParseError, etree.XPathSyntaxError):
        return False
    return True


def _transform(written: bytes) -> Callable[[Element], etree._XSLTResultTree]:
    return etree.XSLT(etree.fromstring(written), access_control=etree.XSLTAccessControl.DENY_ALL)


def _faulty(schematron: Schematron, told: str) -> UsageError:
    message = f"the Schematron is faulty: {' '.join(told.split())[:300]}"
    return UsageError(message, path=schematron.name, cure="correct the expression")
