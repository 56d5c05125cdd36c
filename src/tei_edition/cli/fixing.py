"""``tei-edition validate --diff`` and ``--fix``: what is mended, shown and written."""

from __future__ import annotations

import difflib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.cli.render import counted, echo
from tei_edition.edition.files import read_bytes, write_whole
from tei_edition.validation.fixing import Mended, mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.core.finding import Finding


def mend(findings: Iterable[Finding], *, show: bool, write: bool, err: bool) -> bool:
    """Mend what can be mended safely; tell of it; return whether a file was written.

    Args:
        findings: What was found in the files as they are.
        show: Whether to print the changes, as ``diff -u`` does.
        write: Whether to make them.
        err: Tell of it on standard error, as standard output is for a report that programs read.

    Raises:
        OutputError: if a file cannot be written.
    """
    cured = files = 0
    for path, data, better in _mended(findings):
        cured, files = cured + len(better.cured), files + 1
        if show:
            echo("".join(_difference(path, data, better.data)).rstrip("\n"), err=err)
        if write:
            write_whole(path, better.data)
    if files:
        would = "mended" if write else "--fix would mend"
        echo(f"{would} {counted(cured, 'finding')} in {counted(files, 'file')}", err=err)
    elif show:
        echo("there is nothing that --fix can mend", err=err)
    return write and files > 0


def _mended(findings: Iterable[Finding]) -> Iterator[tuple[Path, bytes, Mended]]:
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        by_path[each.locus.path].append(each)
    for path, found in by_path.items():
        data = read_bytes(Path(path))
        if isinstance(data, bytes):
            better = mended(data, found)
            if better.cured:
                yield Path(path), data, better


def _difference(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    for line in difflib.unified_diff(old, new, str(path), str(path), n=1):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
