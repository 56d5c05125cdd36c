from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tei_edition.core.finding import Severity, has_errors
from tei_edition.edition import pipeline
from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load
from tei_edition.encoding import encode as encoder

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Layer
    from tei_edition.tagging.adapters import Tagging
from tei_edition.tei.serialise import serialise

TEXT = """The Argus(logo)
Vol.12/No.{number} May {number}, 1951

Works Begin at Harbour {number}
"The harbour is ours," said John Mill in Leeds on Tuesday, and the petty- minded crowd, petty as it was, minded it.

Mill left for London, where the Harbour Board met for two days under its chairman, and then returned at once.

- MARY WOOD
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "The Argus"\ndate = "2026-11-23"\n', encoding="utf-8")
    for number in (1, 2, 3):
        (tmp_path / "sources" / f"argus-{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    return tmp_path


def run(folder: Path, **options: int) -> Report:
    return build(load(folder), **options)


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "output").rglob("*"))
        if path.is_file()
    }


def test_a_build_makes_all_that_is_promised(project: Path) -> None:
    report = run(project)
    assert not has_errors(report.findings), [str(finding) for finding in report.findings]
    assert list(outputs(project)) == [
        "output/epub/edition.epub",
        *(f"output/tei/argus-{number}.xml" for number in (1, 2, 3)),
        "output/tei/registry.xml",
        *(f"output/text/argus-{number}{suffix}" for number in (1, 2, 3) for suffix in (".diplomatic.txt", ".txt")),
    ]
    assert len(report.built) == 3
    assert report.unchanged == report.failed == []


def test_a_second_build_does_nothing_and_says_the_same(project: Path) -> None:
    first = run(project)
    before = outputs(project)
    second = run(project)
    assert second.written == []
    assert second.built == []
    assert len(second.unchanged) == 3
    assert second.findings == first.findings
    assert outputs(project) == before


def test_only_what_has_changed_is_built_again(project: Path) -> None:
    run(project)
    before = outputs(project)
    source = project / "sources" / "argus-2.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("London", "Paris"), encoding="utf-8")
    report = run(project)
    assert report.built == ["sources/argus-2.txt"]
    changed = {name for name, data in outputs(project).items() if data != before[name]}
    assert "output/epub/edition.epub" in changed
    assert "output/tei/argus-2.xml" in changed
    assert not any("argus-1" in name or "argus-3" in name for name in changed)


def test_a_build_from_nothing_gives_the_same_bytes(project: Path) -> None:
    run(project)
    before = outputs(project)
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".tei-edition")
    run(project)
    assert outputs(project) == before


def test_two_processes_give_the_same_bytes_as_one(project: Path) -> None:
    run(project, jobs=1)
    before = outputs(project)
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".tei-edition")
    run(project, jobs=2)
    assert outputs(project) == before


@pytest.mark.parametrize("damage", ["{", '{"format": 1}', '{"format": 99}', "[]"])
def test_a_damaged_memory_costs_time_only(project: Path, damage: str) -> None:
    run(project)
    before = outputs(project)
    (project / ".tei-edition" / "state.json").write_text(damage, encoding="utf-8")
    report = run(project)
    assert len(report.built) == 3
    assert outputs(project) == before


def test_a_missing_output_is_made_again(project: Path) -> None:
    run(project)
    before = outputs(project)
    for name in ("output/tei/argus-1.xml", "output/text/argus-2.txt", "output/epub/edition.epub"):
        (project / name).unlink()
    run(project)
    assert outputs(project) == before


def test_a_source_that_is_gone_takes_its_outputs_along(project: Path) -> None:
    run(project)
    (project / "sources" / "argus-3.txt").unlink()
    run(project)
    assert not any("argus-3" in name for name in outputs(project))


def test_a_bad_article_stops_no_other(project: Path) -> None:
    (project / "sources" / "bad.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    (project / "sources" / "empty.txt").write_bytes(b"")
    report = run(project)
    assert report.failed == ["sources/bad.txt", "sources/empty.txt"]
    assert len(report.built) == 3
    assert [finding.code for finding in report.findings if finding.severity is Severity.ERROR] == [
        "X003",
        "E595",
        "X001",
        "E595",
    ]
    assert "output/epub/edition.epub" in outputs(project)


def test_a_source_that_turns_bad_keeps_its_last_document(project: Path) -> None:
    run(project)
    before = outputs(project)["output/tei/argus-1.xml"]
    (project / "sources" / "argus-1.txt").write_bytes(b"")
    assert run(project).failed == ["sources/argus-1.txt"]
    assert outputs(project)["output/tei/argus-1.xml"] == before
    assert run(project).failed == ["sources/argus-1.txt"]


def test_a_broken_fidelity_law_leaves_the_previous_output(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(project)
    before = outputs(project)
    source = project / "sources" / "argus-2.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("London", "Paris"), encoding="utf-8")
    monkeypatch.setattr(encoder, "serialise", lambda root: serialise(root).replace(b"returned ", b""))
    report = run(project)
    assert report.failed == ["sources/argus-2.txt"]
    (error,) = [finding for finding in report.findings if finding.code == "E591"]
    assert error.locus.path == "sources/argus-2.txt"
    assert error.locus.line == 7
    assert outputs(project) == before


def test_a_defect_in_one_article_is_a_finding(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = pipeline.tagger("default")

    def failing(article: Article) -> Layer | Tagging:
        if "3" in article.id:
            message = "no such luck"
            raise RuntimeError(message)
        return tag(article)

    monkeypatch.setattr(pipeline, "tagger", lambda _: failing)
    report = run(project, jobs=1)
    assert report.failed == ["sources/argus-3.txt"]
    assert any(finding.code == "E599" and "no such luck" in finding.message for finding in report.findings)


def test_a_change_by_hand_is_kept_beside(project: Path) -> None:
    run(project)
    path = project / "output" / "tei" / "argus-1.xml"
    edited = path.read_bytes().replace(b"resp-default", b"ed-mw", 1)
    path.write_bytes(edited)
    report = run(project)
    assert [finding.code for finding in report.findings if finding.code == "E594"] == ["E594"]
    assert path.with_suffix(".xml.edited").read_bytes() == edited


def test_sources_of_one_name_are_told(project: Path) -> None:
    (project / "edition.toml").write_text('[sources]\ninclude = ["*.txt", "*.text"]\n', encoding="utf-8")
    (project / "sources" / "argus-1.text").write_text(TEXT.format(number=9), encoding="utf-8")
    report = run(project)
    assert [finding.code for finding in report.findings if finding.severity is Severity.ERROR] == ["E596"]


def test_two_articles_that_want_one_id_get_two(project: Path) -> None:
    (project / "sources" / "copy.txt").write_text(TEXT.format(number=1), encoding="utf-8")
    report = run(project)
    assert not has_errors(report.findings)
    first = (project / "output" / "tei" / "argus-1.xml").read_text(encoding="utf-8")
    second = (project / "output" / "tei" / "copy.xml").read_text(encoding="utf-8")
    assert 'xml:id="argus-1951-05-01-works-begin-at-harbour-1"' in first
    assert 'xml:id="argus-1951-05-01-works-begin-at-harbour-1-2"' in second


def test_the_registry_gathers_all_articles(project: Path) -> None:
    run(project)
    registry = (project / "output" / "tei" / "registry.xml").read_text(encoding="utf-8")
    assert registry.count('xml:id="pers-mill-john"') == 1
    assert 'xml:id="pers-wood-mary"' in registry


def test_no_sources_at_all(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text("", encoding="utf-8")
    report = run(tmp_path)
    assert [finding.code for finding in report.findings] == ["E593"]
