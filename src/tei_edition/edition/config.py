"""edition.toml: what a user says of an edition, checked and typed."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NoReturn

from tei_edition.core.catalogue import catalogue
from tei_edition.core.dates import w3c
from tei_edition.core.errors import ProjectError
from tei_edition.edition.export_settings import DATA_KEYS, EPUB_KEYS, HTML_KEYS, BookSettings, Sections
from tei_edition.edition.validation_settings import KEYS as VALIDATION_KEYS
from tei_edition.edition.validation_settings import ValidationSettings, settings_of
from tei_edition.encoding.options import Editor, EncodeOptions
from tei_edition.readers.profile import profile_of
from tei_edition.readers.reading import ARTICLES, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tei_edition.edition.export_settings import DataSettings, SiteSettings
    from tei_edition.readers.profile import Profile

FILE_NAME = "edition.toml"

_SECTIONS: Mapping[str, Mapping[str, type]] = {
    "edition": {
        "title": str,
        "identifier": str,
        "language": str,
        "publisher": str,
        "place": str,
        "date": str,
        "licence": str,
        "licence_target": str,
        "status": str,
        "editors": list,
    },
    "sources": {"folder": str, "include": list, "periodical": str, "language": str, "profiles": list, "articles": str},
    "repairs": {"off": list},
    "tagging": {"taggers": list},
    "output": {"tei": str, "epub": str, "text": str, "html": str, "data": str},
    "epub": EPUB_KEYS,
    "text": {"flavours": list, "notes": str},
    "validation": VALIDATION_KEYS,
    "html": HTML_KEYS,
    "data": DATA_KEYS,
    "elements": {},
    "build": {"jobs": int},
}
_EDITOR_KEYS: Mapping[str, type] = {"id": str, "name": str, "responsibility": str}
_FLAVOURS = ("reading", "diplomatic", "normalised", "markdown", "conll", "conllu")
_NOTES = ("end", "none")
_TYPE_NAMES = {
    str: "a string",
    list: "a list of strings",
    int: "a whole number",
    bool: "true or false",
    dict: "a table",
}
_NCNAME = re.compile(r"[^\W\d][\w.\-]*")
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,3}|[xX](?=-))(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """An edition as its edition.toml describes it; all paths are absolute.

    Attributes:
        root: The folder of edition.toml.
        title: Title of the edition, for its book.
        identifier: A URN, DOI or URI of the edition; None: derived from its content.
        language: BCP 47 tag of the edition.
        sources: Folder of the raw articles.
        include: Patterns of the files in it, as ``Path.glob`` takes them.
        read: What the user knows about the sources.
        encode: What every header says of the edition.
        taggers: Names of taggers in the order of their authority.
        tei: Folder of the TEI documents.
        epub: Folder of the book.
        text: Folder of the plain texts.
        book: Which books there are, and how they look.
        flavours: The plain texts to make.
        notes: Where they have their notes: ``end`` or ``none``.
        validation: Which findings ``validate`` tells, and against which schema.
        site: The web edition; None: there is none.
        data: The data that are exported; None: there are none.
        jobs: How many processes; None: as many as the machine has cores, where there is work for them.
    """

    root: Path
    title: str
    identifier: str | None = None
    language: str | None = None
    sources: Path
    include: tuple[str, ...] = ("*.txt",)
    read: ReadOptions = field(default_factory=ReadOptions)
    encode: EncodeOptions = field(default_factory=EncodeOptions)
    taggers: tuple[str, ...] = ("default",)
    tei: Path
    epub: Path
    text: Path
    book: BookSettings = field(default_factory=BookSettings)
    flavours: tuple[str, ...] = _FLAVOURS[:2]
    notes: str = "end"
    validation: ValidationSettings = field(default_factory=ValidationSettings)
    site: SiteSettings | None = None
    data: DataSettings | None = None
    jobs: int | None = None


def load(folder: Path, *, default_date: str | None = None) -> Project:
    """Read the edition.toml of a folder.

    Args:
        folder: The project's folder.
        default_date: The edition's date where the file gives none (``files.source_date``).

    Raises:
        ProjectError: if the file is missing, is no TOML, or says something impossible; names line and cure.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        message = f"there is no {FILE_NAME} here"
        cure = "run the command in the project's folder, name it with --project, or make one: tei-edition init DIR"
        raise ProjectError(message, path=str(folder), cure=cure) from None
    except IsADirectoryError:
        message = f"{FILE_NAME} is a folder here"
        raise ProjectError(
            message, path=str(path), cure="rename the folder; `tei-edition init` makes the file"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read: {error}"
        raise ProjectError(message, path=str(path), cure="save it as a text file in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(error, path, text) from None
    return _Reader(path, text, data).project(default_date)


def _toml_error(error: tomllib.TOMLDecodeError, path: Path, text: str) -> ProjectError:
    match = re.search(r"\(at line (\d+), column \d+\)", str(error))
    message = f"no valid TOML: {str(error).partition(' (at ')[0].lower()}"
    last = text.rstrip("\n").count("\n") + 1
    cure = "mend this line; strings stand in quotation marks, lists in [ ]"
    return ProjectError(message, path=str(path), line=int(match[1]) if match else last, cure=cure)


class _Reader:
    """Takes the tables of one edition.toml apart, and knows where each key stands."""

    def __init__(self, path: Path, text: str, data: Mapping[str, Any]) -> None:
        self._path = path
        self._text = text
        self._data = data
        self._sections = Sections(data, path.parent, self._fail)

    def project(self, default_date: str | None) -> Project:
        for name, table in self._data.items():
            self._known(name, _SECTIONS, "section")
            if not isinstance(table, dict):
                self._fail(name, f"[{name}] must be a table", f"write [{name}] on a line of its own")
            for key, value in table.items():
                if name == "elements":
                    self._typed(key, value, str)
                    continue
                self._known(key, _SECTIONS[name], f"key of [{name}]")
                self._typed(key, value, _SECTIONS[name][key])
        edition, sources = self._table("edition"), self._table("sources")
        language = self._language("edition")
        return Project(
            root=self._path.parent,
            title=edition.get("title") or self._path.parent.resolve().name,
            identifier=edition.get("identifier"),
            language=language,
            sources=self._inside(sources.get("folder", "sources")),
            include=self._patterns(),
            read=ReadOptions(
                language=self._language("sources") or language,
                periodical=sources.get("periodical"),
                off=self._off(),
                profiles=self._profiles(),
                articles=self._sections.choice("sources", "articles", ARTICLES, "one"),
            ),
            encode=self._encode(edition, default_date),
            taggers=self._sections.strings("tagging", "taggers", ("default",)),
            tei=self._output("tei"),
            epub=self._output("epub"),
            text=self._output("text"),
            book=self._sections.book(),
            flavours=self._sections.choices("text", "flavours", _FLAVOURS, _FLAVOURS[:2]),
            notes=self._sections.choice("text", "notes", _NOTES, "end"),
            site=self._sections.site(self._output("html")),
            data=self._sections.exported_data(self._output("data")),
            validation=settings_of(self._table("validation"), self._path.parent, self._fail),
            jobs=self._jobs(),
        )

    def _table(self, name: str) -> dict[str, Any]:
        table: dict[str, Any] = self._data.get(name, {})
        return table

    def _encode(self, edition: Mapping[str, Any], default_date: str | None) -> EncodeOptions:
        date = edition.get("date", default_date)
        match = _DATE.fullmatch(date) if date else None
        if date and not (match and w3c(*(int(part) for part in match.groups() if part))):
            self._fail("date", f"“{date}” is no date", 'write it as "2026", "2026-11" or "2026-11-23"')
        editors = tuple(self._editor(entry) for entry in edition.get("editors", ()))
        for identifier, count in Counter(editor.id for editor in editors).items():
            if count > 1:
                self._fail("id", f"{count} editors have the id {identifier}", "give each an id of its own")
        return EncodeOptions(
            publisher=edition.get("publisher"),
            place=edition.get("place"),
            date=date,
            licence=edition.get("licence"),
            licence_target=edition.get("licence_target"),
            editors=editors,
            status=edition.get("status", "draft"),
        )

    def _editor(self, entry: object) -> Editor:
        if not isinstance(entry, dict) or not entry.get("name") or not entry.get("id"):
            message, cure = "an editor needs an id and a name", '[[edition.editors]] with id = "ed-mw" and name = "…"'
            self._fail("editors", message, cure)
        for key, value in entry.items():
            self._known(key, _EDITOR_KEYS, "key of [[edition.editors]]")
            self._typed(key, value, str)
        if not _NCNAME.fullmatch(entry["id"]) or entry["id"].startswith("resp-"):
            message = f"“{entry['id']}” cannot be an editor's id"
            self._fail("id", message, "use letters, digits and hyphens, a letter first, not resp-…")
        return Editor(**entry)

    def _patterns(self) -> tuple[str, ...]:
        patterns = self._sections.strings("sources", "include", ("*.txt",))
        for pattern in patterns:
            parts = PurePath(pattern).parts
            if not parts or PurePath(pattern).is_absolute() or ".." in parts or "**" in pattern.replace("**/", ""):
                message = f"“{pattern}” is no pattern of files in the folder of the sources"
                self._fail("include", message, 'write patterns such as "*.txt" or "**/*.txt"')
        return patterns

    def _language(self, section: str) -> str | None:
        tag: str | None = self._table(section).get("language")
        if tag is not None and not _LANGUAGE.fullmatch(tag):
            self._fail("language", f"“{tag}” is no language tag", 'write it as BCP 47 does: "en", "de-AT", "zh-Hant"')
        return tag

    def _profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of periodicals that the project brings along."""
        found: list[Profile] = []
        for name in self._sections.strings("sources", "profiles", ()):
            try:
                found.append(profile_of(tomllib.loads(self._inside(name).read_text(encoding="utf-8"))))
            except (OSError, ValueError) as error:
                what = error.strerror if isinstance(error, OSError) else str(error)
                self._fail(
                    "profiles", f"{name} is no profile: {what}", "give the path of a TOML file like the ones shipped"
                )
        return tuple(found)

    def _off(self) -> frozenset[str]:
        codes = self._sections.strings("repairs", "off", ())
        for code in codes:
            if code not in catalogue():
                self._fail(
                    "off", f"there is no repair {code}", "`tei-edition explain` lists the codes; A6… are repairs"
                )
        return frozenset(codes)

    def _jobs(self) -> int | None:
        jobs: int | None = self._table("build").get("jobs")
        if jobs is not None and jobs < 1:
            self._fail("jobs", f"{jobs} processes cannot work", "give 1 or more, or leave it out")
        return jobs

    def _output(self, key: str) -> Path:
        """Return a folder of output: within the project, and apart from the sources, which no build may touch."""
        name = self._table("output").get(key, f"output/{key}")
        folder, root = self._inside(name).resolve(), self._path.parent.resolve()
        sources = self._inside(self._table("sources").get("folder", "sources")).resolve()
        if not folder.is_relative_to(root) or folder == root:
            self._fail(key, f"“{name}” is no folder within the project", f'write {key} = "output/{key}"')
        if folder.is_relative_to(sources):
            self._fail(key, f"“{name}” is in the folder of the sources", f'write {key} = "output/{key}"')
        return self._inside(name)

    def _inside(self, name: str) -> Path:
        return self._path.parent / name

    def _known(self, name: str, names: Mapping[str, object], what: str) -> None:
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            cure = f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
            self._fail(name, f"“{name}” is no {what}", cure)

    def _typed(self, key: str, value: object, kind: type) -> None:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self._fail(key, f"{key} must be {_TYPE_NAMES[kind]}", f"it is {value!r}")

    def _fail(self, key: str, message: str, cure: str) -> NoReturn:
        pattern = re.compile(rf"^\s*\[*(?:[\w\"]+\.)*\"?{re.escape(key)}\"?\s*[\].=]", re.MULTILINE)
        match = pattern.search(self._text)
        line = self._text.count("\n", 0, match.end()) + 1 if match else 0
        raise ProjectError(message, path=str(self._path), line=line, cure=cure)
