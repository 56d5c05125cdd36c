"""Of a schema violation and a broken rule that say the same of the same place, the rule stays: it explains more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.validation.issue import Issue

_ATTRIBUTE_CODES = frozenset({"S214", "S215", "S220"})
_ELEMENT_CODES = frozenset({"S210", "S211", "S212", "S213", "S217"})
_RULES_OF_VALUES = frozenset({"R401", "R408", "R421", "R423", "R424", "R427", "R431"})
"""Rules that object to an attribute for the reason that the schema has."""
_RULES_OF_CONTENT = ("R46", "R47")
"""Rules about what an element holds say what these codes of the schema say; rules about its text do not."""


def without_repetitions(violations: Iterable[Issue], broken_rules: Iterable[Issue]) -> Iterator[Issue]:
    """Yield violations and broken rules, leaving out violations that a rule repeats with its reason."""
    rules = tuple(broken_rules)
    attributes = {(rule.element, rule.attribute) for rule in rules if rule.code in _RULES_OF_VALUES}
    contents = {rule.element for rule in rules if rule.code.startswith(_RULES_OF_CONTENT)}
    for violation in violations:
        same_attribute = violation.code in _ATTRIBUTE_CODES and (violation.element, violation.attribute) in attributes
        same_content = violation.code in _ELEMENT_CODES and violation.element in contents
        if not same_attribute and not same_content:
            yield violation
    yield from rules
