"""Faults planted in a sound document, each with the code and the place that an editor expects.

In each case the mark stands where the finding must land; what is before it replaces the text in the template.
"""

from __future__ import annotations

import pytest

from planted import MARK, TEMPLATE, planted
from tei_edition.validation import ValidationOptions, validate

TITLE_STATEMENT = TEMPLATE[TEMPLATE.index("<titleStmt>") : TEMPLATE.index("      <publicationStmt>")]
P1 = '<p xml:id="p1">'

CASES = (
    # Elements
    ("S211", "<head>Heading</head>", f"{MARK}<heading>Heading</heading>"),
    ("S211", "<sic>teh</sic>", f"{MARK}<sick>teh</sick>"),
    ("S211", "<list>", f"{MARK}<List/><list>"),
    ("S211", "<item>First</item>", f"<item>{MARK}<persname>x</persname></item>"),
    ("S211", "spoke", f'{MARK}<hi xmlns="">spoke</hi>'),
    ("S211", "spoke", f'{MARK}<b xmlns="http://www.w3.org/1999/xhtml">spoke</b>'),
    ("S211", "<label>Tool</label>", f"<label>{MARK}<docAuthor>Tool</docAuthor></label>"),
    ("S210", "spoke", f"{MARK}<div><p>spoke</p></div>"),
    ("S210", "<item>First</item>", f"{MARK}<p>First</p><item>First</item>"),
    ("S210", "<cell>1</cell>", f"{MARK}<row><cell>1</cell></row>"),
    ("S210", "<sic>teh</sic>", f"{MARK}<p>teh</p><sic>teh</sic>"),
    ("S210", "Heading", f"{MARK}<body><p>Heading</p></body>"),
    ("S210", "April 28", f"{MARK}<p>April 28</p>"),
    ("S210", "<langUsage>", f"{MARK}<body/><langUsage>"),
    ("S217", '<analytic><title level="a">Title</title></analytic>', "", '<monogr><title level="j">Paper</title>',
     f'<monogr><imprint/>{MARK}<title level="j">Paper</title>'),
    ("S217", "<byline>C. D.</byline>", f"{MARK}<head>Late</head><byline>C. D.</byline>"),
    ("S217", "<encodingDesc>", f"<profileDesc/>{MARK}<encodingDesc>"),
    ("S217", "<standOff>", f"{MARK}<teiHeader/><standOff>"),
    ("S217", "    <body>", f"    {MARK}<back><p>x</p></back>\n    <body>"),
    ("R463", "<publisher>A press</publisher>\n        ", MARK),
    ("S217", TITLE_STATEMENT, "", "      <publicationStmt>", f"      {MARK}<publicationStmt>"),
    ("R465", "<byline>C. D.</byline>", f"<byline>C. D.</byline>{MARK}<p>More.</p>"),
    # What is missing
    ("S212", "<item>First</item>", "", "        </list>", f"        {MARK}</list>"),
    ("S212", "<cell>1</cell><cell>2</cell>", "", "<row>", f"{MARK}<row>"),
    ("S212", "<label>Tool</label>", "", "<application", f"{MARK}<application"),
    ("S212", '<language ident="en">English</language>', "", "<langUsage>", f"{MARK}<langUsage>"),
    ("S212", "<resp>editing</resp><persName>An Editor</persName>", "", "<respStmt", f"{MARK}<respStmt"),
    ("S212", "<choice><sic>teh</sic><corr>the</corr></choice>", f"{MARK}<choice/>"),
    ("S212", '<date when="1997-04-28"/></imprint>', "</imprint>", "<imprint>", f"{MARK}<imprint>"),
    # Text
    ("R461", "<list>", f"<list>{MARK}loose"),
    ("R461", "</p>\n        <list>", f"</p>\n        {MARK}loose words\n        <list>"),
    ("R461", "<row>", f"<row>{MARK}loose"),
    ("R461", "<sic>", f"{MARK}loose<sic>"),
    ("R461", "<listPerson>", f"<listPerson>{MARK}x"),
    ("S213", "<titleStmt>", f"<titleStmt>{MARK}x"),
    ("S213", "<appInfo>", f"<appInfo>\n {MARK}x"),
    ("S213", "</langUsage>", f"</langUsage> <!-- c --> {MARK}x"),
    # Attributes
    ("S214", P1, f'<p xml:id="p1" {MARK}foo="x">'),
    ("S214", P1, f'<p xml:id="p1"\n  {MARK}who="#pers-a">'),
    ("S214", "<head>", f'<head xmlns:x="urn:x" {MARK}x:n="1">'),
    ("S214", "<row>", f'<row {MARK}ref="#p1">'),
    ("S215", 'level="m"', f'{MARK}level="book"'),
    ("S215", 'level="m"', f'{MARK}level=""'),
    ("S215", 'type="article"', f'{MARK}type="two words"'),
    ("S215", 'ident="tool"', f'{MARK}ident="a tool"'),
    ("S216", ' ident="tool"', "", "<application", f"{MARK}<application"),
    ("S216", ' version="0.1.0"', "", "<application", f"{MARK}<application"),
    ("S216", "spoke", f"{MARK}<milestone/>"),
    ("R408", 'xml:id="p1"', f'{MARK}xml:id="1p"'),
    ("R401", 'xml:id="p1"', f'{MARK}xml:id="pers-a"'),
    ("R402", 'ref="#pers-a"', f'{MARK}ref="#pers-b"'),
    ("R403", 'ref="#pers-a"', f'{MARK}ref="pers-a"'),
    ("R404", 'ref="#pers-a"', f'{MARK}ref="wd:Q1"'),
    ("R405", "<persName ref", "<placeName ref", "A. B.</persName> spoke", "A. B.</placeName> spoke",
     'ref="#pers-a"', f'{MARK}ref="#pers-a"'),
    ("R409", 'ref="#pers-a"', f'{MARK}ref="http:/x.org"'),
    ("R422", "<list>", f'<list {MARK}subtype="x">'),
    ("R423", "<persName ref", f'<persName {MARK}cert="87%" ref'),
    ("R424", P1, f'<p xml:id="p1" {MARK}xml:lang="en_US">'),
    ("R425", P1, f'<p xml:id="p1" {MARK}xml:lang="de">'),
    ("R427", 'version="0.1.0"', f'{MARK}version="1.0-beta"'),
    ("R428", '<title level="j">', f'<title {MARK}level="s">'),
    ("R429", 'ref="#pers-a"', f'{MARK}ref=""'),
    # Dates
    ("R431", 'when="1997-04-28">April', f'{MARK}when="1997-04-31">April'),
    ("R431", 'when="1997-04-28">April', f'{MARK}when="1918/1920">April'),
    ("R432", 'when="1997-04-28">April', f'{MARK}when="1997" from="1996">April'),
    ("R433", 'when="1997-04-28">April', f'from="1997" {MARK}notBefore="1996">April'),
    ("R434", 'when="1997-04-28">April', f'{MARK}from="1998" to="1997">April'),
    ("R436", 'death when="1924"', f'death {MARK}when="1824"'),
    # Text of the document
    ("R411", "<head>Heading</head>", f"{MARK}<head/>"),
    ("R412", ">A. B.</persName> spoke", "/> spoke", "<persName ref", f"{MARK}<persName ref"),
    ("R413", "Two", f"Two {MARK}\ufffd"),
    ("R414", "Two", f"T{MARK}\u00adwo"),
    ("R415", "Two", f"Caf{MARK}e\u0301"),
    ("R418", "Two", f"One {MARK}Tw\u043e"),
    ("R414", "spoke", f"spo{MARK}\u200bke"),
    ("R416", "spoke", f'{MARK}<q>"spoke</q>'),
    ("R421", "spoke", f'<quote {MARK}who="#pers-a">spoke</quote>'),
    ("R441", "<birth", f'{MARK}<idno type="wikidata">7</idno><birth', '<birth when="1870"/>', ""),
    ("R468", "<corr>the</corr>", "<reg>the</reg>", "<choice>", f"{MARK}<choice>"),
    ("R474", "</row>", f"</row>{MARK}<row><cell>3</cell></row>"),
    ("R476", "<byline>", f"{MARK}<p/><byline>"),
)  # fmt: skip


def test_the_template_is_sound() -> None:
    assert validate(TEMPLATE.encode(), "x.xml").findings == ()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2][:30]}")
def test_a_planted_fault_is_found_where_it_stands(case: tuple[str, ...]) -> None:
    code, *replacements = case
    data, line, column = planted(tuple(replacements))
    findings = validate(data, "x.xml").findings
    assert (code, line, column) in [(f.code, f.locus.line, f.locus.column) for f in findings], findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2][:30]}")
def test_the_same_place_in_other_line_ends_and_encodings(case: tuple[str, ...]) -> None:
    code, *replacements = case
    data, line, column = planted(tuple(replacements))
    other = data.replace(b"\n", b"\r\n").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    options = ValidationOptions(select=(code,))
    assert (line, column) in [(f.locus.line, f.locus.column) for f in validate(other, "x", options=options).findings]
