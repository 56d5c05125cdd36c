"""The ODD and the Schematron beside the RELAX NG schema say the same things as it, and as the catalogue."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.core.catalogue import catalogue

SCHEMAS = Path(__file__).parents[2] / "src/tei_edition/schemas"
TEI_ALL = Path(__file__).parents[2].parent / "shared/data/schemas/tei_all.rng"
NS = {"t": "http://www.tei-c.org/ns/1.0", "s": "http://purl.oclc.org/dsdl/schematron"}
RNG = "{http://relaxng.org/ns/structure/1.0}"
ROLES = {"error": "error", "warning": "warning", "information": "info"}


def test_odd_is_a_tei_document() -> None:
    if shutil.which("jing") is None or not TEI_ALL.exists():
        pytest.skip("jing or tei_all.rng is missing")
    run = subprocess.run(
        ["jing", TEI_ALL, SCHEMAS / "tei_edition.odd"], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.stdout == ""


def test_odd_includes_the_elements_of_the_schema() -> None:
    odd, rng = etree.parse(SCHEMAS / "tei_edition.odd"), etree.parse(SCHEMAS / "tei_edition.rng")
    included = [name for ref in odd.iterfind(".//t:moduleRef", NS) for name in ref.get("include", "").split()]
    assert sorted(included) == sorted(node.get("name", "") for node in rng.iter(RNG + "element"))


def test_odd_has_the_closed_lists_of_the_schema() -> None:
    odd, rng = etree.parse(SCHEMAS / "tei_edition.odd"), etree.parse(SCHEMAS / "tei_edition.rng")
    lists = list(odd.iterfind(".//t:valList", NS))
    assert len(lists) >= 3
    for values in lists:
        attribute = values.getparent()
        element = next(attribute.iterancestors("{*}elementSpec")) if attribute is not None else None
        assert attribute is not None
        assert element is not None
        path = f".//{RNG}element[@name='{element.get('ident')}']//{RNG}attribute[@name='{attribute.get('ident')}']"
        node = rng.find(path)
        assert node is not None
        assert [v.get("ident") for v in values] == [v.text for v in node.iter(RNG + "value")]


def test_schematron_bears_codes_of_the_catalogue() -> None:
    patterns = list(etree.parse(SCHEMAS / "tei_edition.sch").iterfind(".//s:pattern", NS))
    assert len(patterns) >= 30
    for pattern in patterns:
        code = pattern.get("id", "")
        assertion = pattern.find(".//s:assert", NS)
        assert assertion is not None
        assert (assertion.text or "").startswith(code)
        assert ROLES[assertion.get("role", "")] == catalogue()[code].severity


def test_odd_and_schematron_state_the_same_tests() -> None:
    odd, sch = etree.parse(SCHEMAS / "tei_edition.odd"), etree.parse(SCHEMAS / "tei_edition.sch")
    tests = {pattern.get("id"): pattern.find(".//s:assert", NS) for pattern in sch.iterfind(".//s:pattern", NS)}
    for spec in odd.iterfind(".//t:constraintSpec", NS):
        mine, other = spec.find(".//s:assert", NS), tests[spec.get("ident", "")]
        assert mine is not None
        assert other is not None
        assert mine.get("test") == other.get("test")
