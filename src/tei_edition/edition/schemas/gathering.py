"""A schema and the files that it includes, brought together from a folder or, when asked for, from the web."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from tei_edition.core.errors import UsageError
from tei_edition.core.finding import Finding
from tei_edition.edition.files import read_bytes
from tei_edition.validation.relaxng.files import RNG, SchemaFiles
from tei_edition.validation.schema_source import SchemaSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SECONDS = 60
_LARGEST = 64_000_000
_MOST = 500
_OTHER_LANGUAGES = {
    ".rnc": "the compact syntax: convert it with `trang schema.rnc schema.rng`",
    ".odd": "an ODD: make an RNG of it with roma.tei-c.org or TEI Garage",
    ".xsd": "W3C Schema: take the .rng that was made from the same ODD",
    ".dtd": "a DTD: take the .rng that was made from the same ODD",
}


def from_file(path: Path) -> SchemaSource:
    """Return the schema in a file, with the local files that it includes.

    Raises:
        UsageError: if it cannot be read, is no RELAX NG in XML syntax, or includes what is not there.
    """
    _refuse_other_languages(path.name)
    data = read_bytes(path)
    if isinstance(data, Finding):
        raise UsageError(data.message, path=str(path), cure=data.hint)
    return _gathered(path.name, data, lambda name: _beside(path.parent, name))


def from_web(address: str) -> SchemaSource:
    """Return the schema at an address of the web, with the files that it includes.

    Raises:
        UsageError: if it cannot be had, or is no RELAX NG in XML syntax.
    """
    _refuse_other_languages(address)
    return _gathered(address, _fetched(address), lambda name: _fetched(name) if "://" in name else None)


def _gathered(name: str, source: bytes, fetch: Callable[[str], bytes | None]) -> SchemaSource:
    files: dict[str, bytes] = {}
    waiting = [(name, source)]
    parser = SchemaFiles(None)
    while waiting:
        file, data = waiting.pop()
        root = parser.parse(data, file)
        for node in root.iter(RNG + "include", RNG + "externalRef"):
            href = node.get("href", "")
            wanted = href if "://" in href else posixpath.join(posixpath.dirname(file), href)
            found = fetch(wanted) if wanted not in files and len(files) < _MOST else None
            if found is not None:
                files[wanted] = found
                waiting.append((wanted, found))
    return SchemaSource(name, source, tuple(sorted(files.items())))


def _beside(folder: Path, name: str) -> bytes | None:
    if "://" in name:
        return None
    data = read_bytes(folder / name)
    return None if isinstance(data, Finding) else data


def _fetched(address: str) -> bytes:
    from urllib.error import URLError  # noqa: PLC0415 - only who asks for the web loads it
    from urllib.request import Request, urlopen  # noqa: PLC0415 - see above

    if not address.lower().startswith(("http://", "https://")):
        message = "only http and https addresses are fetched"
        raise UsageError(message, path=address, cure="give the file itself")
    try:
        request = Request(address, headers={"User-Agent": "tei-edition"})  # noqa: S310 - the scheme was checked above
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - see above
            data: bytes = answer.read(_LARGEST + 1)
    except (URLError, OSError, ValueError) as error:
        message = f"the schema cannot be fetched: {error}"
        raise UsageError(message, path=address, cure="check the address and the connection, or give a file") from None
    if len(data) > _LARGEST:
        message = "this is too large for a schema"
        raise UsageError(message, path=address, cure="check the address")
    return data


def _refuse_other_languages(name: str) -> None:
    kind = next((told for suffix, told in _OTHER_LANGUAGES.items() if name.lower().endswith(suffix)), "")
    if kind:
        language, cure = kind.split(": ", 1)
        message = f"this is {language}, and not RELAX NG in XML syntax"
        raise UsageError(message, path=name, cure=cure)
