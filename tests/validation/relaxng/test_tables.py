"""The table of a schema: in step with it, never more lenient, and as good as it for documents as there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mutants import VALUES, mutants
from tei_edition.core.errors import UsageError
from tei_edition.tei.parse import parse
from tei_edition.validation import ValidationOptions, validate
from tei_edition.validation.relaxng import compiled, own_schema, own_table, table_of, written_table
from tei_edition.validation.relaxng.acceptance import is_valid
from tei_edition.validation.relaxng.tables import Table
from tei_edition.validation.relaxng.values import check_of, written
from tei_edition.validation.relaxng.walk import faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from tei_edition.validation.relaxng.patterns import Pattern
    from tei_edition.validation.relaxng.schema import Schema

ROOT = Path(__file__).parents[3]
NS = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
CHECKS: dict[Pattern, Callable[[str], bool]] = {}
IDENTIFIED = (
    f"<element {NS} name='r'><zeroOrMore><element name='a'><attribute name='id'><data type='ID'/></attribute>"
    "<optional><attribute name='to'><data type='IDREFS'/></attribute></optional></element></zeroOrMore></element>"
)


def taken(root: Element, table: Table) -> bool:
    return is_valid([(node, node.items()) for node in root.iter("*")], table)


def samples() -> list[bytes]:
    own = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
    own += "<title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc>"
    own += '</fileDesc></teiHeader><text><body><div type="article"><head>H</head><p xml:id="p">x <persName ref="#a" '
    own += 'cert="high">y</persName> <date when="1997-04-28">z</date><!-- c --> <quote>q</quote></p><p>é</p></div>'
    own += "</body></text></TEI>"
    return [own.encode()]


def agree(schema: Schema, table: Table, documents: list[bytes], number: int) -> None:
    judged = [root for data in mutants(documents, number, 5) if (root := parse(data).root) is not None]
    lenient = [etree.tostring(root) for root in judged if taken(root, table) and faults(root, schema, 1)]
    assert lenient == []
    valid = [root for root in judged if not faults(root, schema, 1)]
    assert sum(taken(root, table) for root in valid) >= 0.95 * len(valid) > 0


def test_our_table_is_that_of_our_schema() -> None:
    file = ROOT / "src/tei_edition/schemas/tei_edition.table.json"
    assert file.read_bytes() == written_table(compiled(own_schema())) + b"\n", "run: python docs/write_table.py"


def test_our_table_agrees_with_the_walk() -> None:
    agree(compiled(own_schema()), own_table(), samples(), 400)


def test_the_table_of_tei_all_agrees_with_the_walk() -> None:
    source = ROOT.parent / "shared/data/schemas/tei_all.rng"
    if not source.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    schema = compiled(source.read_bytes())
    written_ = written_table(schema)
    agree(schema, table_of(written_), samples(), 300)
    assert len(written_) < 300_000


@given(st.one_of(st.text(max_size=12), st.sampled_from(VALUES)))
def test_values_are_judged_alike_when_they_come_from_the_table(value: str) -> None:
    schema = compiled(own_schema())
    for leaves in list(schema.elements().values())[:40]:
        for pattern in schema.models[leaves[0]].table.values():
            if pattern not in CHECKS:
                CHECKS[pattern] = check_of(written(pattern))
            assert CHECKS[pattern](value) == pattern.accepts(value)


@pytest.mark.parametrize(
    ("document", "valid"),
    [
        ("<r><a id='x'/><a id='y' to='x y'/></r>", True),
        ("<r><a id='y' to='x'/><a id='x'/></r>", True),
        ("<r><a id='x'/><a id=' x '/></r>", False),
        ("<r><a id='x' to='z'/></r>", False),
        ("<r><a to='x'/></r>", False),
        ("<r><a id='x'/>t</r>", False),
        ("<r> <!-- c --> <a id='x'/> <?p?></r>", True),
        ("<a id='x'/>", False),
    ],
)
def test_identifiers_requirements_and_text(document: str, valid: bool) -> None:  # noqa: FBT001 - a table of cases
    table = Table.read(written_table(compiled(IDENTIFIED.encode())))
    for _ in range(2):  # what is remembered changes nothing
        assert taken(etree.fromstring(document), table) == valid


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format":0}', b'{"format":1,"names":[]}', b"\xff"])
def test_a_damaged_table_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no table"):
        Table.read(data)


def test_findings_are_the_same_with_and_without_a_table() -> None:
    schema = own_schema()
    table = written_table(compiled(schema))
    for data in mutants(samples(), 150, 8):
        slow = validate(data, "x", options=ValidationOptions(schema=schema))
        assert validate(data, "x", options=ValidationOptions(schema=schema, table=table)).findings == slow.findings
        assert validate(data, "x").findings == slow.findings


def test_a_faulty_schema_has_no_table() -> None:
    with pytest.raises(UsageError, match="no definition"):
        written_table(compiled(f"<grammar {NS}><start><ref name='none'/></start></grammar>".encode()))
