"""The wrong examples of the catalogue provoke their rule; the right ones do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.core.catalogue import catalogue
from tei_edition.validation.rules import RULES

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
    assert len(set(RULES)) == len(RULES) >= 25
