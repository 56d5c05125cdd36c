"""Every key of edition.toml, as the template of ``init`` shows it, and what it does."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.errors import ProjectError
from tei_edition.edition import config
from tei_edition.edition.config import Project, load
from tei_edition.edition.init import init

EXAMPLE = re.compile(r"^# (\[\[?[\w.]+\]\]?.*|\w+ = .*)$", re.MULTILINE)
OWN: dict[str, dict[str, object]] = {
    "edition": {
        "title": "T",
        "identifier": "urn:isbn:9780000000000",
        "language": "pl",
        "publisher": "P",
        "place": "Leeds",
        "date": "2026-11",
        "licence": "CC BY 4.0",
        "licence_target": "https://creativecommons.org/licenses/by/4.0/",
        "status": "published",
    },
    "sources": {
        "folder": "raw",
        "include": ["*.text"],
        "periodical": "The Argus",
        "language": "de",
        "profiles": ["argus.toml"],
        "articles": "documents",
    },
    "repairs": {"off": ["A611"]},
    "tagging": {"taggers": ["default", "x.y:z"]},
    "output": {"tei": "a", "epub": "b", "text": "c", "html": "d", "data": "e"},
    "epub": {
        "name": "book",
        "books": ["issue"],
        "cover": "cover.png",
        "css": "book.css",
        "templates": "templates",
        "files": "files",
        "speakers": True,
        "reviewed": True,
        "certainty": "high",
    },
    "text": {"flavours": ["reading"], "notes": "none"},
    "html": {
        "introduction": "Hello.",
        "css": "site.css",
        "templates": "templates",
        "files": "files",
        "speakers": False,
        "reviewed": True,
        "certainty": "high",
    },
    "data": {"formats": ["ttl"], "base": "https://example.org/"},
    "validation": {
        "select": ["R4"],
        "ignore": ["R416"],
        "per_file_ignores": {"a*.xml": ["R402"]},
        "severity": {"R416": "error"},
        "baseline": "known.json",
        "schema": "project.rng",
        "conformance": "tei_all",
        "schematron": ["own.sch"],
        "xinclude": True,
        "corpus": True,
    },
    "build": {"jobs": 3},
}
READ = {
    ("edition", "identifier"): "identifier",
    ("edition", "language"): "language",
    ("edition", "title"): "title",
    ("build", "jobs"): "jobs",
}
FILES = ("cover.png", "book.css", "site.css", "argus.toml")
FOLDERS = ("templates", "files")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    init(tmp_path / "e")
    for name in FILES:
        (tmp_path / "e" / name).write_bytes(b"")
    for name in FOLDERS:
        (tmp_path / "e" / name).mkdir()
    return tmp_path / "e"


def toml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {toml(item)}' for key, item in value.items()) + "}"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_template_uncommented_is_a_project(template: Path) -> None:
    path = template / "edition.toml"
    text = EXAMPLE.sub(r"\1", path.read_text(encoding="utf-8"))
    assert len(EXAMPLE.findall(path.read_text(encoding="utf-8"))) > 10
    path.write_text(text, encoding="utf-8")
    project = load(template)
    assert project.encode.licence == "CC BY 4.0"
    assert project.encode.editors[0].id == "ed-mw"
    assert project.book.cover == template / "cover.png"
    assert project.jobs == 2


def test_each_example_of_the_template_can_be_uncommented_alone(template: Path) -> None:
    path = template / "edition.toml"
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    examples = [index for index, line in enumerate(lines) if EXAMPLE.match(line)]
    tables = [index for index in examples if lines[index].startswith("# [")]
    ends = {table: next((i for i in range(table, len(lines)) if not lines[i]), len(lines)) for table in tables}
    inner = {index for table in tables for index in range(table + 1, ends[table])}
    for first in [index for index in examples if index not in inner]:
        block = {first, *range(first, ends.get(first, first))}
        mended = [line.removeprefix("# ") if index in block else line for index, line in enumerate(lines)]
        path.write_text("\n".join(mended), encoding="utf-8")
        load(template)


def test_the_template_shows_every_key_and_no_other(template: Path) -> None:
    text = (template / "edition.toml").read_text(encoding="utf-8")
    shown: dict[str, set[str]] = {}
    section = ""
    for line in EXAMPLE.sub(r"\1", text).splitlines():
        if match := re.match(r"\[\[?([\w.]+)\]", line):
            section = match[1]
        elif match := re.match(r"(\w+) = ", line):
            shown.setdefault(section, set()).add(match[1])
    editors = shown.pop("edition.editors")
    shown["edition"].add("editors")
    assert editors == set(config._EDITOR_KEYS)
    assert shown.pop("elements") == {"poster"}, "names of the user's own elements"
    assert shown == {name: set(keys) for name, keys in config._SECTIONS.items() if name != "elements"}


def test_what_the_template_shows_as_default_is_the_default(template: Path, tmp_path: Path) -> None:
    plain = load(written(tmp_path / "plain", '[edition]\ntitle = "e"\nlanguage = "en"\n'))
    shown = load(template)
    for field in fields(Project):
        one, other = getattr(shown, field.name), getattr(plain, field.name)
        assert (one.name if isinstance(one, Path) else one) == (other.name if isinstance(other, Path) else other) or (
            field.name == "root"
        ), field.name


@pytest.mark.parametrize(("section", "key"), [(section, key) for section, keys in OWN.items() for key in keys])
def test_every_key_is_read(tmp_path: Path, section: str, key: str) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"")
    for name in FOLDERS:
        (tmp_path / name).mkdir()
    value = OWN[section][key]
    # A folder for the web edition and a profile without a line mean nothing by themselves.
    (tmp_path / "argus.toml").write_text('periodical = "The Argus"\n', encoding="utf-8")
    rest = "[html]\n[data]\n" if section == "output" else ""
    with_key = load(written(tmp_path, f"[{section}]\n{key} = {toml(value)}\n{rest}"))
    without = load(written(tmp_path, f"[{section}]\n{rest}"))
    assert with_key != without
    if (section, key) in READ:
        assert getattr(with_key, READ[section, key]) == value


def test_no_key_is_left_out_above() -> None:
    known = {name: set(keys) - {"editors"} for name, keys in config._SECTIONS.items() if name != "elements"}
    assert {name: set(keys) for name, keys in OWN.items()} == known


@pytest.mark.parametrize("section", list(config._SECTIONS))
def test_a_key_misspelt_is_told_with_the_right_one(tmp_path: Path, section: str) -> None:
    for key in config._SECTIONS[section]:
        wrong = key + "x"
        with pytest.raises(ProjectError) as told:
            load(written(tmp_path, f"# a comment\n[{section}]\n\n{wrong} = 1\n"))
        assert told.value.line == 4
        assert f"“{wrong}” is no key of [{section}]" in told.value.message
        assert told.value.cure == f"did you mean {key}?"


@pytest.mark.parametrize("section", list(config._SECTIONS))
def test_a_section_misspelt_is_told_with_the_right_one(tmp_path: Path, section: str) -> None:
    with pytest.raises(ProjectError, match=rf"edition\.toml:1: .*did you mean {section}\?"):
        load(written(tmp_path, f"[{section}s1]\n"))


@pytest.mark.parametrize(("section", "key"), [(section, key) for section, keys in OWN.items() for key in keys])
def test_a_value_of_the_wrong_type_is_told_with_its_line(tmp_path: Path, section: str, key: str) -> None:
    for value in ("1" if isinstance(OWN[section][key], bool) else "true", "1.5", "{ a = 1 }"):
        if value.startswith("{") and isinstance(OWN[section][key], dict):
            continue
        with pytest.raises(ProjectError) as told:
            load(written(tmp_path, f"\n[{section}]\n{key} = {value}\n"))
        assert told.value.line == 3
        assert f"{key} must be " in told.value.message


@pytest.mark.parametrize("date", ["2026-13", "2026-02-30", "26", "2026-1-1", "23.11.2026", "2026-11-23T00:00", " 2026"])
def test_what_is_no_date_is_told(tmp_path: Path, date: str) -> None:
    with pytest.raises(ProjectError, match=r"edition\.toml:2: .* is no date"):
        load(written(tmp_path, f'[edition]\ndate = "{date}"\n'))


@given(st.dates())
def test_every_day_is_a_date_of_an_edition(day: object) -> None:
    reader = config._Reader(Path("edition.toml"), "", {})
    assert reader._encode({"date": str(day)}, None).date == str(day)


@pytest.mark.parametrize("code", ["A6ll", "A999", "a611", ""])
def test_a_repair_that_there_is_not_is_told(tmp_path: Path, code: str) -> None:
    with pytest.raises(ProjectError) as told:
        load(written(tmp_path, f'[repairs]\noff = ["A611", "{code}"]\n'))
    assert told.value.line == 2
    assert f"there is no repair {code}" in told.value.message
    assert told.value.cure


@pytest.mark.parametrize("tag", ["english", "en_US", "e", "en us", "-"])
def test_what_is_no_language_tag_is_told(tmp_path: Path, tag: str) -> None:
    for section in ("edition", "sources"):
        with pytest.raises(ProjectError) as told:
            load(written(tmp_path, f'[{section}]\nlanguage = "{tag}"\n'))
        assert told.value.line == 2
        assert "BCP 47" in told.value.cure


@pytest.mark.parametrize("tag", ["en", "de-CH", "zh-Hant-TW", "x-old", "und", "sr-Latn", "grc"])
def test_language_tags_are_taken(tmp_path: Path, tag: str) -> None:
    assert load(written(tmp_path, f'[edition]\nlanguage = "{tag}"\n')).read.language == tag


def test_two_editors_of_one_id_are_told(tmp_path: Path) -> None:
    editor = '[[edition.editors]]\nid = "ed-mw"\nname = "{}"\n'
    with pytest.raises(ProjectError, match="ed-mw"):
        load(written(tmp_path, editor.format("Mary Wood") + editor.format("Max Wood")))


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\x00", b"[edition]\ntitle = 'a\nb'\n", b"a = 1\na = 2\n"])
def test_what_is_no_toml_is_told_and_never_raises_anything_else(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "edition.toml").write_bytes(damage)
    with pytest.raises(ProjectError) as told:
        load(tmp_path)
    assert told.value.cure


@given(st.text(max_size=80))
def test_any_text_is_a_project_or_a_project_error(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    with suppress(ProjectError):
        config._Reader(Path("edition.toml"), text, data).project(None)


def test_a_folder_named_edition_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").mkdir()
    with pytest.raises(ProjectError, match="folder"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["plain", 'with "quotes"', "back\\slash", "new\nline", "tab\there", "ünï", "{title}"])
def test_a_new_project_can_be_loaded_whatever_its_folder_is_called(tmp_path: Path, name: str) -> None:
    init(tmp_path / name)
    assert load(tmp_path / name).title
    assert sorted(path.name for path in (tmp_path / name).iterdir()) == [".gitignore", "edition.toml", "sources"]


def test_a_new_project_leaves_what_stands(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("mine", encoding="utf-8")
    assert [path.name for path in init(tmp_path)] == ["edition.toml"]
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "sources" / "a.txt").read_text(encoding="utf-8") == "mine"
