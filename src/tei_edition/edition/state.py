"""What the last build made of each source and wrote to each output: the memory of incremental builds.

Losing it costs time only; a file that does not fit what is here is built again.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition.core.finding import Finding, Locus, Severity
from tei_edition.edition.files import write_whole
from tei_edition.model.registry import Entity

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """What one source became.

    Attributes:
        key: Digest of all that its document depends on.
        wanted: The id that its reader proposed.
        id: The id that it was given.
        date: Its date in W3C form; empty where unknown.
        output: Path of the document, relative to the project.
        sha256: Digest of the document's bytes.
        entities: What it mentions.
        findings: What was found in it.
    """

    key: str
    wanted: str
    id: str
    date: str
    output: str
    sha256: str
    entities: tuple[Entity, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportState:
    """What was written to one output: the digest of all that it depends on, and of its bytes."""

    key: str
    sha256: str
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class State:
    """All that is remembered: articles by source name, exports by path; paths are relative to the project."""

    articles: dict[str, ArticleState] = field(default_factory=dict)
    exports: dict[str, ExportState] = field(default_factory=dict)


def load_state(path: Path) -> State:
    """Return what is remembered in a file; nothing where it is missing, damaged or of another version."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != _FORMAT:
            return State()
        return State(
            {name: _article(entry) for name, entry in data["articles"].items()},
            {name: _export(entry) for name, entry in data["exports"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return State()


def save_state(path: Path, state: State) -> None:
    """Write what is to be remembered.

    Raises:
        OutputError: if it cannot be written.
    """
    data = {
        "format": _FORMAT,
        "articles": {name: asdict(entry) for name, entry in sorted(state.articles.items())},
        "exports": {name: asdict(entry) for name, entry in sorted(state.exports.items())},
    }
    write_whole(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _article(entry: dict[str, Any]) -> ArticleState:
    entities = tuple(
        Entity(
            **{
                **item,
                "names": tuple(item["names"]),
                "idnos": tuple((kind, value) for kind, value in item["idnos"]),
                "features": tuple((name, value) for name, value in item["features"]),
            }
        )
        for item in entry["entities"]
    )
    return ArticleState(**{**entry, "entities": entities, "findings": _findings(entry["findings"])})


def _export(entry: dict[str, Any]) -> ExportState:
    return ExportState(**{**entry, "findings": _findings(entry["findings"])})


def _findings(entries: list[dict[str, Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(item["code"], Severity(item["severity"]), item["message"], Locus(**item["locus"]), item["hint"])
        for item in entries
    )
