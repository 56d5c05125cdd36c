"""What validation found in each file when last it looked: unchanged files are not looked at again.

Losing it costs time only. What is here counts for one schema, one choice of codes and this very code of tei-edition.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.errors import OutputError
from tei_edition.core.finding import Finding, Locus, Severity
from tei_edition.core.version import VERSION
from tei_edition.edition.files import write_whole

if TYPE_CHECKING:
    from tei_edition.validation import ValidationOptions

FOLDER = Path(".tei-edition", "validation-cache")
_JUDGES = ("core", "schemas", "tei", "validation")
_KEPT = 8


class ValidationCache:
    """The memory of one folder for one way to validate.

    Args:
        folder: Where it is kept, a file for each way to validate.
        options: The way to validate; its functions are not looked at, so there is no memory for inclusions.
    """

    def __init__(self, folder: Path, options: ValidationOptions) -> None:
        schema = digest_bytes(options.schema) if options.schema is not None else None
        choices = [VERSION, _code(), schema, options.check_schema, options.select, options.ignore, options.key]
        self._path = folder / f"{digest_value(choices)[:24]}.json"
        self._known = _load(self._path)
        self._changed = False

    def found(self, path: str, digest: str) -> tuple[Finding, ...] | None:
        """Return what was found in a file of this digest; None where that is not known."""
        entry = self._known.get(path)
        if entry is None or entry[0] != digest:
            return None
        try:
            return tuple(
                Finding(item["code"], Severity(item["severity"]), item["message"], Locus(**item["locus"]), item["hint"])
                for item in entry[1]
            )
        except (TypeError, KeyError, ValueError):
            return None

    def remember(self, path: str, digest: str, findings: tuple[Finding, ...]) -> None:
        """Note what was found in a file of this digest."""
        self._known[path] = (digest, [asdict(each) for each in findings])
        self._changed = True

    def save(self) -> None:
        """Write what is to be remembered; where that cannot be done, nothing is."""
        if not self._changed:
            return
        try:
            write_whole(self._path, json.dumps(self._known).encode())
            older = sorted(self._path.parent.glob("*.json"), key=lambda each: each.stat().st_mtime_ns)[:-_KEPT]
            for path in older:
                path.unlink(missing_ok=True)
        except (OSError, OutputError):
            return


def _load(path: Path) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    try:
        data = json.loads(path.read_bytes())
        return {name: (digest, list(found)) for name, (digest, found) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _code() -> str:
    """Return a digest that changes with the code and the tables that judge documents."""
    package = Path(str(files("tei_edition")))
    judges = [path for room in _JUDGES for path in package.joinpath(room).rglob("*") if path.suffix not in {"", ".pyc"}]
    stamps = sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in judges)
    return digest_value(stamps)
