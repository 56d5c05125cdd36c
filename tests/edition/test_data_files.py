"""What [data] of edition.toml makes of an edition: files that the programs open which they are meant for."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from tei_edition.core.errors import ProjectError
from tei_edition.edition.build import Report, build
from tei_edition.edition.config import load

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own

_TEXT = "The Argus(logo)\nVol.12/No.3 May {day}, 1951\n\nWorks Begin\n\nJohn Mill left Leeds for London on Tuesday.\n"
_ALL = {
    "mentions.csv",
    "registry.csv",
    "data.json",
    "annotations.jsonld",
    "registry.jsonld",
    "places.geojson",
    "registry.ttl",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    for day in (1, 2):
        (tmp_path / "sources" / f"a{day}.txt").write_text(_TEXT.format(day=day), "utf-8")
    return tmp_path


def run(folder: Path, data: str) -> Report:
    (folder / "edition.toml").write_text(f'[edition]\ntitle = "The Argus"\n{data}', "utf-8")
    return build(load(folder))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "output" / "data").glob("*")}


def test_the_section_data_writes_every_format(project: Path) -> None:
    report = run(project, "[data]\n")
    found = files(project)
    assert set(found) == _ALL
    assert {path.name for path in report.written} >= _ALL
    rows = list(csv.DictReader(found["mentions.csv"].decode().splitlines()))
    assert {(row["document"], row["text"]) for row in rows} >= {
        ("argus-1951-05-01-works-begin", "John Mill"),
        ("argus-1951-05-02-works-begin", "John Mill"),
    }
    assert json.loads(found["places.geojson"])["type"] == "FeatureCollection"
    turtle = Graph().parse(data=found["registry.ttl"], format="turtle", publicID="https://example.org/")
    linked = Graph().parse(data=found["registry.jsonld"], format="json-ld", publicID="https://example.org/")
    assert len(turtle) == len(linked) > 0


def test_without_the_section_there_are_none(project: Path) -> None:
    run(project, "[data]\n")
    run(project, "")
    assert files(project) == {}


def test_formats_are_chosen_and_others_go(project: Path) -> None:
    run(project, "[data]\n")
    run(project, '[data]\nformats = ["ttl"]\nbase = "https://example.org/argus"\n[output]\ndata = "output/data"\n')
    assert set(files(project)) == {"registry.ttl"}
    assert b"<https://example.org/argus#" in files(project)["registry.ttl"]


def test_a_second_build_writes_nothing(project: Path) -> None:
    run(project, "[data]\n")
    before = files(project)
    assert run(project, "[data]\n").written == []
    (project / "output" / "data" / "data.json").unlink()
    assert [path.name for path in run(project, "[data]\n").written] == ["data.json"]
    assert files(project) == before


def test_data_follow_their_sources(project: Path) -> None:
    run(project, "[data]\n")
    (project / "sources" / "a2.txt").unlink()
    run(project, "[data]\n")
    assert b"a2" not in files(project)["mentions.csv"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('[data]\nformats = ["xlsx"]\n', "there is no format “xlsx”"),
        ('[data]\nbase = "here"\n', "is no web address"),
        ('[data]\nformat = ["csv"]\n', "did you mean formats"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(project: Path, data: str, message: str) -> None:
    with pytest.raises(ProjectError, match=rf"edition\.toml:4: .*{message}"):
        run(project, data)
