"""Of a schema violation and a broken rule that say the same, the one stays that explains more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.issue import Issue

_ATTRIBUTE_CODES = frozenset({"S214", "S215", "S220"})
_ELEMENT_CODES = frozenset({"S210", "S211", "S212", "S213", "S217"})
_RULES_OF_VALUES = frozenset({"R401", "R408", "R421", "R423", "R424", "R427", "R431"})
"""Rules that object to an attribute for the reason that the schema has."""
_RULES_OF_CONTENT = frozenset({"R461", "R463", "R465", "R466"})
"""Rules that object to what an element holds for the reason that the schema has. Errors all: no mere warning may stand
for what makes a document invalid."""
_RULES_OF_WHAT_LACKS = frozenset({"R462", "R464"})
"""Where these hold, the schema says what is missing, and where it would have to stand."""


def without_repetitions(violations: Iterable[Issue], broken_rules: Iterable[Issue]) -> Iterator[Issue]:
    """Yield violations and broken rules, each cause once."""
    found, rules = tuple(violations), tuple(broken_rules)
    lacking = set(_lacking(found))
    kept = [rule for rule in rules if not (rule.code in _RULES_OF_WHAT_LACKS and rule.element in lacking)]
    attributes = {(rule.element, rule.attribute) for rule in kept if rule.code in _RULES_OF_VALUES}
    contents = {rule.element for rule in kept if rule.code in _RULES_OF_CONTENT}
    for violation in found:
        same_attribute = violation.code in _ATTRIBUTE_CODES and (violation.element, violation.attribute) in attributes
        same_content = violation.code in _ELEMENT_CODES and violation.element in contents
        if not same_attribute and not same_content:
            yield violation
    yield from kept


def _lacking(violations: Iterable[Issue]) -> Iterator[Element]:
    """Yield the elements of which the schema says that something is missing."""
    for violation in violations:
        parent = violation.element.getparent()
        if violation.code == "S212":
            yield violation.element
        elif violation.code == "S217" and parent is not None:
            yield parent
