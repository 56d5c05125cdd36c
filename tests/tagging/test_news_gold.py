"""Quotations in news against a gold file of passages; ``benchmarks/news.py`` prints the table."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "news.py"


@pytest.fixture(scope="module")
def benchmark() -> Any:  # noqa: ANN401 - a script loaded by its path
    spec = importlib.util.spec_from_file_location("benchmark_of_news", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gold_file_has_every_kind_and_enough_passages(benchmark: Any) -> None:  # noqa: ANN401 - see benchmark
    gold = benchmark.passages()
    assert len(gold) >= 60
    assert {one.kind for passage in gold for one in passage.quotations} == benchmark.KINDS
    assert any(not passage.quotations for passage in gold)
    assert all("⟦" not in passage.text and "⟧" not in passage.text for passage in gold)


@pytest.mark.parametrize("part", ["", "_fresh", "_third", "_fourth", "_fifth", "_sixth"])
def test_quotations_reach_their_target(benchmark: Any, part: str) -> None:  # noqa: ANN401 - see benchmark
    score = benchmark.score(benchmark.passages(benchmark.GOLD.with_name(f"quotations{part}.txt")))
    assert score.spans >= 96
    assert score.kinds >= 90
    assert score.speakers >= 84
    assert score.direct >= 90


def test_a_passage_is_read_as_it_is_marked(benchmark: Any) -> None:  # noqa: ANN401 - see benchmark
    one = benchmark._passage("x", '⟦said|A|"B ⟦q||\'C\'⟧ d."⟧ E.\n\n⟦said|A|"F\n\n⟦said|A|"G."⟧')
    assert one.text == '"B \'C\' d." E.\n\n"F\n\n"G."'
    assert [one.text[two.start : two.end] for two in one.quotations] == ["\"B 'C' d.\"", "'C'", '"F', '"G."']


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Nora Falk", "Falk", True),
        ("Mr. Pike", "Harold Pike", True),
        ("the chairman", "The chairman", True),
        ("Falk", "Pike", False),
        ("", "", False),
    ],
)
def test_names_of_one_person(benchmark: Any, first: str, second: str, *, same: bool) -> None:  # noqa: ANN401 - see benchmark
    assert benchmark.is_same(first, second) is same
