"""Several taggers on one edition: which there are, who stands where they differ, and who is named where they agree."""

from __future__ import annotations

import re
import sys
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from loopback import completion, service
from projects import article, outputs, project, run
from tei_edition.core.errors import ProjectError
from tei_edition.edition import taggers
from tei_edition.edition.taggers import tagger
from tei_edition.tagging.adapters.chat import KEY
from tei_edition.tagging.default import tag
from tei_edition.tei.names import TEI_NS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

NS = {"tei": TEI_NS}
MINE = """
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging.adapters import Tagging

def words(article, label, *names):
    places = ((article.text.find(name), len(name)) for name in names)
    return tuple(Annotation(Span(at, at + size), label, "harbour", 0.97) for at, size in places if at >= 0)

def tag(article):
    return Layer(article.digest, "harbour", words(article, "orgName", "Harbour Board", "John Mill in"))

def agrees(article):
    return Layer(article.digest, "echo", words(article, "persName", "John Mill"))

def wild(article):
    return Layer(article.digest, "wild", (Annotation(Span(0, 10**6), "persName", "wild"),))

nothing = None
"""


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with taggers of a user's own; the name differs from test to test, for a tagger is looked up once."""
    name = "mine_" + re.sub(r"\W", "_", tmp_path.name)
    (tmp_path / f"{name}.py").write_text(MINE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return name


@pytest.fixture(autouse=True)
def _no_key_and_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", KEY):
        monkeypatch.delenv(name, raising=False)


def edition(folder: Path, *taggers: str) -> Path:
    return project(folder / "edition", {"a.txt": article()}, f"[tagging]\ntaggers = {list(taggers)!r}\n")


def tags(folder: Path) -> list[tuple[str, str, str, str]]:
    """Element, words, resp and cert of each name in the one document of an edition."""
    [data] = [data for name, data in outputs(folder).items() if "/tei/" in name and "registry" not in name]
    return [
        (str(one.tag).removeprefix(f"{{{TEI_NS}}}"), "".join(one.itertext()), one.get("resp", ""), one.get("cert", ""))
        for one in etree.fromstring(data).xpath("//tei:p//tei:persName | //tei:p//tei:orgName", namespaces=NS)
    ]


def agents(folder: Path) -> list[str]:
    [data] = [data for name, data in outputs(folder).items() if "/tei/" in name and "registry" not in name]
    found = etree.fromstring(data).xpath("//tei:respStmt/@xml:id", namespaces=NS)
    return [str(one) for one in found]


def test_the_first_tagger_stands_where_two_differ(tmp_path: Path, mine: str) -> None:
    folder = edition(tmp_path, "default", f"{mine}:tag")
    assert run(folder, jobs=1).failed == []
    found = tags(folder)
    assert ("persName", "John Mill", "#resp-default", "high") in found
    assert ("orgName", "John Mill in", "#resp-harbour", "high") not in found
    assert agents(folder) == ["resp-default", "resp-harbour", "resp-reader"]


def test_the_order_in_edition_toml_is_the_order_of_authority(tmp_path: Path, mine: str) -> None:
    folder = edition(tmp_path, f"{mine}:tag", "default")
    run(folder, jobs=1)
    found = tags(folder)
    assert ("orgName", "John Mill in", "#resp-harbour", "high") in found
    assert not [one for one in found if one[:2] == ("persName", "John Mill")]


def test_where_taggers_agree_resp_names_them_all(tmp_path: Path, mine: str) -> None:
    folder = edition(tmp_path, "default", f"{mine}:agrees")
    assert [one.code for one in run(folder, jobs=1).findings if one.severity == "error"] == []
    assert ("persName", "John Mill", "#resp-default #resp-echo", "high") in tags(folder)
    assert agents(folder) == ["resp-default", "resp-echo", "resp-reader"]


def test_what_does_not_fit_the_text_is_told_and_left_out(tmp_path: Path, mine: str) -> None:
    folder = edition(tmp_path, "default", f"{mine}:wild")
    report = run(folder, jobs=1)
    [told] = [one for one in report.findings if one.code == "T705"]
    assert told.locus.path == "sources/a.txt"
    assert report.failed == []


def test_a_spacy_pipeline_in_edition_toml(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "petty- minded crowd"}])
    nlp.to_disk(tmp_path / "crowds")
    folder = edition(tmp_path, "default", f"spacy:{tmp_path / 'crowds'}")
    assert run(folder, jobs=2).failed == []
    assert "resp-spacy-crowds" in agents(folder)
    [data] = [data for name, data in outputs(folder).items() if "/tei/" in name and "registry" not in name]
    assert "automatic tagging by a spaCy pipeline" in data.decode()


