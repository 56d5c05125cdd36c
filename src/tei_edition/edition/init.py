"""A new edition project: a folder with a commented edition.toml, and one for the sources."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.core.errors import OutputError, UsageError
from tei_edition.edition.config import FILE_NAME
from tei_edition.edition.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED = "/output/\n/.tei-edition/\n"


def init(folder: Path) -> tuple[Path, ...]:
    """Make a project in a folder, which need not exist; nothing that stands there is changed.

    Returns:
        The files written.

    Raises:
        UsageError: if the folder has an edition.toml already.
        OutputError: if it cannot be written.
    """
    configuration = folder / FILE_NAME
    if configuration.exists():
        message = f"there is an {FILE_NAME} here already"
        raise UsageError(message, path=str(folder), cure="edit it, or choose another folder")
    text = files("tei_edition.edition").joinpath(FILE_NAME).read_text(encoding="utf-8")
    title = "".join(c for c in folder.resolve().name if c.isprintable() and c not in '\\"')
    write_whole(configuration, text.replace("{title}", title).encode())
    written = [configuration]
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, _IGNORED.encode())
        written.append(ignore)
    try:
        (folder / "sources").mkdir(exist_ok=True)
    except OSError as error:
        message = f"cannot make the folder sources: {error.strerror}"
        raise OutputError(message, path=str(folder), cure="check the folder and its permissions") from None
    return tuple(written)
