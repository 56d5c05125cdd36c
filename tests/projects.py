"""Edition projects on disk for tests: sources that differ in what they state, and what a build leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """The Argus(logo)
Vol.12/No.{number} May {number}, 1951

{title}
"The harbour is ours," said John Mill in Leeds on Tuesday, and the petty- minded crowd, petty as it was, minded it.

Mill left for {city}, where the Harbour Board met for two days under its chairman, and then returned at once.

- MARY WOOD
"""


def article(number: int = 1, title: str = "Works Begin at Harbour", city: str = "London") -> str:
    """Return a raw article; those of one number and title want the same id."""
    return ARTICLE.format(number=number, title=title, city=city)


def project(folder: Path, sources: dict[str, str], configuration: str = "") -> Path:
    """Make a project in a folder: sources by their path below ``sources``, and an edition.toml."""
    (folder / "sources").mkdir(parents=True)
    (folder / "edition.toml").write_text(configuration, encoding="utf-8")
    for name, text in sources.items():
        put(folder, name, text)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    """Write a source."""
    path = folder / "sources" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(folder: Path, jobs: int | None = None) -> Report:
    """Build what stands in a folder."""
    return build(load(folder), jobs=jobs)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def outputs(folder: Path) -> dict[str, bytes]:
    """Return what a build left in the output folders."""
    return {f"output/{name}": data for name, data in files_in(folder / "output").items()}
