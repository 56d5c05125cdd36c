"""TEI files on disk, validated: in one process or several, and only those that have changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tei_edition.core.finding import Finding
from tei_edition.edition.executors import Guarded, jobs_for, run
from tei_edition.edition.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_edition.edition.validation_cache import ValidationCache
    from tei_edition.validation import ValidationOptions

_LARGE = 64_000_000
"""In bytes: of larger files it is seen first whether they can be documents."""
_MOST = 200
"""So many files are handed to a process at once: the options, which come along, may hold a schema."""


def validate_files(
    paths: Sequence[Path],
    options: ValidationOptions,
    *,
    cache: ValidationCache | None = None,
    jobs: int | None = None,
) -> tuple[Finding, ...]:
    """Validate files; one that cannot be read is a finding.

    Args:
        paths: The files; findings come in their order.
        options: How to validate.
        cache: What is known of files that have not changed; gets what is found now.
        jobs: How many processes; None: as many as the machine has cores, from a hundred files up.

    Raises:
        UsageError: if the schema of the options is no RELAX NG.
    """
    known = {path: _known(path, cache) for path in paths} if cache else {}
    new = [path for path in paths if known.get(path) is None]
    if new and options.schema is not None and options.table is None and options.check_schema:
        from tei_edition.validation.relaxng import compiled  # noqa: PLC0415 - heavy, and cached findings need none of it

        compiled(options.schema, options.schema_name, options.resolver)
    work = Guarded(partial(_judged, options=options, remembered=cache is not None), _failed)
    judged = dict(zip(new, run(work, new, jobs_for(len(new), jobs), most=_MOST), strict=True))
    if cache:
        for path, (digest, found) in judged.items():
            if digest:
                cache.remember(str(path), digest, found)
        cache.save()
    return tuple(each for path in paths for each in known.get(path) or (judged[path][1] if path in judged else ()))


def _known(path: Path, cache: ValidationCache) -> tuple[Finding, ...] | None:
    data = _read(path)
    return None if isinstance(data, Finding) else cache.found(str(path), _digest(data))


def _read(path: Path) -> bytes | Finding:
    """Return a file's bytes, or why they cannot be had or are no document."""
    if path.is_file() and path.stat().st_size > _LARGE:
        from tei_edition.edition.overlong_files import overlong  # noqa: PLC0415 - few files are so large

        try:
            endless = overlong(path)
        except OSError:
            endless = None  # what is wrong is told below
        if endless:
            return endless
    return read_bytes(path)


def _judged(path: Path, *, options: ValidationOptions, remembered: bool) -> tuple[str, tuple[Finding, ...]]:
    """Return the digest of a file, empty where nobody wants it or it cannot be read, and what was found in it."""
    from tei_edition.validation import validate  # noqa: PLC0415 - heavy, and cached findings need none of it

    data = _read(path)
    if isinstance(data, Finding):
        return "", (data,)
    return _digest(data) if remembered else "", validate(data, str(path), options=options).findings


def _digest(data: bytes) -> str:
    from tei_edition.core.digest import digest_bytes  # noqa: PLC0415 - needed only where findings are remembered

    return digest_bytes(data)


def _failed(path: Path, defect: Finding) -> tuple[str, tuple[Finding, ...]]:
    return "", (defect.at(str(path)),)
