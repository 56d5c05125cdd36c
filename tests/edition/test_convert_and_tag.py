"""Converting and tagging without a project, from Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import article
from tei_edition.core.errors import OutputError, ProjectError
from tei_edition.core.finding import Finding, Severity
from tei_edition.edition.convert import Conversion, convert
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.settle import corpus_registry, unique_ids
from tei_edition.edition.tag import Tagged, tag_files
from tei_edition.encoding.options import EncodeOptions
from tei_edition.model.registry import Entity
from tei_edition.readers.reading import ReadOptions

if TYPE_CHECKING:
    from pathlib import Path


def converted(*paths: Path, to: Path, jobs: int | None = None) -> Conversion:
    return convert(paths, to, read=ReadOptions(), encode=EncodeOptions(), jobs=jobs)


def errors(done: Conversion) -> list[str]:
    return [finding.code for finding in done.findings if finding.severity is Severity.ERROR]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for number, name in enumerate(("a.txt", "b.txt", "c.TXT"), 1):
        (tmp_path / "raw" / name).write_text(article(number, f"Title {number}"), encoding="utf-8")
    return tmp_path / "raw"


def test_findings_come_in_the_order_of_the_sources_as_typed(raw: Path, tmp_path: Path) -> None:
    (raw / "bad.txt").write_bytes(b"")
    done = converted(raw / "b.txt", raw / "bad.txt", raw / "a.txt", to=tmp_path / "out")
    assert done.written == (tmp_path / "out" / "b.xml", tmp_path / "out" / "a.xml")
    assert errors(done) == ["X001"]
    places = [finding.locus.path for finding in done.findings if finding.code == "A611"]
    assert places == [str(raw / "b.txt"), str(raw / "a.txt")]


def test_two_processes_convert_as_one_does(raw: Path, tmp_path: Path) -> None:
    paths = [raw / name for name in ("a.txt", "b.txt", "c.TXT")]
    one = converted(*paths, to=tmp_path / "1", jobs=1)
    two = converted(*paths, to=tmp_path / "2", jobs=2)
    assert one.findings == two.findings
    assert [path.read_bytes() for path in one.written] == [path.read_bytes() for path in two.written]


def test_a_source_named_twice_is_converted_once(raw: Path, tmp_path: Path) -> None:
    assert len(converted(raw / "a.txt", raw / "a.txt", to=tmp_path / "out").written) == 1


def test_two_sources_of_one_stem_are_told_and_the_first_is_made(raw: Path, tmp_path: Path) -> None:
    (raw / "A.text").write_text(article(9, "Nine"), encoding="utf-8")
    done = converted(raw / "a.txt", raw / "A.text", raw / "b.txt", to=tmp_path / "out")
    assert errors(done) == ["E596"]
    assert [path.name for path in done.written] == ["a.xml", "b.xml"]


def test_articles_that_want_one_id_get_two_whatever_their_order(raw: Path, tmp_path: Path) -> None:
    (raw / "d.txt").write_text(article(1, "Title 1"), encoding="utf-8")
    there = converted(raw / "a.txt", raw / "d.txt", to=tmp_path / "1").written
    back = converted(raw / "d.txt", raw / "a.txt", to=tmp_path / "2").written
    assert {path.name: path.read_bytes() for path in there} == {path.name: path.read_bytes() for path in back}


def test_an_unknown_tagger_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="known are default"):
        convert([tmp_path / "none"], tmp_path, read=ReadOptions(), encode=EncodeOptions(), taggers=("tei_edition:x",))


def test_a_folder_that_is_a_file_is_told(raw: Path) -> None:
    with pytest.raises(OutputError):
        converted(raw / "a.txt", to=raw / "b.txt")
    assert (raw / "b.txt").read_text(encoding="utf-8") == article(2, "Title 2")


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.sampled_from(("x", "x-2", "x-3", "y", "x-2-2"))))
def test_ids_are_unique_whatever_is_wanted_and_in_whatever_order(wanted: dict[str, str]) -> None:
    given_ids = unique_ids(wanted)
    assert len(set(given_ids.values())) == len(wanted)
    assert unique_ids(dict(reversed(wanted.items()))) == given_ids
    for name, identifier in given_ids.items():
        assert identifier == wanted[name] or identifier.startswith(f"{wanted[name]}-")
    for identifier in set(wanted.values()):
        assert identifier in given_ids.values(), "whoever comes first gets what it wants"


@given(st.permutations([Entity("p-a", "person", name) for name in ("A", "A. A.", "Anna A.")]))
def test_a_registry_does_not_depend_on_the_order_of_articles(entities: list[Entity]) -> None:
    registry = corpus_registry((entity,) for entity in entities)
    assert registry == corpus_registry([tuple(reversed(entities))])
    assert registry.entities[0].preferred == "Anna A."


class TestDocuments:
    def test_folders_are_searched_to_their_depth_and_files_named_once(self, tmp_path: Path) -> None:
        for name in ("b.xml", "a.xml", "deep/er/c.xml", "deep/notes.txt"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(b"<TEI/>")
        found, findings = documents_in([tmp_path / "b.xml", tmp_path, tmp_path / "none.xml"])
        names = [path.relative_to(tmp_path).as_posix() for path in found]
        assert names == ["b.xml", "a.xml", "deep/er/c.xml", "none.xml"]
        assert findings == ()

    def test_a_folder_without_documents_is_told(self, tmp_path: Path) -> None:
        found, (told,) = documents_in([tmp_path])
        assert found == ()
        assert (told.code, told.locus.path) == ("X004", str(tmp_path))
        assert "no .xml file" in told.message

    def test_what_cannot_be_parsed_is_told_and_the_others_are_there(self, tmp_path: Path) -> None:
        for name, data in {"a.xml": b"<TEI/>", "b.xml": b"<TEI>", "c.xml": b"", "d.xml": b"<TEI/>"}.items():
            (tmp_path / name).write_bytes(data)
        documents, findings = load_documents([*sorted(tmp_path.iterdir()), tmp_path / "none.xml"])
        assert [document.name for document in documents] == [str(tmp_path / "a.xml"), str(tmp_path / "d.xml")]
        assert [finding.code for finding in findings] == ["X101", "X001", "X004"]


class TestTagging:
    def tagged(self, folder: Path, *lines: object) -> list[Tagged | Finding]:
        path = folder / "a.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
        return list(tag_files((path,)))

    @pytest.mark.parametrize(
        "line",
        [
            "nonsense",
            "[]",
            "7",
            '{"id": 7, "text": "x"}',
            '{"id": "7"}',
            '{"text": "x"}',
            '{"id": "7", "text": null}',
            "[" * 100_000,
            '{"id": "7", "text": "cut',
        ],
    )
    def test_a_line_that_is_no_document_is_told_and_the_others_are_tagged(self, tmp_path: Path, line: str) -> None:
        good = {"id": "one", "text": "x"}
        first, second, third = self.tagged(tmp_path, good, line, good)
        assert isinstance(first, Tagged)
        assert isinstance(second, Finding)
        assert isinstance(third, Tagged)
        assert (second.code, second.locus.line) == ("X009", 2)

    def test_other_bytes_than_utf_8_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "a.ndjson"
        path.write_bytes(b'\xef\xbb\xbf{"id": "1", "text": "a"}\r\n{"id": "2", "text": "\xe9"}\r\n\r\n')
        first, second = tag_files((path,))
        assert isinstance(first, Tagged)
        assert isinstance(second, Finding)
        assert "not UTF-8" in second.message

    @pytest.mark.parametrize(
        "text", ["", " ", "\r\r\n", "\x00\x07", "\ud800", "e\u0301\u0323", "\U0001f600", "\ufeffa"]
    )
    def test_the_text_comes_back_as_it_was(self, tmp_path: Path, text: str) -> None:
        (only,) = self.tagged(tmp_path, {"id": "1", "text": text})
        assert isinstance(only, Tagged)
        assert json.loads(only.as_json()) == {"id": "1", "text": text, "spans": []}

    @given(text=st.text(st.sampled_from("JohnMill \"`'\r\n\u0301\x07\U0001f600said,."), max_size=60))
    def test_spans_lie_in_the_text_as_given(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        (only,) = self.tagged(tmp_path_factory.getbasetemp(), {"id": "1", "text": text})
        assert isinstance(only, Tagged)
        document = json.loads(only.as_json())
        for span in document["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert 0 <= span["certainty"] <= 1

    @pytest.mark.parametrize("identifier", ["7", "a b", "", "ünï", "x" * 300, "a/b", "../../etc"])
    def test_any_id_makes_a_document_that_can_be_read(self, tmp_path: Path, identifier: str) -> None:
        (only,) = self.tagged(tmp_path, {"id": identifier, "text": "John Mill said."})
        assert isinstance(only, Tagged)
        assert only.id == identifier
        assert "/" not in only.article.id
        assert b"John Mill" in only.as_tei()