def test_a_language_model_in_edition_toml(tmp_path: Path) -> None:
    names = [{"text": "Harbour Board", "label": "orgName"}, {"text": "Board of Trade", "label": "orgName"}]
    with service(lambda _: completion({"spans": names})) as at:
        folder = edition(tmp_path, f"openai:toy@{at.url}", "default")
        report = run(folder, jobs=1)
        assert len(at.requests) == 1
        assert run(folder, jobs=1).built == []
        assert len(at.requests) == 1
    assert [one.code for one in report.findings if one.code.startswith("T")] == ["T702"]
    [board] = [one for one in tags(folder) if one[1] == "Harbour Board"]
    assert board[2].split()[0] == "#resp-openai-toy"


def test_a_service_that_fails_is_told_and_asked_again_by_the_next_build(tmp_path: Path) -> None:
    with service(lambda _: b"", 503) as at:
        folder = edition(tmp_path, "default", f"openai:toy@{at.url}")
        first = run(folder, jobs=1)
        assert [one.code for one in first.findings if one.code.startswith("T")] == ["T703"]
        assert first.built == ["sources/a.txt"]
        assert tags(folder)
        assert run(folder, jobs=1).built == ["sources/a.txt"]
        assert len(at.requests) == 2


def test_without_such_a_name_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        message = "the network was used"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", no_network)
    assert run(edition(tmp_path, "default"), jobs=1).failed == []
    assert "urllib.request" not in sys.modules["tei_edition.tagging.default"].__dict__


def test_the_default_is_the_default() -> None:
    assert tagger("default") is tag


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("spacie", "there is no tagger “spacie”"),
        ("tei_edition.tagging:no_such_thing", "there is no tagger"),
        ("no_such_package.taggers:tag", "there is no tagger"),
        ("", "there is no tagger"),
        (":", "there is no tagger"),
        ("spacy:no_such_model", "spaCy cannot load “no_such_model”"),
        ("openai:gpt", "names no model and address"),
    ],
)
def test_a_tagger_that_is_not_there(name: str, told: str) -> None:
    with pytest.raises(ProjectError, match=re.escape(told)) as error:
        tagger(name)
    assert error.value.cure


def test_a_package_brings_a_tagger_by_an_entry_point(mine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(f"point-{mine}", f"{mine}:tag", "tei_edition.taggers")
    monkeypatch.setattr(taggers, "entry_points", lambda group: [point] if group == "tei_edition.taggers" else [])
    assert tagger(f"point-{mine}").__module__ == mine


def test_a_tagger_that_is_no_function(mine: str) -> None:
    with pytest.raises(ProjectError, match="cannot be called"):
        tagger(f"{mine}:nothing")


def test_a_tagger_whose_own_library_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "needy_tagger.py").write_text("import no_such_library\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ProjectError, match="needs no_such_library") as error:
        tagger("needy_tagger:tag")
    assert error.value.cure == "pip install no_such_library"


def test_the_command_line_takes_them_too(tei_edition: Command, tmp_path: Path, mine: str) -> None:
    (tmp_path / "a.txt").write_text("The Harbour Board met. John Mill spoke.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "Mill left."}\n', encoding="utf-8")
    told = tei_edition("tag", "a.txt", "b.jsonl", "--tagger", "default", "--tagger", f"{mine}:wild", cwd=tmp_path)
    assert told.returncode == 0
    assert len(told.stdout.splitlines()) == 2
    assert told.stderr.count("warning T705") == 2
    assert "b.jsonl:1" in told.stderr
    assert "Traceback" not in told.stderr
