"""jing, the reference validator: what it says of many files at once."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ERROR = re.compile(r"(?P<path>.*?):(?P<line>\d+):(?P<column>\d+): (?:error|fatal): (?P<message>.*)")


def jing(schema: Path, files: Sequence[Path]) -> dict[Path, list[tuple[int, str]]]:
    """Return line and message of each error of each file; a file with a DTD may stop jing and is left out."""
    plain = [file for file in files if b"<!DOCTYPE" not in file.read_bytes()[:4096]]
    run = subprocess.run(
        ["jing", schema, *plain], capture_output=True, text=True, encoding="utf-8", check=False, timeout=600
    )
    found: dict[Path, list[tuple[int, str]]] = {file: [] for file in plain}
    by_name = {str(file): file for file in plain}
    for line in run.stdout.splitlines():
        match = _ERROR.match(line)
        assert match, line
        found[by_name[match["path"]]].append((int(match["line"]), match["message"]))
    return found
