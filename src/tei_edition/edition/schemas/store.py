"""The schemas that a project keeps: a folder of files, and a table of contents that people can read."""

from __future__ import annotations

import json
import posixpath
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tei_edition.core.digest import digest_bytes, digest_value
from tei_edition.core.errors import ProjectError, UsageError
from tei_edition.edition.files import write_whole
from tei_edition.validation.schema_source import SchemaSource

FOLDER = "schemas"
OURS = "tei_edition"
"""The name of the schema that comes with the program."""

_CONTENTS = "schemas.toml"
_NAME = re.compile(r"[A-Za-z][\w.-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One schema of a project.

    Attributes:
        name: Its name in the project.
        source: The path or address that it was added from.
        main: Its file, relative to the folder.
        digest: Of that file.
        files: For each file that it includes the name it is asked by, and the file, relative to the folder.
    """

    name: str
    source: str
    main: str
    digest: str
    files: tuple[tuple[str, str], ...] = ()

    def answers_to(self, address: str) -> bool:
        """Tell whether an address that a document gives means this schema: the same address, or the same file name."""
        return address == self.source or posixpath.basename(address) == posixpath.basename(self.main)


@dataclass(frozen=True, slots=True)
class SchemaStore:
    """The schemas in the folder ``schemas`` of a project; called with an address, it gives the schema that is meant.

    Attributes:
        root: The folder of the project.
    """

    root: Path

    def __call__(self, address: str) -> SchemaSource | None:
        """Return the schema that a document's address means; None where no schema here answers to it."""
        entries = self.entries()
        found = next((each for each in entries.values() if each.source == address), None)
        found = found or next((each for each in entries.values() if each.answers_to(address)), None)
        return self.schema(found.name) if found else None

    def entries(self) -> dict[str, Entry]:
        """Return the schemas by name.

        Raises:
            ProjectError: if the table of contents cannot be read.
        """
        path = self._folder / _CONTENTS
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
            return {name: _entry(name, table) for name, table in tables.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"the list of schemas cannot be read: {error}"
            raise ProjectError(
                message, path=str(path), cure="add the schemas again with `tei-edition schemas add`"
            ) from None

    def schema(self, name: str) -> SchemaSource | None:
        """Return a schema by its name; None where there is none of that name.

        Raises:
            ProjectError: if one of its files is gone.
        """
        entry = self.entries().get(name)
        if entry is None:
            return None
        files = tuple((asked, self._read(file)) for asked, file in entry.files)
        return SchemaSource(_base(entry), self._read(entry.main), files)

    def add(self, name: str, schema: SchemaSource, source: str) -> Entry:
        """Keep a schema under a name, in the place of one that had it.

        Raises:
            UsageError: if the name cannot be one.
            OutputError: if it cannot be written.
        """
        if not _NAME.fullmatch(name) or name == OURS:
            message = f"{name} cannot be the name of a schema"
            raise UsageError(message, cure="choose letters, digits, hyphens and full stops, beginning with a letter")
        main = f"{name}/{_file_name(schema.name)}"
        files = tuple(
            (asked, f"{name}/{number}-{_file_name(asked)}") for number, (asked, _) in enumerate(schema.files, 1)
        )
        entry = Entry(name, source, main, digest_bytes(schema.source), files)
        write_whole(self._folder / main, schema.source)
        for (_, file), (_, data) in zip(files, schema.files, strict=True):
            write_whole(self._folder / file, data)
        entries = {**self.entries(), name: entry}
        write_whole(self._folder / _CONTENTS, "\n".join(_written(entries[each]) for each in sorted(entries)).encode())
        return entry

    @property
    def key(self) -> str:
        """A digest of what there is: the same schemas, the same verdicts."""
        return digest_value(
            [(each.name, each.source, each.main, each.digest, each.files) for each in self.entries().values()]
        )

    @property
    def _folder(self) -> Path:
        return self.root / FOLDER

    def _read(self, file: str) -> bytes:
        path = self._folder / file
        try:
            return path.read_bytes()
        except OSError as error:
            message = f"a file of the schema cannot be read: {error.strerror}"
            raise ProjectError(
                message, path=str(path), cure="add the schema again with `tei-edition schemas add`"
            ) from None


def _entry(name: str, table: dict[str, object]) -> Entry:
    files = table.get("files", {})
    if not isinstance(files, dict):
        message = f"files of {name} is no table"
        raise TypeError(message)
    paths = [str(table["main"]), *map(str, files.values())]
    if any(Path(each).is_absolute() or ".." in Path(each).parts for each in paths):
        message = f"a file of {name} is outside the folder"
        raise ValueError(message)
    included = tuple((str(asked), str(file)) for asked, file in files.items())
    return Entry(name, str(table["source"]), paths[0], str(table["sha256"]), included)


def _base(entry: Entry) -> str:
    """Return the name from which the names of included files are reckoned: the address, or the file's name."""
    return entry.source if "://" in entry.source else posixpath.basename(entry.main)


def _file_name(address: str) -> str:
    return re.sub(r"[^\w.-]", "_", posixpath.basename(address.partition("?")[0])) or "schema.rng"


def _written(entry: Entry) -> str:
    lines = [f"[{json.dumps(entry.name)}]", f"source = {json.dumps(entry.source, ensure_ascii=False)}"]
    lines += [f"main = {json.dumps(entry.main)}", f"sha256 = {json.dumps(entry.digest)}"]
    if entry.files:
        pairs = ", ".join(
            f"{json.dumps(asked, ensure_ascii=False)} = {json.dumps(file)}" for asked, file in entry.files
        )
        lines.append(f"files = {{ {pairs} }}")
    return "\n".join(lines) + "\n"
