from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tei_edition.core.catalogue import catalogue

if TYPE_CHECKING:
    from conftest import Command

ORDER = "XSREATBW"
ROOT = Path(__file__).parents[2]


def test_the_page_of_codes_is_in_step_with_the_catalogue() -> None:
    written = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    page: str = runpy.run_path(str(ROOT / "docs" / "write_codes.py"))["page"]()
    assert written == page, "run: python docs/write_codes.py"
    assert re.findall(r"^## (\w+)$", written, re.MULTILINE) == list(catalogue())


def test_the_page_for_browsers_is_in_step_and_needs_no_network(tei_edition: Command) -> None:
    written = (ROOT / "docs" / "codes.html").read_text(encoding="utf-8")
    assert written == tei_edition("explain", "--format", "html").stdout, "run: python docs/write_codes.py"
    page = html.document_fromstring(written)
    assert [each.get("id") for each in page.iter("h3")] == sorted(
        catalogue(), key=lambda code: (ORDER.index(code[0]), code)
    )
    targets = {each.get("href", "") for each in page.iter("a")}
    assert targets == {f"#{code}" for code in catalogue()}
    assert not list(page.iter("script", "link", "img"))
    examples = {each.text_content() for each in page.iter("code")}
    for rule in catalogue().values():
        assert {example.strip() for example in (rule.wrong, rule.right) if example.strip()} <= examples, rule.code


def test_a_family_has_a_page_too(tei_edition: Command) -> None:
    page = html.document_fromstring(tei_edition("explain", "X1", "--format", "html").stdout)
    assert [each.get("id") for each in page.iter("h3")] == [code for code in catalogue() if code.startswith("X1")]


def test_hook_and_action_call_the_command_with_options_it_has() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert "entry: tei-edition validate --quiet\n" in hook
    assert "run: tei-edition validate --format github " in action
    # What a user gives reaches the shell as a variable, never as a part of the script.
    assert not re.search(r"run:.*\$\{\{", action)
