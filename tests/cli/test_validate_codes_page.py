from __future__ import annotations

import re
import runpy
from pathlib import Path

from tei_edition.core.catalogue import catalogue

ROOT = Path(__file__).parents[2]


def test_the_page_of_codes_is_in_step_with_the_catalogue() -> None:
    written = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    page: str = runpy.run_path(str(ROOT / "docs" / "write_codes.py"))["page"]()
    assert written == page, "run: python docs/write_codes.py"
    assert re.findall(r"^## (\w+)$", written, re.MULTILINE) == list(catalogue())


def test_hook_and_action_call_the_command_with_options_it_has() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert "entry: tei-edition validate --quiet\n" in hook
    assert "run: tei-edition validate --format github " in action
    # What a user gives reaches the shell as a variable, never as a part of the script.
    assert not re.search(r"run:.*\$\{\{", action)
