"""Tables beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.tables import rows

if TYPE_CHECKING:
    from pathlib import Path

CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\t#", exclude_categories=("Cc", "Zl", "Zp")), min_size=1
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


def read(folder: Path, text: str, cells: int) -> list[list[str]]:
    (folder / "one.tsv").write_text(text, encoding="utf-8")
    return list(rows(str(folder / "module.py"), "one.tsv", cells))


@given(table=st.lists(st.lists(CELL, min_size=3, max_size=3)))
def test_what_is_written_is_read(folder: Path, table: list[list[str]]) -> None:
    assert read(folder, "".join("\t".join(row) + "\n" for row in table), 3) == table


def test_comments_and_empty_lines_are_no_rows_and_missing_cells_are_empty(folder: Path) -> None:
    assert read(folder, "# marks\n\na\tb\n# more\nc\nd\te\tf\n", 3) == [["a", "b", ""], ["c", "", ""], ["d", "e", "f"]]
