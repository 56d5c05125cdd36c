"""Gold files of names in the forms that people have them in, read by ``benchmarks/gold_files.py``."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
CONLL = """-DOCSTART- -X- -X- O

John NNP B-NP B-PER
Smith NNP I-NP I-PER
left VBD B-VP O
Paris NNP B-NP B-LOC

The DT B-NP O
U.N. NNP I-NP I-ORG
met VBD B-VP O

-DOCSTART- -X- -X- O

Mary NNP B-NP B-PER
"""
HIPE = """TOKEN\tNE-COARSE-LIT\tMISC
# document_id = sn1
London\tB-loc\tNoSpaceAfter
,\tO\t_
the\tO\t_
Times\tB-prod\t_
"""


@pytest.fixture(scope="module")
def gold_files() -> Any:  # noqa: ANN401 - a script loaded by its path
    spec = importlib.util.spec_from_file_location("gold_files", BENCHMARKS / "gold_files.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(gold_files: Any, path: Path, text: str) -> list[tuple[str, list[tuple[str, str]]]]:  # noqa: ANN401 - see above
    path.write_text(text, encoding="utf-8")
    return [
        (one["text"], [(span["type"], one["text"][span["start"] : span["end"]]) for span in one["spans"]])
        for one in gold_files.documents(path)
    ]


def test_columns_of_conll(gold_files: Any, tmp_path: Path) -> None:  # noqa: ANN401 - see above
    first, second = read(gold_files, tmp_path / "gold.conll", CONLL)
    assert first == ("John Smith left Paris The U.N. met ", [("PER", "John Smith"), ("LOC", "Paris"), ("ORG", "U.N.")])
    assert second == ("Mary ", [("PER", "Mary")])


def test_columns_with_headings_and_words_without_a_space_between(gold_files: Any, tmp_path: Path) -> None:  # noqa: ANN401
    assert read(gold_files, tmp_path / "gold.tsv", HIPE) == [("London, the Times ", [("LOC", "London")])]


def test_json_lines_of_spans_and_of_words(gold_files: Any, tmp_path: Path) -> None:  # noqa: ANN401 - see above
    spans = {"id": "a", "text": "In Paris", "spans": [{"start": 3, "end": 8, "type": "GPE"}]}
    words = {"id": "b", "sents": [{"t": ["Mary", "left"], "w": [1, 0], "y": ["B-PER", "O"]}]}
    found = read(gold_files, tmp_path / "gold.jsonl", f"{json.dumps(spans)}\n{json.dumps(words)}\n")
    assert found == [("In Paris", [("LOC", "Paris")]), ("Mary left ", [("PER", "Mary")])]


def test_the_table_of_a_gold_file(tmp_path: Path) -> None:
    gold = tmp_path / "gold.conll"
    gold.write_text(CONLL, encoding="utf-8")
    command = [sys.executable, str(BENCHMARKS / "names.py"), str(gold)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "gold.conll: 2 documents" in told
    assert "{'LOC': 1, 'ORG': 1, 'PER': 2}" in told
    assert "interval of F1" in told
