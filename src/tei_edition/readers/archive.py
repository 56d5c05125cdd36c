"""Archives of articles: ZIP files and JSON Lines, taken apart into sources of their own.

Nothing is written to disk here, so no path in an archive can lead anywhere; bombs are refused by what they say of
themselves before anything is unpacked, and by what they give while they are.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.core.identifiers import slug
from tei_edition.readers.decode import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator

ARCHIVES = frozenset({".zip", ".jsonl", ".ndjson"})
"""Endings of files that hold several sources, in lower case."""

MOST_MEMBERS = 20_000
MOST_BYTES = 50 * LIMIT
"""Bytes that an archive may hold when it is unpacked."""

_RATIO = 200
_SMALL = 1_000_000
_FIELDS = ("title", "headline", "author", "byline", "date", "periodical", "publication", "page")


@dataclass(frozen=True, slots=True)
class Member:
    """One source of an archive: its name, that of the archive before it, and its bytes."""

    name: str
    data: bytes


def members(name: str, data: bytes) -> Iterator[Member | Finding]:
    """Yield the sources of an archive in their order, and a finding for each that cannot be had.

    Args:
        name: The archive's name; its ending says whether it is a ZIP file or JSON Lines.
        data: Its bytes.
    """
    if PurePosixPath(name.lower()).suffix == ".zip":
        yield from _zipped(name, data)
    else:
        yield from _lines(name, data)


def refused(name: str, data: bytes) -> tuple[Finding, ...]:
    """Return why a ZIP archive is not unpacked (broken, encrypted, a bomb); nothing where it may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        return (finding("X003", f"the file is no whole ZIP archive: {error}", Locus(name)),)
    if any(entry.flag_bits & 1 for entry in entries):
        return (finding("X003", "the archive is encrypted", Locus(name), hint="save it without a password"),)
    size = sum(entry.file_size for entry in entries)
    bomb = size > _SMALL and size > _RATIO * max(len(data), 1)
    if bomb or size > MOST_BYTES or len(entries) > MOST_MEMBERS:
        message = f"the archive would unpack to {size:,} bytes in {len(entries):,} files"
        return (finding("X008", message, Locus(name), hint="unpack it and name the articles themselves"),)
    return ()


def _zipped(name: str, data: bytes) -> Iterator[Member | Finding]:
    findings = refused(name, data)
    yield from findings
    if findings:
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            if entry.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
                continue
            if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                yield finding("X010", f"the member “{entry.filename}” leads out of the archive", Locus(name))
                continue
            yield _member(archive, entry, f"{name}/{path}")


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Member | Finding:
    try:
        with archive.open(entry) as file:
            data = file.read(LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        return finding("X003", f"the member cannot be unpacked: {error}", Locus(name))
    if len(data) > LIMIT:
        return finding("X008", f"the member has more than {LIMIT:,} bytes", Locus(name))
    return Member(name, data)


def _lines(name: str, data: bytes) -> Iterator[Member | Finding]:
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            message = "this line is no JSON object with a string “text”"
            yield finding("X009", message, Locus(name, number))
            continue
        identifier = slug(str(record.get("id", ""))) or f"line-{number}"
        yield Member(f"{name}/{identifier}.txt", _with_fields(record).encode("utf-8", "replace"))


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and isinstance(record.get("text"), str) else None


def _with_fields(record: dict[str, Any]) -> str:
    """Return the record's text, what it says of title, author and date above it as front matter."""
    fields = [(key, " ".join(str(record[key]).split())) for key in _FIELDS if isinstance(record.get(key), str | int)]
    text: str = record["text"]
    if not fields:
        return text
    lines = "".join(f"{key}: {value}\n" for key, value in fields)
    return f"---\n{lines}---\n\n{text}"
