"""What a project says of its editions: [epub], [html], [data] and [elements] of edition.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, cast

from tei_edition.exporters.xhtml.presentation import Presentation, look_of, selector_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tei_edition.exporters.xhtml.presentation import Certainty

_LOOKS: Mapping[str, type] = {"css": str, "templates": str, "files": str}
_SHOWN: Mapping[str, type] = {"speakers": bool, "reviewed": bool, "certainty": str}
EPUB_KEYS: Mapping[str, type] = {"name": str, "books": list, "cover": str, **_LOOKS, **_SHOWN}
HTML_KEYS: Mapping[str, type] = {"introduction": str, **_LOOKS, **_SHOWN}
DATA_KEYS: Mapping[str, type] = {"formats": list, "base": str}
"""The keys of the sections, and the types of their values."""

FORMATS = ("csv", "json", "jsonld", "geojson", "ttl")
_BOOKS = ("edition", "issue", "article")
_CERTAINTIES = ("low", "medium", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an edition looks.

    Attributes:
        css: A style sheet: instead of ours in books, after ours on web pages.
        templates: A folder of templates of pages.
        files: A folder of further files that templates and style sheet use.
        presentation: How texts are shown.
    """

    css: Path | None = None
    templates: Path | None = None
    files: Path | None = None
    presentation: Presentation = field(default_factory=Presentation)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSettings:
    """The section [epub].

    Attributes:
        name: File name of the book, without ``.epub``.
        books: What gets a book: the whole ``edition``, each ``issue``, each ``article``.
        cover: An image for the book's cover; None: one is made from its title.
        layout: How it looks.
    """

    name: str = "edition"
    books: tuple[str, ...] = _BOOKS[:1]
    cover: Path | None = None
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The section [html].

    Attributes:
        folder: Of the web edition.
        introduction: A paragraph for its first page.
        layout: How it looks.
    """

    folder: Path
    introduction: str = ""
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSettings:
    """The section [data].

    Attributes:
        folder: Of the data.
        formats: Of ``FORMATS``.
        base: Address at which the documents are published; empty where that is not known.
    """

    folder: Path
    formats: tuple[str, ...] = FORMATS
    base: str = ""


@dataclass(frozen=True, slots=True)
class Sections:
    """Reads the sections, whose keys have values of the right types.

    Attributes:
        data: All sections of edition.toml.
        root: Its folder.
        fail: Takes a key, what is wrong with it and the cure, and raises.
    """

    data: Mapping[str, Mapping[str, Any]]
    root: Path
    fail: Callable[[str, str, str], NoReturn]

    def book(self) -> BookSettings:
        """Return the section [epub]."""
        table = self._table("epub")
        name: str = table.get("name", "edition")
        if not re.fullmatch(r"[\w][\w.\- ]*", name):
            self.fail("name", f"“{name}” cannot be a file name", "use letters, digits, hyphens; no folder, no .epub")
        return BookSettings(
            name=name.removesuffix(".epub"),
            books=self.choices("epub", "books", _BOOKS, _BOOKS[:1]),
            cover=self._file("epub", "cover"),
            layout=self._layout("epub", speakers=False),
        )

    def site(self, folder: Path) -> SiteSettings | None:
        """Return the section [html]; None where it is not there."""
        if "html" not in self.data:
            return None
        introduction = self._table("html").get("introduction", "")
        return SiteSettings(folder=folder, introduction=introduction, layout=self._layout("html", speakers=True))

    def exported_data(self, folder: Path) -> DataSettings | None:
        """Return the section [data]; None where it is not there."""
        if "data" not in self.data:
            return None
        base: str = self._table("data").get("base", "")
        if base and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", base):
            self.fail("base", f"“{base}” is no web address", 'write it as "https://example.org/edition"')
        return DataSettings(folder=folder, formats=self.choices("data", "formats", FORMATS, FORMATS), base=base)

    def choices(self, section: str, key: str, known: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values of a key, all of them among ``known``."""
        values = self.strings(section, key, default)
        for value in values:
            self._one_of(key, value, known)
        return values

    def choice(self, section: str, key: str, known: tuple[str, ...], default: str) -> str:
        """Return the value of a key, one of ``known``, or ``default`` where it is not there."""
        value: str = self._table(section).get(key, default)
        if value != default:
            self._one_of(key, value, known)
        return value

    def strings(self, section: str, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Return the strings of a key."""
        values = self._table(section).get(key)
        if values is None:
            return default
        if not all(isinstance(value, str) for value in values):
            self.fail(key, f"{key} must be a list of strings", f'write {key} = ["…", "…"]')
        return tuple(values)

    def _layout(self, section: str, *, speakers: bool) -> Layout:
        return Layout(
            css=self._file(section, "css"),
            templates=self._folder(section, "templates"),
            files=self._folder(section, "files"),
            presentation=self._presentation(section, speakers=speakers),
        )

    def _presentation(self, section: str, *, speakers: bool) -> Presentation:
        table, elements = self._table(section), self._table("elements")
        for name, value in elements.items():
            self._checked(selector_of, name, name, "is no element", '"rs", "{namespace}name" or "rs[type=ship]"')
            self._checked(look_of, name, value, "is no look", 'an HTML element, a class or both: "blockquote.letter"')
        return Presentation(
            speakers=table.get("speakers", speakers),
            reviewed=table.get("reviewed", False),
            certainty=cast("Certainty", self.choice(section, "certainty", _CERTAINTIES, "")),
            elements=elements,
        )

    def _checked(self, check: Callable[[str], object], key: str, value: str, what: str, cure: str) -> None:
        try:
            check(value)
        except ValueError:
            self.fail(key, f"“{value}” {what}", f"write {cure}")

    def _one_of(self, key: str, value: str, known: tuple[str, ...]) -> None:
        if value not in known:
            self.fail(key, f"there is no {key.removesuffix('s')} “{value}”", f"choose from {', '.join(known)}")

    def _file(self, section: str, key: str) -> Path | None:
        name = self._table(section).get(key)
        if name is not None and not (self.root / name).is_file():
            self.fail(key, f"there is no file {name}", "give its path from the folder of edition.toml")
        return self.root / name if name is not None else None

    def _folder(self, section: str, key: str) -> Path | None:
        name = self._table(section).get(key)
        if name is not None and not (self.root / name).is_dir():
            self.fail(key, f"there is no folder {name}", "give its path from the folder of edition.toml")
        return self.root / name if name is not None else None

    def _table(self, name: str) -> Mapping[str, Any]:
        return self.data.get(name, {})
