"""Whatever is given: findings with the right line, within 5 seconds and 200 MiB, and nothing else is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tei_edition.validation import validate
from tei_edition.validation.options import LIMIT

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
    "<title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><div>"
)
TAIL = "</div></body></text></TEI>"
SOUND = f"{HEAD}\n<p>caf\u00e9</p>\n{TAIL}"
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "X001", 1),
        (b"\n\n", "X001", 1),
        (f'<!DOCTYPE TEI [<!ENTITY l0 "x">{BOMB}]>{SOUND}'.encode(), "X005", 1),
        (f'<!DOCTYPE TEI [\n<!ENTITY e SYSTEM "file:///etc/passwd">]>{SOUND}'.encode(), "X005", 2),
        (SOUND.encode("latin-1"), "X002", 2),
        (SOUND.encode().replace(b"caf", b"ca\0f"), "X108", 2),
        (SOUND.encode()[:-8], "X101", 3),
        (SOUND.encode()[: len(HEAD) + 4], "X101", 2),
        (SOUND.replace("TEI xmlns", "teiHeader xmlns").replace("</TEI>", "</teiHeader>").encode(), "S201", 1),
        (SOUND.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").encode(), "S202", 1),
        (SOUND.replace("www.tei-c.org", "tei-c.org").encode(), "S203", 1),
        (b"\n<html/>", "S205", 2),
    ],
)
def test_what_cannot_be_read_is_one_finding_with_its_line(data: bytes, code: str, line: int) -> None:
    result = validate(data, "x.xml")
    assert result.document is None
    assert [(f.code, f.locus.line) for f in result.findings] == [(code, line)]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_are_read(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{SOUND}' if "16" in codec else SOUND
    data = f"\ufeff{text}".encode(codec) if codec == "utf-16-le" else text.encode(codec)
    assert validate(data, "x.xml").findings == ()


def test_a_doctype_without_entities_is_no_fault() -> None:
    validated = validate(f'<!DOCTYPE TEI SYSTEM "none.dtd">{SOUND}'.encode(), "x.xml")
    assert validated.document is not None
    assert [each.code for each in validated.findings] == ["X020"]


def test_an_undeclared_entity_is_told_with_its_line() -> None:
    (finding,) = validate(SOUND.replace("caf", "&nbsp;").encode(), "x.xml").findings
    assert (finding.code, finding.locus.line) == ("X102", 2)


PROGRAM = """
    import resource, sys
    from tei_edition.validation import validate
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    codes = [finding.code for finding in validate(data, "x.xml").findings]
    used = resource.getrusage(resource.RUSAGE_SELF)
    # Not ru_maxrss, in which the process that started this one counts.
    with open("/proc/self/status") as status:
        peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    print(len(codes), *sorted(set(codes)), "|", used.ru_utime + used.ru_stime, peak)
"""


needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system has no /proc")


def measured(inside: list[tuple[str, int]], folder: Path) -> tuple[list[str], float, float]:
    """Validate a document with this in its division in a process of its own.

    Returns:
        The number of findings and their codes, seconds of processor time, and MiB.
    """
    path = folder / "x.xml"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for piece, times in inside:
            file.write(piece * times)
        file.write(TAIL)
    command = [sys.executable, "-c", dedent(PROGRAM), str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    output, _, rest = run.stdout.rpartition("|")
    seconds, memory = rest.split()
    return output.split(), float(seconds), int(memory) / 1024


@needs_proc
@pytest.mark.slow
@pytest.mark.parametrize(
    ("inside", "codes"),
    [
        ([("<p><foo/></p>", 100_000)], {"S211", "S299"}),
        ([('<p foo="1"/>', 100_000)], {"S214", "S299"}),
        ([("<foo/>", 100_000)], {"S211", "S299"}),
        ([('<p><ref target="#x"/></p>', 100_000)], {"R402"}),
        ([("<q>", 5000), ("</q>", 5000)], set()),
        ([('<p n="', 1), ("x", 100_000_000), ('"/>', 1)], {"S207"}),
        ([("<p>", 1), ("\u00e9 ", 3_000_000), ("</p>", 1)], set()),
    ],
    ids=["elements", "attributes", "one parent", "pointers", "depth", "attribute", "text"],
)
def test_large_and_bad_within_five_seconds_and_200_mebibytes(
    inside: list[tuple[str, int]], codes: set[str], tmp_path: Path
) -> None:
    (number, *found), seconds, memory = measured(inside, tmp_path)
    assert int(number) <= LIMIT + 1
    assert codes <= set(found)
    assert seconds < 5
    assert memory < 200


@needs_proc
def test_memory_of_one_article_is_small(tmp_path: Path) -> None:
    assert measured([("<p>One.</p>", 20)], tmp_path)[2] < 60
