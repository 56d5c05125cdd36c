"""Time and memory of the commands that people wait for: --help, one build, a second build. Whole processes, medians.

.venv/bin/python benchmarks/build.py [--articles N] [--runs N]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds, CPU seconds and MiB of one run."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with {process.returncode}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(what: str, command: list[str], runs: int, before: list[Path] | None = None) -> None:
    results = []
    for _ in range(runs):
        for path in before or []:
            shutil.rmtree(path, ignore_errors=True)
        results.append(measured(command))
    seconds, cpu, memory = (statistics.median(values) for values in zip(*results, strict=True))
    print(f"| {what} | {seconds:.2f} s | {cpu:.2f} s | {memory:.0f} MiB |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    program = [sys.executable, "-m", "tei_edition"]
    print("| what | wall | CPU | memory |\n|---|---|---|---|")
    row("python -c pass", [sys.executable, "-c", "pass"], arguments.runs)
    row("tei-edition --help", [*program, "--help"], arguments.runs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "sources", folder / "sources")
        shutil.copy(ROOT / "edition.toml", folder)
        build = [*program, "build", "--project", name]
        made = [folder / "output", folder / ".tei-edition"]
        row("build, one article", build, arguments.runs, made)
        row("build again, nothing to do", build, arguments.runs)
        row("validate one document", [*program, "validate", str(folder / "output" / "tei")], arguments.runs)
        sample = (folder / "sources" / "militant-1997-04-28.txt").read_text(encoding="utf-8")
        for number in range(arguments.articles):
            other = sample.replace("Difference", f"Difference No. {number}")
            (folder / "sources" / f"a{number}.txt").write_text(other, encoding="utf-8")
        count = f"{arguments.articles + 1} articles"
        row(f"build, {count}, 1 process", [*build, "--jobs", "1"], 1, made)
        row(f"build, {count}, 2 processes", [*build, "--jobs", "2"], 1, made)
        row(f"build again, {count}, nothing to do", build, 1)


if __name__ == "__main__":
    main()
