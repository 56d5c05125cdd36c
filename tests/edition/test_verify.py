from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.finding import Severity
from tei_edition.edition.verify import compare, first_difference, verify, words
from tei_edition.encoding.encode import encode
from tei_edition.model.links import Linked
from tei_edition.readers.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

PLANTED = 1000


def document(data: bytes, name: str = "x.txt") -> bytes:
    article = read(name, data).article
    assert article is not None
    return encode(article, Linked(article.annotations)).draft.data


def checked(source: bytes, tei: bytes, name: str = "x.txt") -> list[tuple[str, int, int]]:
    found = verify(source, tei, source_name=name, path="x.xml")
    return [(finding.code, finding.locus.line, finding.locus.column) for finding in found]


def planted(tei: bytes, rng: random.Random) -> tuple[bytes, int]:
    """The document with one word of its text deleted, doubled or swapped, and the number of the word."""
    begins = tei.index(b'<div type="article"')
    head, text = tei[:begins].decode(), tei[begins:].decode()
    tokens = re.findall(r"<[^>]*>|[^<\s]+|\s+", text)
    places = [n for n, token in enumerate(tokens) if token[0] != "<" and not token.isspace()]
    while True:
        number = rng.randrange(len(places) - 1)
        here, there = places[number], places[number + 1]
        change = rng.choice(["delete", "double", "swap"])
        between = "".join(tokens[here + 1 : there])
        if between.isspace() and not (change == "swap" and tokens[here] == tokens[there]):
            break
    if change == "delete":
        tokens[here] = ""
    elif change == "double":
        tokens[here] += f" {tokens[here]}"
    else:
        tokens[here], tokens[there] = tokens[there], tokens[here]
    return (head + "".join(tokens)).encode(), number


@pytest.fixture(scope="module")
def source(sample: Path) -> bytes:
    return sample.read_bytes()


def test_a_faithful_document_has_no_finding(source: bytes) -> None:
    assert checked(source, document(source)) == []


def test_a_thousand_planted_errors_are_caught_and_located(source: bytes) -> None:
    tei = document(source)
    lines = source.decode().split("\n")
    rng = random.Random(1997)  # noqa: S311 - no secret
    for _ in range(PLANTED):
        damaged, _ = planted(tei, rng)
        found = verify(source, damaged, source_name="x.txt", path="x.xml")
        assert [finding.code for finding in found] == ["E583"]
        locus = found[0].locus
        shown = re.search("the source has “([^”]*)", found[0].message)
        assert shown
        first = shown[1].split(" ")[0].split("\u00a0")[0]
        assert lines[locus.line - 1][locus.column - 1 :].startswith(first)


def test_the_very_word_is_named() -> None:
    data = b"Works Begin\n\nThe price of coal was before the committee that day.\n"
    tei = document(data)
    assert checked(data, tei.replace(b"of coal", b"coal")) == [("E583", 3, 11)]
    assert checked(data, tei.replace(b"the committee", b"committee the")) == [("E583", 3, 30)]
    assert checked(data, tei.replace(b"that day.", b"that that day.")) == [("E583", 3, 49)]
    assert checked(data, tei.replace(b" that day.", b"")) == [("E583", 3, 44)]


@pytest.mark.parametrize("indent", ["\n", "\n      ", "  \n\t"])
def test_other_white_space_is_only_told(source: bytes, indent: str) -> None:
    tei = document(source).decode()
    begins = tei.index('<div type="article"')
    reflowed = tei[:begins] + re.sub(r"\s+(?![^<]*>)", indent, tei[begins:])
    found = verify(source, reflowed.encode(), source_name="x.txt", path="x.xml")
    assert [(finding.code, finding.severity) for finding in found] == [("E584", Severity.INFO)]


def test_blocks_that_a_program_put_on_lines_of_their_own_are_no_difference() -> None:
    data = b"A pioneer of the harbour.By JOHN MILL\n\nLONDON, April 3--The committee met, and it heard a report.\n"
    tei = document(data)
    assert b"<byline>" in tei
    assert b"<dateline>" in tei
    apart = tei.replace(b"</head><byline>", b"</head>\n<byline>").replace(b"</opener><p ", b"</opener>\n  <p ")
    assert apart != tei
    assert [code for code, *_ in checked(data, apart)] == ["E584"]


@given(st.lists(st.sampled_from(["a", "ab", "b", "the", "a-b", "."]), max_size=12), st.data())
def test_words_parted_otherwise_do_not_differ(parts: list[str], data: st.DataObject) -> None:
    one = "".join(part + data.draw(st.sampled_from(["", " ", "\n"])) for part in parts)
    other = "".join(part + data.draw(st.sampled_from(["", " ", "\n"])) for part in parts)
    assert first_difference(words(one), words(other)) == (None, None)


@given(
    st.lists(st.sampled_from(["a", "ab", "b", "the", "."]), max_size=8), st.lists(st.sampled_from("ab."), max_size=8)
)
def test_texts_of_other_characters_differ(one: list[str], other: list[str]) -> None:
    same = "".join(one) == "".join(other)
    assert (first_difference(words(" ".join(one)), words(" ".join(other))) == (None, None)) is same


def test_words_know_their_places() -> None:
    assert [(word.text, word.start) for word in words(" a bb\n a ")] == [("a", 1), ("bb", 3), ("a", 7)]
    assert compare("a b", "a b", "x") == ()


def test_control_characters_are_compared_as_what_they_stand_for() -> None:
    data = b"Works Begin\n\nA line with\x07 a bell, and more words that are to be read.\n"
    tei = document(data)
    assert checked(data, tei) == []
    assert [code for code, *_ in checked(data, tei.replace("\u2407".encode(), b"\x26amp;"))] == []
    assert checked(data, tei.replace(b"U+0007", b"U+0008"))[0][0] == "E583"


HTML = (
    b"<html><head><title>Works</title></head><body><nav><a href='/a'>Home</a> <a href='/b'>News</a></nav>"
    b"<article><h1>Works Begin</h1><p>The price of coal was before the committee.</p></article>"
    b"<footer>All rights reserved</footer></body></html>"
)


def test_a_web_page_is_verified_with_its_ledger() -> None:
    tei = document(HTML, "x.html")
    assert checked(HTML, tei, "x.html") == []
    assert checked(HTML, tei.replace(b"of coal", b"coal"), "x.html")[0][0] == "E583"
    assert checked(HTML, tei.replace(b"Home News", b"Home"), "x.html")[0][0] == "E585"


def test_what_cannot_be_read_is_told() -> None:
    assert checked(b"", document(HTML, "x.html"))[0][0] == "X001"
    assert checked(HTML, b"<TEI", "x.html")[0][0] == "X101"


def test_the_command(tmp_path: Path, sample: Path, tei_edition: Command) -> None:
    (tmp_path / "a.xml").write_bytes(document(sample.read_bytes()))
    done = tei_edition("verify", sample, tmp_path / "a.xml")
    assert (done.returncode, "each word" in done.stdout) == (0, True)
    (tmp_path / "b.xml").write_bytes(document(sample.read_bytes()).replace(b"Stalin", b"Lenin", 5))
    done = tei_edition("verify", sample, tmp_path / "b.xml")
    assert done.returncode == 1
    assert "E583" in done.stdout
    assert tei_edition("verify", sample, tmp_path / "none.xml").returncode == 1
