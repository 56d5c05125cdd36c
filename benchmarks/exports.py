"""Cost of an EPUB and of plain text, relative to a bare EbookLib book of the same text. Whole processes, medians.

.venv/bin/python benchmarks/exports.py [TEI ...] [--runs N]

Without files: the sample edition's article (after `make edition`), and novels made of its words: 0.5 and 3 MB.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "output" / "tei" / "militant-1997-04-28.xml"
TEI = "http://www.tei-c.org/ns/1.0"
BARE = """
import sys
from html import escape
from ebooklib import epub
from lxml import etree
text = etree.parse(sys.argv[1]).getroot().iter("{http://www.tei-c.org/ns/1.0}text")
blocks = [p for t in text for p in t.iter() if isinstance(p.tag, str) and p.tag.endswith(("}p", "}l", "}head"))]
body = "".join(f"<p>{escape(''.join(p.itertext()))}</p>" for p in blocks)
book = epub.EpubBook()
book.set_identifier("x"); book.set_title("x"); book.set_language("en")
page = epub.EpubHtml(title="x", file_name="x.xhtml", lang="en")
page.content = f"<html><body>{body}</body></html>"
book.add_item(page)
book.toc = (page,)
book.add_item(epub.EpubNcx()); book.add_item(epub.EpubNav())
book.spine = ["nav", page]
epub.write_epub(sys.argv[2], book)
"""


def measured(command: list[str], cache: Path) -> tuple[float, float]:
    """CPU seconds and MiB of one run; compiled modules are kept in ``cache``, as an installed program has them."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)[:200]} failed with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def novel(path: Path, size: int) -> Path:
    """Write a novel of about ``size`` bytes: chapters of the article's paragraphs, their names linked."""
    root = etree.parse(ARTICLE).getroot()
    body = root.find(f".//{{{TEI}}}body")
    if body is None:
        sys.exit(f"{ARTICLE} has no body")
    div = body[0]
    for node in div.iter():
        node.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
    count = size // len(etree.tostring(div)) - 1
    for _ in range(count):
        body.append(deepcopy(div))
    etree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    program = [sys.executable, "-m", "tei_edition", "export"]
    print("| file | KB | bare EbookLib | EPUB | ratio | memory | text | ratio |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [ARTICLE, novel(folder / "novel.xml", 537_000), novel(folder / "large.xml", 3_000_000)]
        for path in arguments.files or made:
            commands = (
                [sys.executable, "-c", BARE, str(path), str(folder / "bare.epub")],
                [*program, "epub", str(path), "-o", str(folder / "ours.epub")],
                [*program, "text", str(path), "-o", str(folder / "ours.txt")],
            )
            for command in commands:
                measured(command, folder / "cache")
            runs = [[measured(command, folder / "cache") for command in commands] for _ in range(arguments.runs)]
            bare, ours, text = (statistics.median(run[i][0] for run in runs) for i in range(3))
            memory = max(run[1][1] for run in runs)
            print(
                f"| {path.name} | {path.stat().st_size // 1000} | {bare:.2f} s | {ours:.2f} s | {ours / bare:.2f} "
                f"| {memory:.0f} MiB | {text:.2f} s | {text / bare:.2f} |"
            )


if __name__ == "__main__":
    main()
