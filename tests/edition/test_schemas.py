"""The schemas that a project keeps: added once, with what they include, and found by name and by address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.core.errors import ProjectError, UsageError
from tei_edition.edition.schemas import gathering
from tei_edition.edition.schemas.addresses import addresses
from tei_edition.edition.schemas.choosing import chosen
from tei_edition.edition.schemas.gathering import from_file, from_web
from tei_edition.edition.schemas.store import SchemaStore
from tei_edition.validation.relaxng import compiled, own_schema
from tei_edition.validation.schema_source import SchemaSource

if TYPE_CHECKING:
    from pathlib import Path

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
ONE = f'<element {RNG} name="note" ns="urn:x"><text/></element>'.encode()
MAIN = f'<grammar {RNG}><include href="parts/a.rng"/></grammar>'.encode()
INNER = '<element name="a" ns="urn:x"><externalRef href="../b.rng"/></element>'
PART = f"<grammar {RNG}><start>{INNER}</start></grammar>".encode()
LAST = f'<element {RNG} name="b" ns="urn:x"><empty/></element>'.encode()


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    (folder / "parts").mkdir(parents=True)
    (folder / "main.rng").write_bytes(MAIN)
    (folder / "parts" / "a.rng").write_bytes(PART)
    (folder / "b.rng").write_bytes(LAST)
    return folder / "main.rng"


def elements(schema: SchemaSource) -> set[str]:
    return set(compiled(schema.source, schema.name, schema).elements())


def test_a_schema_comes_with_all_that_it_includes(parts: Path) -> None:
    schema = from_file(parts)
    assert [name for name, _ in schema.files] == ["parts/../b.rng", "parts/a.rng"]
    assert elements(schema) == {"{urn:x}a", "{urn:x}b"}


def test_a_schema_that_was_added_needs_its_first_place_no_more(parts: Path, tmp_path: Path) -> None:
    store = SchemaStore(tmp_path / "project")
    entry = store.add("own", from_file(parts), str(parts))
    for path in parts.parent.rglob("*.rng"):
        path.unlink()
    kept = store.schema("own")
    assert kept is not None
    assert elements(kept) == {"{urn:x}a", "{urn:x}b"}
    assert store.entries() == {"own": entry}
    assert (tmp_path / "project" / "schemas" / "own" / "main.rng").read_bytes() == MAIN


def test_a_schema_answers_to_its_address_and_to_its_file_name(tmp_path: Path) -> None:
    store = SchemaStore(tmp_path)
    store.add("one", SchemaSource("https://example.org/s/one.rng", ONE), "https://example.org/s/one.rng")
    store.add("two", SchemaSource("https://example.org/t/one.rng", LAST), "https://example.org/t/one.rng")
    for address, data in (("https://example.org/t/one.rng", LAST), ("../one.rng", ONE), ("one.rng", ONE)):
        found = store(address)
        assert found is not None
        assert found.source == data
    assert store("https://example.org/other.rng") is None
    assert store.schema("three") is None


def test_the_key_changes_with_the_schemas(tmp_path: Path) -> None:
    store = SchemaStore(tmp_path)
    keys = [store.key]
    for name, data in (("one", ONE), ("two", ONE), ("two", LAST)):
        store.add(name, SchemaSource("one.rng", data), "one.rng")
        keys.append(store.key)
    assert len(set(keys)) == 4


def test_a_schema_of_the_web_is_fetched_with_what_it_includes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    base = "https://example.org/s"
    web = {f"{base}/main.rng": MAIN, f"{base}/parts/a.rng": PART, f"{base}/parts/../b.rng": LAST}
    monkeypatch.setattr(gathering, "_fetched", web.__getitem__)
    schema = from_web(f"{base}/main.rng")
    assert elements(schema) == {"{urn:x}a", "{urn:x}b"}
    store = SchemaStore(tmp_path)
    store.add("web", schema, f"{base}/main.rng")
    kept = store.schema("web")
    assert kept is not None
    assert elements(kept) == {"{urn:x}a", "{urn:x}b"}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/a.rng", "http://127.0.0.1:9/a.rng"])
def test_what_cannot_be_fetched_is_refused_with_its_address(address: str) -> None:
    with pytest.raises(UsageError) as told:
        from_web(address)
    assert told.value.path == address


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.rnc", "trang"), ("a.odd", "roma"), ("a.xsd", ".rng"), ("a.dtd", ".rng"), ("none.rng", "path")],
)
def test_what_is_no_relax_ng_is_refused_with_a_way_out(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UsageError) as told:
        from_file(tmp_path / name)
    assert words in told.value.cure


@pytest.mark.parametrize("name", ["", "a b", "../a", "tei_edition", "1st", ".hidden"])
def test_a_name_is_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name"):
        SchemaStore(tmp_path).add(name, SchemaSource("a.rng", ONE), "a.rng")


@pytest.mark.parametrize(
    "contents",
    [
        "no toml",
        "[a]\nsource = 'x'\n",
        "a = 1\n",
        "[a]\nsource = 'x'\nmain = '/etc/passwd'\nsha256 = 'x'\n",
        "[a]\nsource = 'x'\nmain = '../a.rng'\nsha256 = 'x'\n",
        "[a]\nsource = 'x'\nmain = 'a.rng'\nsha256 = 'x'\nfiles = 1\n",
        "[a]\nsource = 'x'\nmain = 'a.rng'\nsha256 = 'x'\nfiles = { b = '../b.rng' }\n",
    ],
)
def test_a_damaged_list_is_told(tmp_path: Path, contents: str) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "schemas.toml").write_text(contents, encoding="utf-8")
    with pytest.raises(ProjectError, match="list of schemas"):
        SchemaStore(tmp_path).entries()


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    store = SchemaStore(tmp_path)
    store.add("a", SchemaSource("a.rng", ONE), "a.rng")
    (tmp_path / "schemas" / "a" / "a.rng").unlink()
    with pytest.raises(ProjectError, match="cannot be read"):
        store.schema("a")


def test_a_schema_is_chosen_by_name_or_path(tmp_path: Path) -> None:
    store = SchemaStore(tmp_path)
    store.add("own", SchemaSource("own.rng", ONE), "own.rng")
    (tmp_path / "other.rng").write_bytes(LAST)
    assert chosen("tei_edition", store) is None
    for wanted, data in (("own", ONE), ("other.rng", LAST), (str(tmp_path / "other.rng"), LAST)):
        found = chosen(wanted, store)
        assert found is not None
        assert found.source == data


@pytest.mark.parametrize(("wanted", "cure"), [("onw", "did you mean own?"), ("tei_al", "schemas add tei_al FILE")])
def test_a_schema_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, wanted: str, cure: str) -> None:
    store = SchemaStore(tmp_path)
    store.add("own", SchemaSource("own.rng", ONE), "own.rng")
    with pytest.raises(UsageError) as told:
        chosen(wanted, store)
    assert cure in told.value.cure


def test_our_own_schema_can_be_kept_too(tmp_path: Path) -> None:
    store = SchemaStore(tmp_path)
    store.add("frozen", SchemaSource("tei_edition.rng", own_schema()), "tei_edition.rng")
    found = store("https://example.org/tei_edition.rng")
    assert found is not None
    assert found.source == own_schema()


def test_known_addresses_are_addresses_of_rng() -> None:
    assert {"tei_all", "epidoc", "PressMint", "ParlaMint"} <= set(addresses())
    assert all(address.startswith("https://") and address.endswith(".rng") for address in addresses().values())
