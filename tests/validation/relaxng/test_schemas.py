# ruff: noqa: E501, ISC004 - schemas and documents are easier to read in one piece
"""Schemas of every construct, and what documents they take: the tables of RELAX NG's own semantics."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from jing_verdicts import jing
from tei_edition.core.errors import UsageError
from tei_edition.validation.relaxng import written_table
from tei_edition.validation.relaxng.acceptance import is_valid
from tei_edition.validation.relaxng.faults import Kind
from tei_edition.validation.relaxng.schema import Schema
from tei_edition.validation.relaxng.tables import Table
from tei_edition.validation.relaxng.walk import faults

if TYPE_CHECKING:
    from pathlib import Path

NS = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'

CASES = (
    ("zero or more of nothing", "<zeroOrMore><empty/></zeroOrMore>", ["<r/>", "<r> </r>"], ["<r>x</r>", "<r><a/></r>"]),
    ("interleave", "<interleave><ref name='a'/><oneOrMore><ref name='b'/></oneOrMore></interleave>",
     ["<r><a/><b/></r>", "<r><b/><a/><b/></r>"], ["<r><a/></r>", "<r><a/><b/><a/></r>", "<r><b/></r>"]),
    ("mixed", "<mixed><ref name='a'/></mixed>", ["<r>x<a/>y</r>", "<r><a/></r>"], ["<r>x</r>"]),
    ("text then element", "<text/><ref name='a'/>", ["<r>x<a/></r>", "<r><a/></r>"], ["<r><a/>x</r>"]),
    ("list", "<list><data type='integer'/><oneOrMore><value>x</value></oneOrMore></list>",
     ["<r>1 x x</r>", "<r>\n1\tx </r>"], ["<r>1</r>", "<r>x 1</r>", "<r/>"]),
    ("data or element", "<choice><data type='date'/><ref name='a'/></choice>",
     ["<r>1997-04-28</r>", "<r> <a/> </r>"], ["<r>1997</r>", "<r>1997-04-28<a/></r>", "<r/>"]),
    ("data except", "<data type='token'><except><value>no</value></except></data>", ["<r>yes</r>"], ["<r> no </r>"]),
    ("values", "<choice><value type='integer'>1</value><value>x y</value></choice>",
     ["<r>01</r>", "<r> x  y </r>"], ["<r>2</r>", "<r>xy</r>"]),
    ("parameters", "<data type='decimal'><param name='minInclusive'>0</param><param name='pattern'>\\d+</param></data>",
     ["<r>7</r>"], ["<r>-7</r>", "<r>7.0</r>"]),
    ("any name", "<element><anyName><except><name>a</name></except></anyName><zeroOrMore><attribute><anyName/></attribute>"
     "</zeroOrMore><text/></element>", ["<r><z q='1' p=''>x</z></r>"], ["<r><a/></r>", "<r/>", "<r><z/><z/></r>"]),
    ("name of a namespace", "<element><nsName ns='u'/><empty/></element>",
     ["<r><z xmlns='u'/></r>"], ["<r><z/></r>", "<r><z xmlns='v'/></r>"]),
    ("choice of names", "<element><choice><name>x</name><name>y</name></choice><empty/></element>",
     ["<r><x/></r>", "<r><y/></r>"], ["<r><z/></r>"]),
    ("not allowed", "<choice><notAllowed/><ref name='a'/></choice>", ["<r><a/></r>"], ["<r/>"]),
    ("optional attribute", "<optional><attribute name='n'/></optional>", ["<r/>", "<r n='x'/>"], ["<r m='x'/>"]),
    ("attribute or content", "<choice><attribute name='n'/><ref name='a'/></choice>",
     ["<r n=''/>", "<r><a/></r>"], ["<r/>", "<r n=''><a/></r>"]),
    ("attributes that belong together", "<optional><group><attribute name='n'/><attribute name='m'/></group></optional>",
     ["<r/>", "<r m='' n=''/>"], ["<r n=''/>", "<r m=''/>"]),
    ("attribute decides the content", "<choice><group><attribute name='t'><value>1</value></attribute><ref name='a'/>"
     "</group><group><attribute name='t'><value>2</value></attribute><ref name='b'/></group></choice>",
     ["<r t='1'><a/></r>", "<r t='2'><b/></r>"], ["<r t='1'><b/></r>", "<r t='3'/>", "<r><a/></r>"]),
    ("one name, two contents", "<choice><element name='x'><ref name='a'/></element><group><element name='x'>"
     "<ref name='b'/></element><ref name='a'/></group></choice>",
     ["<r><x><a/></x></r>", "<r><x><b/></x><a/></r>"], ["<r><x><a/></x><a/></r>", "<r><x><b/></x></r>", "<r><x/></r>"]),
    ("nested grammar", "<grammar><start><choice><ref name='a'/><parentRef name='a'/></choice></start>"
     "<define name='a'><element name='c'><empty/></element></define></grammar>",
     ["<r><a/></r>", "<r><c/></r>"], ["<r/>", "<r><b/></r>"]),
    ("IDs", "<zeroOrMore><ref name='i'/></zeroOrMore>", ["<r><i id='x'/><i id='y' ref='x'/></r>"],
     ["<r><i id='x'/><i id='x'/></r>", "<r><i id='x' ref='y'/></r>", "<r><i id='1'/></r>"]),
    ("recursion", "<ref name='deep'/>", ["<r><d><d/></d></r>"], ["<r><d><a/></d></r>", "<r><d/><d/></r>"]),
    ("comments between", "<ref name='a'/><text/>", ["<r><!-- --><a/>x<!-- -->y</r>"], ["<r>x<!-- --><a/></r>"]),
)  # fmt: skip


def schema(content: str) -> str:
    return (
        f"<grammar {NS} xmlns:a='http://relaxng.org/ns/compatibility/annotations/1.0'><a:documentation>x</a:documentation>"
        f"<start><element name='r'>{content}</element></start>"
        "<define name='a'><element name='a'><empty/></element></define>"
        "<define name='b'><element name='b'><empty/></element></define>"
        "<define name='deep'><element name='d'><optional><ref name='deep'/></optional></element></define>"
        "<define name='i'><element name='i'><attribute name='id'><data type='ID'/></attribute>"
        "<optional><attribute name='ref'><data type='IDREF'/></attribute></optional></element></define></grammar>"
    )


def verdict(rules: str, document: str) -> bool:
    return not faults(etree.fromstring(document), Schema(rules.encode()), 100)


@pytest.mark.parametrize(("content", "right", "wrong"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_takes_and_refuses(content: str, right: list[str], wrong: list[str]) -> None:
    rules = schema(content)
    assert [document for document in right if not verdict(rules, document)] == []
    assert [document for document in wrong if verdict(rules, document)] == []


@pytest.mark.parametrize(("content", "right", "wrong"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_table_takes_nothing_wrong(content: str, right: list[str], wrong: list[str]) -> None:
    compiled = Schema(schema(content).encode())
    table = Table.read(written_table(compiled))
    assert [document for document in wrong if taken(document, table)] == []
    # What the table leaves out is for the walk to judge.
    if not any(unusual in content for unusual in ("ame", "data", "value", "list", "<text/><", "choice><group")):
        assert [document for document in right if not taken(document, table)] == []


def taken(document: str, table: Table) -> bool:
    return is_valid([(node, node.items()) for node in etree.fromstring(document).iter("*")], table)


@pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed")
def test_jing_agrees(tmp_path: Path) -> None:
    for number, (name, content, right, wrong) in enumerate(CASES):
        rules = tmp_path / f"{number}.rng"
        rules.write_text(schema(content), encoding="utf-8")
        files = []
        for index, document in enumerate(right + wrong):
            files.append(tmp_path / f"{number}-{index}.xml")
            files[-1].write_text(document, encoding="utf-8")
        found = jing(rules, files)
        assert [not found[file] for file in files] == [True] * len(right) + [False] * len(wrong), name


FILES = {
    "dir/main.rng": f"<grammar {NS} ns='urn:n'><include href='base.rng'><define name='x'><element name='y'><empty/></element>"
    "</define></include><define name='more' combine='choice'><externalRef href='../other.rng'/></define></grammar>",
    "dir/base.rng": f"<grammar {NS}><start><element name='r'><ref name='x'/><ref name='more'/></element></start>"
    "<define name='x'><element name='x'><empty/></element></define><define name='more' combine='choice'><empty/></define>"
    "</grammar>",
    "other.rng": f"<element {NS} name='o'><empty/></element>",
}


def test_included_files_are_asked_of_the_resolver() -> None:
    asked: list[str] = []

    def resolve(name: str) -> bytes | None:
        asked.append(name)
        return FILES["other.rng" if name.endswith("other.rng") else name].encode()

    rules = Schema(FILES["dir/main.rng"].encode(), "dir/main.rng", resolve)
    assert not faults(etree.fromstring("<r xmlns='urn:n'><y/></r>"), rules, 9)
    assert not faults(etree.fromstring("<r xmlns='urn:n'><y/><o/></r>"), rules, 9)
    assert faults(etree.fromstring("<r xmlns='urn:n'><x/></r>"), rules, 9)
    assert asked == ["dir/base.rng", "dir/../other.rng"]


@pytest.mark.parametrize(
    ("source", "says", "line"),
    [
        (f"<grammar {NS}>\n<start><ref name='none'/></start></grammar>", "no definition of none", 2),
        (f"<grammar {NS}><start><empty/></start>\n\n<define name='x'><ref name='y'/></define></grammar>", "of y", 3),
        (f"<grammar {NS}/>", "no start", 1),
        (f"<element {NS} name='x'>\n<data type='nothing'/></element>", "no datatype nothing", 2),
        (f"<element {NS} name='x'>\n<data type='integer'><param name='q'>1</param></data></element>", "parameter", 2),
        (f"<element {NS} name='x'>\n<foo/></element>", "<foo> cannot stand here", 2),
        (f"<element {NS} name='p:x'><empty/></element>", "prefix p", 1),
        (f"<grammar {NS}>\n<include href='x.rng'/></grammar>", "needs another file: x.rng", 2),
        (f"<grammar {NS}><start><ref name='a'/></start>\n<define name='a'><ref name='a'/></define></grammar>", "itself", 2),
        (f"<grammar {NS}><start><ref name='a'/></start><define name='a'><empty/></define>\n<define name='a'><empty/></define>"
         "</grammar>", "more than once", 2),
        ("<xs:schema xmlns:xs='x'/>", "not RELAX NG", 1),
        ("<grammar", "not well-formed", 1),
    ],
)  # fmt: skip
def test_a_broken_schema_is_told_with_file_and_line(source: str, says: str, line: int) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        faults(etree.fromstring("<x/>"), Schema(source.encode(), "my.rng"), 9)
    assert (caught.value.path, caught.value.line) == ("my.rng", line)
    assert caught.value.cure


def test_faults_are_told_once_a_cause() -> None:
    rules = Schema(schema("<ref name='a'/><ref name='b'/><oneOrMore><ref name='i'/></oneOrMore>").encode())

    def kinds(document: str) -> list[Kind]:
        return [fault.kind for fault in faults(etree.fromstring(document), rules, 100)]

    assert kinds("<r><a/><b/><i id='x'/></r>") == []
    assert kinds("<r><b/><i id='x'/></r>") == [Kind.ELEMENT_MISPLACED]
    assert kinds("<r><i id='x'/></r>") == [Kind.ELEMENT_MISPLACED]
    assert kinds("<r><a/><bb/><i id='x'/></r>") == [Kind.UNKNOWN_ELEMENT]
    assert kinds("<r><a/><b/></r>") == [Kind.INCOMPLETE]
    assert kinds("<r>x<a/>y<b/><i id='x'/></r>") == [Kind.TEXT_NOT_ALLOWED]
    assert kinds("<r><a/><b/><i/><i id='y' q=''/></r>") == [Kind.ATTRIBUTE_MISSING, Kind.ATTRIBUTE_NOT_ALLOWED]
    assert kinds("<z><a/></z>") == [Kind.ROOT]
