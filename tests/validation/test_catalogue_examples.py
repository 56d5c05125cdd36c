"""The wrong examples of the catalogue provoke their rule; the right ones do not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tei_edition.core.catalogue import catalogue
from tei_edition.tei.parse import parse
from tei_edition.validation.context import context_of
from tei_edition.validation.rules import RULES, rules_for

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = [code for code in catalogue() if code.startswith(("S2", "R4", "E50", "X1", "X02"))]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    rule = catalogue()[code]
    assert rule.title
    assert rule.explanation.endswith(".")
    assert rule.cure
    assert not rule.cure.endswith(".")


@pytest.mark.parametrize("code", [code for code in CODES if catalogue()[code].wrong])
def test_wrong_example_provokes_its_rule(code: str, codes: Callable[..., list[str]]) -> None:
    assert code in codes(catalogue()[code].wrong, schema=code.startswith("S"))


@pytest.mark.parametrize("code", [code for code in CODES if catalogue()[code].right])
def test_right_example_breaks_no_rule_of_its_severity(code: str, codes: Callable[..., list[str]]) -> None:
    right = codes(catalogue()[code].right, schema=code.startswith("S"))
    assert code not in right
    if code.startswith("S"):
        assert not [each for each in right if each.startswith("S")]


def test_every_rule_stands_in_the_tuple_once() -> None:
    assert len(dict(RULES)) == len(RULES) >= 25


@pytest.mark.parametrize("module", [module for module, _ in RULES])
def test_a_rule_that_is_not_asked_would_find_nothing(module: str, document: Callable[[str], bytes]) -> None:
    check = import_module(f"tei_edition.validation.rules.{module}").check
    examples = [example for rule in catalogue().values() for example in (rule.wrong, rule.right) if example]
    for example in examples:
        root = parse(document(example)).root
        if root is not None:
            context = context_of(root)
            assert check in rules_for(context) or not list(check(context))
