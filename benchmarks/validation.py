"""Time and memory of ``tei-edition validate`` beside ``jing tei_all.rng``: whole processes, paired, medians of ratios.

.venv/bin/python benchmarks/validation.py [--runs N] [--mutants N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import etree

from tei_edition.validation import ValidationOptions, validate

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from jing_verdicts import jing  # noqa: E402 - the tests' own
from mutants import mutants  # noqa: E402

OURS = ROOT / "src/tei_edition/schemas/tei_edition.rng"
TEI_ALL = ROOT.parent / "shared/data/schemas/tei_all.rng"
FIVE_MEGABYTES = 5_000_000


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and MiB of one run."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def row(what: str, files: list[Path], schema: Path | None, runs: int) -> None:
    ours = [sys.executable, "-m", "tei_edition", "validate", *map(str, files)]
    ours += ["--schema", str(schema)] if schema else []
    pairs = [(measured(ours), measured(["jing", str(TEI_ALL), *map(str, files)])) for _ in range(runs)]
    ratio = statistics.median(mine[0] / other[0] for mine, other in pairs)
    seconds, theirs = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
    memory, more = (statistics.median(pair[side][1] for pair in pairs) for side in (0, 1))
    print(
        f"| {what} | {ratio:.3f} | {seconds:.3f} s | {theirs:.3f} s | {memory:.0f} MiB | {more:.0f} MiB |", flush=True
    )


def articles() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tei_edition", "convert", *map(str, (ROOT / "sources").glob("*.txt"))]
        subprocess.run([*command, "-o", folder, "-q"], check=False, capture_output=True)
        return [path.read_bytes() for path in sorted(Path(folder).glob("*.xml"))]


def large(article: bytes) -> bytes:
    """One document of 5 MB: the text's division again and again, its ids made unique."""
    root = etree.fromstring(article)
    body = next(root.iter("{*}body"))
    text = etree.tostring(body[0], encoding="unicode")
    inside = [text.replace('xml:id="', f'xml:id="x{n}-') for n in range(FIVE_MEGABYTES // len(text.encode()) + 1)]
    body.clear()
    whole = etree.tostring(root, encoding="unicode")
    return whole.replace("<body/>", f"<body>{''.join(inside)}</body>").encode()


def agreement(documents: list[bytes], number: int) -> None:
    for schema in (OURS, TEI_ALL):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for index, data in enumerate(mutants(documents, number, seed=1)):
                files.append(Path(folder) / f"{index}.xml")
                files[-1].write_bytes(data)
            verdicts = jing(schema, files)
            options = ValidationOptions(schema=schema.read_bytes(), schema_name=str(schema), select=("S",))
            found = {file: validate(file.read_bytes(), "x", options=options).findings for file in verdicts}
        same = sum(bool(found[file]) == bool(verdicts[file]) for file in verdicts)
        both = [file for file in verdicts if found[file] and verdicts[file]]
        lines = sum(min(f.locus.line for f in found[file]) == verdicts[file][0][0] for file in both)
        print(f"{schema.name}: verdicts equal to jing's {same}/{len(verdicts)}")
        print(f"{schema.name}: first error on jing's line {lines}/{len(both)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--mutants", type=int, default=1000)
    chosen = parser.parse_args()
    documents = articles()
    print("| what | ratio | tei-edition | jing | memory | jing |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "large.xml").write_bytes(large(documents[0]))
        many = [folder / f"{index}.xml" for index in range(1000)]
        for index, file in enumerate(many):
            file.write_bytes(documents[index % len(documents)])
        for schema, called in ((None, "ours"), (TEI_ALL, "tei_all")):
            row(f"one article, {called}", many[:1], schema, chosen.runs)
            row(f"one 5 MB document, {called}", [folder / "large.xml"], schema, chosen.runs)
            row(f"1,000 articles, {called}", many, schema, max(chosen.runs // 2, 1))
    agreement(documents, chosen.mutants)


if __name__ == "__main__":
    main()
