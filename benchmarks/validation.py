"""Time and memory of ``tei-edition validate`` beside ``jing tei_all.rng``: whole processes, paired, medians of ratios.

Beside the time on the clock stands that of the processors: jing keeps two of them busy. Memory is that of the largest
process; with several jobs there is one more than jobs.

.venv/bin/python benchmarks/validation.py [--runs N] [--mutants N] [--files N]
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


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, of the processors, and MiB of one run."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(files: list[Path], *options: str) -> list[str]:
    return [sys.executable, "-m", "tei_edition", "validate", *map(str, files), *options]


def jing_over(files: list[Path]) -> list[str]:
    return ["jing", str(TEI_ALL), *map(str, files)]


def row(what: str, one: list[str], other: list[str], runs: int) -> None:
    """Print the ratio of two commands, run by turns."""
    pairs = [(measured(one), measured(other)) for _ in range(runs)]
    clock, processors = (statistics.median(mine[at] / its[at] for mine, its in pairs) for at in (0, 1))
    seconds, theirs = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
    memory, more = (statistics.median(pair[side][2] for pair in pairs) for side in (0, 1))
    cells = (what, f"{clock:.3f}", f"{processors:.3f}", f"{seconds:.3f} s", f"{theirs:.3f} s", f"{memory:.0f} MiB")
    print(f"| {' | '.join(cells)} | {more:.0f} MiB |", flush=True)


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
    parser.add_argument("--files", type=int, default=10_000, help="for the comparison of one job with two")
    chosen = parser.parse_args()
    documents = articles()
    print("| what | ratio | processors | first | second | memory | second |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        against_jing(folder, documents, chosen.runs)
        against_itself(folder, documents, chosen.files, max(chosen.runs // 2, 1))
    agreement(documents, chosen.mutants)


def against_jing(folder: Path, documents: list[bytes], runs: int) -> None:
    (folder / "large.xml").write_bytes(large(documents[0]))
    many = copies(folder / "many", documents, 1000)
    for options, called in (((), "ours"), (("--schema", str(TEI_ALL)), "tei_all")):
        measured(ours(many[:1], *options))  # the table of the schema is made once
        for what, files in (("one article", many[:1]), ("one 5 MB document", [folder / "large.xml"])):
            row(f"{what}, {called}", ours(files, *options), jing_over(files), runs)
        row(f"1,000 articles, {called}", ours(many, *options, "--no-cache"), jing_over(many), max(runs // 2, 1))


def against_itself(folder: Path, documents: list[bytes], number: int, runs: int) -> None:
    copies(folder / "again", documents, 1000)
    time.sleep(0.5)  # what was written a moment ago is not remembered
    again = ours([folder / "again"])
    measured(again)
    row("1,000 unchanged articles, first run", again, [*again, "--no-cache"], runs)
    copies(folder / "lots", documents, number)
    lots = ours([folder / "lots"], "--no-cache", "--jobs")
    row(f"{number:,} articles, two jobs and one", [*lots, "2"], [*lots, "1"], runs)


def copies(folder: Path, documents: list[bytes], number: int) -> list[Path]:
    folder.mkdir()
    files = [folder / f"{index}.xml" for index in range(number)]
    for index, file in enumerate(files):
        file.write_bytes(documents[index % len(documents)])
    return files


if __name__ == "__main__":
    main()
