"""Users' own Schematron: with Saxon all of it, without it what XPath 1 can say, and a word on the rest."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition.core.errors import UsageError
from tei_edition.tei.parse import parse
from tei_edition.validation import ValidationOptions, validate
from tei_edition.validation.schematron import SchematronSource, engine, not_run, schematron_issues

if TYPE_CHECKING:
    from collections.abc import Callable

ENGINES = [False, pytest.param(True, marks=pytest.mark.skipif(find_spec("saxonche") is None, reason="no Saxon"))]
HEAD = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
    '<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'
)
DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n<p n="1">One</p>\n'
    '<!-- between --><p n="x" rend="no">Two <hi>three</hi></p></body></text></TEI>'
)


def hits(rules: str, *, saxon: bool, document: str = DOCUMENT) -> list[tuple[str, str, str]]:
    """Return element, attribute and message of each hit."""
    run = engine(f"{HEAD}{rules}</schema>".encode(), "own.sch", saxon=saxon)
    root = etree.fromstring(document.encode())
    elements = list(root.iter("*"))
    return [
        (
            etree.QName(elements[int(hit.get("at", ""))]).localname + (elements[int(hit.get("at", ""))].get("n") or ""),
            hit.get("attribute", ""),
            " ".join("".join(hit.itertext()).split()),
        )
        for hit in run.hits(root)
    ]


@pytest.mark.parametrize("saxon", ENGINES)
@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            (
                '<pattern><rule context="tei:p"><assert test="number(@n) = @n">no number: <value-of select="@n"/>!'
                "</assert></rule></pattern>"
            ),
            [("px", "", "no number: x!")],
        ),
        (
            (
                '<pattern><rule context="tei:p"><report test="tei:hi">a <name/> with <emph>hi</emph></report></rule>'
                "</pattern>"
            ),
            [("px", "", "a p with hi")],
        ),
        (
            '<pattern><rule context="tei:p/@rend"><report test="true()">no rend</report></rule></pattern>',
            [("px", "{}rend", "no rend")],
        ),
        (
            '<pattern><rule context="/"><assert test="tei:TEI/tei:teiHeader">no header</assert></rule></pattern>',
            [("TEI", "", "no header")],
        ),
        (
            '<pattern><rule context="tei:hi/text()"><report test=". = \'three\'">t</report></rule></pattern>',
            [("hi", "", "t")],
        ),
        ('<pattern><rule context="comment()"><report test="true()">c</report></rule></pattern>', [("body", "", "c")]),
        (
            (
                '<pattern><rule context="tei:p[@rend]"><assert test="true()">a</assert></rule>'
                '<rule context="tei:p"><report test="true()">other</report></rule></pattern>'
            ),
            [("p1", "", "other")],
        ),
        (
            (
                '<let name="all" value="count(//tei:p)"/>'
                '<pattern><rule context="tei:body"><let name="half" value="$all div 2"/>'
                '<assert test="$half = 2"><value-of select="$half"/></assert></rule></pattern>'
            ),
            [("body", "", "1")],
        ),
        (
            (
                '<pattern abstract="true" id="needs">'
                '<rule context="$element"><assert test="$what">no $what</assert></rule></pattern>'
                '<pattern is-a="needs"><param name="element" value="tei:p"/>'
                '<param name="what" value="@rend"/></pattern>'
            ),
            [("p1", "", "no $what")],
        ),
        (
            (
                '<pattern><rule abstract="true" id="r"><assert test="@rend">no rend</assert></rule>'
                '<rule context="tei:p"><extends rule="r"/></rule></pattern>'
            ),
            [("p1", "", "no rend")],
        ),
    ],
)
def test_rules_are_run(rules: str, expected: list[tuple[str, str, str]], *, saxon: bool) -> None:
    assert hits(rules, saxon=saxon) == expected


SECOND = (
    '<pattern><rule context="tei:p"><assert test="matches(@n, \'^\\d+$\')">no number</assert></rule></pattern>'
    '<pattern><rule context="tei:hi"><report test="true()">hi</report></rule></pattern>'
)


def test_what_xpath_1_cannot_say_is_left_out_and_told() -> None:
    assert [each[0] for each in hits(SECOND, saxon=False)] == ["hi"]
    assert [rule.context for rule in engine(f"{HEAD}{SECOND}</schema>".encode(), "own.sch", saxon=False).skipped] == [
        "tei:p"
    ]


@pytest.mark.skipif(find_spec("saxonche") is None, reason="no Saxon")
def test_with_saxon_all_is_run() -> None:
    assert [each[0] for each in hits(SECOND, saxon=True)] == ["px", "hi"]
    assert not not_run(SchematronSource("own.sch", f"{HEAD}{SECOND}</schema>".encode()))


def test_without_saxon_a_finding_names_each_rule_that_was_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_edition.validation.schematron.engines.find_spec", lambda _: None)
    (told,) = not_run(SchematronSource("own.sch", f"{HEAD}\n{SECOND}</schema>".encode()))
    assert (told.code, str(told.locus), told.severity) == ("R494", "own.sch:2", "info")
    assert "tei:p" in told.message


@pytest.mark.parametrize(
    ("role", "code"),
    [("", "R491"), ("error", "R491"), ("warning", "R492"), ("nonfatal", "R492"), ("information", "R493")],
)
def test_findings_stand_where_they_belong_with_the_weight_of_their_role(role: str, code: str) -> None:
    rules = (
        f'<pattern>\n<rule context="tei:p/@rend"><report test="true()" role="{role}">no rend</report></rule></pattern>'
    )
    schema = SchematronSource("own.sch", f"{HEAD}{rules}</schema>".encode())
    options = ValidationOptions(check_schema=False, select=("R49",), schematron=(schema,))
    (told,) = validate(DOCUMENT.encode(), "x.xml", options=options).findings
    assert (told.code, told.message, str(told.locus)) == (code, "no rend", "x.xml:3:26")
    assert told.hint == "see own.sch:2: true()"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"<schema", "not well-formed"),
        (b"<schema/>", "no ISO Schematron"),
        (b'<schema xmlns="http://www.ascc.net/xml/schematron"/>', "no ISO Schematron"),
        (f'{HEAD}<include href="a.sch"/></schema>'.encode(), "includes another file"),
    ],
)
def test_what_is_no_schematron_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        engine(source, "own.sch", saxon=False)


@pytest.mark.skipif(find_spec("saxonche") is None, reason="no Saxon")
def test_a_faulty_expression_is_told_with_its_file() -> None:
    rules = '<pattern><rule context="tei:p"><assert test="@n =">x</assert></rule></pattern>'
    with pytest.raises(UsageError, match="faulty") as told:
        engine(f"{HEAD}{rules}</schema>".encode(), "own.sch", saxon=True)
    assert told.value.path == "own.sch"


@pytest.mark.parametrize("saxon", ENGINES)
def test_the_rules_of_tei_are_run(shared: Path, *, saxon: bool) -> None:
    run = engine((shared / "data/schemas/tei_all.sch").read_bytes(), "tei_all.sch", saxon=saxon)
    assert len(run.checks) >= (122 if saxon else 60)
    assert saxon == (not run.skipped)
    root = etree.fromstring(DOCUMENT.replace('n="1"', 'when="1999" from="1998" subtype="x"').encode())
    assert {hit.get("at") for hit in run.hits(root)} == {"3"}


def test_our_own_schematron_says_what_our_rules_say(document: Callable[[str], bytes]) -> None:
    """ODD, Schematron and rules agree: what the Schematron objects to, a rule of the same code objects to."""
    if find_spec("saxonche") is None:
        pytest.skip("no Saxon")
    from tei_edition.core.catalogue import catalogue  # noqa: PLC0415 - this test alone needs it

    schema = SchematronSource("tei_edition.sch", OWN.read_bytes())
    run = engine(schema.source, schema.name)
    told = 0
    for code, rule in catalogue().items():
        for example in (rule.wrong, rule.right) if code.startswith("R4") and "xmlns:xi" not in rule.right else ():
            data = document(example)
            root = parse(data).root
            elements = [] if root is None else list(root.iter("*"))
            ours = {
                each.code for each in validate(data, "x.xml", options=ValidationOptions(check_schema=False)).findings
            }
            theirs = {issue.message[:4] for issue in schematron_issues(elements, schema)} if elements else set()
            assert theirs <= ours, (code, example)
            told += len(theirs)
    assert told >= 30
    assert run.checks


OWN = Path(__file__).parents[2] / "src/tei_edition/schemas/tei_edition.sch"
