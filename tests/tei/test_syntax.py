"""What breaks the syntax of XML: each fault once, at its place, with a cure. The mark stands where it lands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition.tei.parse import parse, parser
from tei_edition.tei.syntax import breaches, syntax_findings
from tei_edition.tei.syntax.scan import MOST

MARK = "\u2038"
BEFORE = '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text><body><div>\n'
BEHIND = "\n</div></body></text>\n</TEI>\n"

IN_A_DIVISION = (
    # Ampersands
    ("X102", "<p>A \u2038& B</p>", "write &amp; for the sign itself"),
    ("X102", "<p>A\u2038&nbsp;B</p>", "write &#160;"),
    ("X102", "<p>caf\u2038&eacute;</p>", "write é (or &#233;)"),
    ("X102", "<p>\u2038&foo;</p>", "write &amp;foo; or the character that is meant"),
    ("X102", "<p>A \u2038&amp B</p>", "write &amp;"),
    ("X102", "<p>AT\u2038&T</p>", "write &amp; for the sign itself"),
    ("X102", '<ref target="http://a?b=1\u2038&c=2">x</ref>', "write &amp; for the sign itself"),
    ("X102", "<p>x \u2038&#233 y</p>", "write &#233;"),
    ("X102", "<p>x \u2038&#xZZ; y</p>", "write &#233; or &#xE9; with the character's number"),
    ("X108", "<p>x \u2038&#0; y</p>", "remove the reference"),
    ("X108", "<p>x \u2038&#99999999999999; y</p>", "remove the reference"),
    ("X108", "<p>x \u2038&#xD800; y</p>", "remove the reference"),
    # Less-than signs
    ("X103", "<p>a \u2038< b</p>", "write &lt; for the sign itself"),
    ("X103", "<p>\u2038<5 kg</p>", "write &lt; for the sign itself"),
    ("X103", "<p>\u2038<></p>", "write &lt; for the sign itself"),
    ("X103", "\u2038< p>One.</p>", "write <p"),
    ("X103", "<p>One.\u2038< /p>", "write </p"),
    ("X103", "\u2038<1st>One.</1st>", "write another name, or &lt; for the sign itself"),
    ("X103", "<p>x \u2038]]> y</p>", "write ]]&gt;"),
    # End tags
    ("X104", "<p>To <persName>A\u2038</persname>.</p>", "did you mean </persName>?"),
    ("X104", "<p>To <persName>A\u2038</prsName>.</p>", "did you mean </persName>?"),
    ("X104", "<p>One\u2038</P>", "did you mean </p>?"),
    ("X104", "<p>One <hi>two\u2038</rs> three</p>", "write </hi>, or <rs> where it begins"),
    ("X104", "<p>One <hi>two\u2038</p>", "write </hi> before it"),
    ("X104", "<p>One <hi>two\u2038</p> three</p>", "did you mean </hi>?"),
    ("X104", "<p>One <hi>two \u2038<hi> three</p>", "did you mean </hi>?"),
    ("X104", "<p>One.\u2038<p><p>Two.</p>", "did you mean </p>?"),
    ("X104", "<p><hi>a <rs>b\u2038</hi></rs></p>", "exchange </hi> and </rs>: elements may not overlap"),
    ("X104", "<p>One\u2038</q></p>", "remove it, or write <q> before it"),
    ("X104", "<p>One\u2038<lb>two</p>", "write <lb/>"),
    ("X104", '<figure>\u2038<graphic url="a.png"></figure>', "write <graphic/>"),
    ("X105", '<p \u2038n=1">x</p>', 'write n="1"'),
    ("X107", '<p \u2038xmlns:="urn:x">x</p>', "write xmlns for the default namespace"),
    ("X104", "<p>One.</p>\u2038</p>", "remove it, or write <p> before it"),
    ("X104", '<p>One\u2038</p n="1">', "write </p>"),
    ("X104", "<p>One\u2038</ p>", "write </p>"),
    ("X104", "<p>One\u2038</>", "write </p>"),
    ("X101", "<p>One <hi>two\u2038</hi </p>", "write > where the tag ends"),
    ("X101", "\u2038<p <hi>x</hi></p>", "write > where the tag ends"),
    ("X101", '\u2038<p n="1" and words</p>', "write > where the tag ends"),
    # Attributes
    ("X105", "<p \u2038rend=it>x</p>", 'write rend="it"'),
    ("X105", "<p>x<lb \u2038n=1/></p>", 'write n="1"'),
    ("X105", "<p \u2038rend>x</p>", 'write rend="…", or remove it'),
    ("X105", "<p \u2038rend=>x</p>", 'write rend="…", or remove it'),
    ("X105", '<p \u2038rend="it>x</p>\n<p n="2">y</p>', 'write " where its value ends'),
    ("X105", '<p \u2038rend="it>x</p>', 'write " where its value ends'),
    ("X105", '<p \u2038rend="it n="x">y</p>', 'write " where its value ends'),
    ("X105", "<p \u2038n=\"1'>x</p>", 'write " where its value ends'),
    ("X105", "<p \u2038n=“1”>x</p>", 'write n="1"'),
    ("X105", '<p n="a\u2038<b">x</p>', "write &lt; for the sign itself"),
    ("X105", '<p n="1"\u2038rend="x">x</p>', "put a space before it"),
    ("X105", '<p rend="a" \u2038,n="b">y</p>', 'remove it, or write the attribute as name="value"'),
    ("X105", '<p \u2038"x">y</p>', 'remove it, or write the attribute as name="value"'),
    ("X105", "<lb \u2038/ >", "write />"),
    ("X105", "<p>x<lb\u2038/ n='1'/></p>", "remove it, or write /> at the end of the tag"),
    ("X106", '<p n="1" \u2038n="2">x</p>', "remove one of them, or join their values in one"),
    (
        "X106",
        '<p xmlns:a="urn:x" xmlns:b="urn:x" a:n="1" \u2038b:n="2">x</p>',
        "remove one of them, or join their values in one",
    ),
    # Prefixes
    (
        "X107",
        '\u2038<xi:include href="a"/>',
        'write xmlns:xi="http://www.w3.org/2001/XInclude" on the root, or remove the prefix',
    ),
    ("X107", '<p \u2038foo:bar="x">y</p>', 'write xmlns:foo="…" on the root, or remove the prefix'),
    ("X107", "\u2038<a:b:c/>", "declare the prefix on the root, or remove it"),
    ("X107", '<p \u2038xmlns:a="">x</p>', "write the namespace, or remove it"),
    ("X107", '<p \u2038xmlns:xml="urn:x">x</p>', "remove it"),
    # Characters
    ("X108", "<p>a\u2038\x01b</p>", "remove the character"),
    ("X108", '<p n="\u2038&#11;">b</p>', "remove the reference"),
    # Comments and the like
    ("X109", "\u2038<!-- One\n<p>x</p>", "write --> where it ends"),
    ("X109", "\u2038<!-- One <p>x</p><!-- Two -->", "write --> where it ends"),
    ("X109", "<!-- One \u2038-- Two --><p>x</p>", "write another dash, or put a space between the hyphens"),
    ("X109", "<!-- One \u2038-- ><p>x</p>", "write -->"),
    ("X109", "<p>x</p><!-- One \u2038--->", "write -->"),
    ("X109", "\u2038<!- One --><p>x</p>", "write <!--"),
    ("X109", "<p>\u2038<![CDATA[ One</p>", "write ]]> where it ends"),
    ("X109", "<p>\u2038<![cdata[ One ]]></p>", "write <![CDATA["),
    ("X109", "<p>\u2038<?page 1</p>", "write ?> where it ends"),
    ("X109", "<p>\u2038<?page 1></p>", "write ?> where it ends"),
    ("X109", "<p>\u2038<? page ?></p>", "write a name directly behind <?"),
    ("X109", "\u2038<!note><p>x</p>", "write &lt; for the sign itself"),
    ("X110", '\u2038<?xml version="1.0"?><p>x</p>', "remove it, or remove what stands before it"),
    ("X110", "\u2038<!DOCTYPE TEI><p>x</p>", "remove it: TEI needs none"),
)

WHOLE = (
    ("X111", "\u2038words<TEI/>"),
    ("X111", "<TEI/>\n\u2038words"),
    ("X111", "<TEI/>\u2038<TEI/>"),
    ("X111", "\u2038no markup at all"),
    ("X110", ' \n\u2038<?xml version="1.0"?><TEI/>'),
    ("X110", '\u2038<?xml encoding="UTF-8" version="1.0"?><TEI/>'),
    ("X110", "\u2038<?xml version=1.0?><TEI/>"),
    ("X110", '\u2038<?xml version="1.0"><TEI/>'),
    ("X110", "\u2038<!doctype TEI><TEI/>"),
    ("X110", "<TEI/>\u2038<!DOCTYPE TEI>"),
    ("X110", "\u2038<!DOCTYPE TEI [ <TEI/>"),
    ("X101", "<TEI><text><p>One\u2038"),
    ("X101", "<TEI><text><p>One</p>\u2038\n\n"),
    ("X101", "<TEI><text>\u2038<p n"),
    ("X101", '<TEI><text>\u2038<p n="a'),
    ("X101", "<TEI><text>\u2038</te"),
    ("X101", "<!-- x -->\u2038"),
    ("X104", "\u2038</p>"),
    ("X002", '<?xml version="1.0" \u2038encoding="klingon"?><TEI/>'),
    ("X002", '<?xml version="1.0" \u2038encoding="utf-16"?><TEI/>'),
)


def place(marked: str) -> tuple[int, int]:
    at = marked.index(MARK)
    return marked.count("\n", 0, at) + 1, at - marked.rfind("\n", 0, at)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("code", "fragment", "cure"), IN_A_DIVISION)
def test_a_fault_is_told_once_at_its_place_with_its_cure(code: str, fragment: str, cure: str, line_end: str) -> None:
    marked = BEFORE + fragment + BEHIND
    parsed = parse(marked.replace(MARK, "").replace("\n", line_end).encode(), "x.xml")
    assert parsed.root is None
    (told,) = parsed.findings
    assert (told.code, (told.locus.line, told.locus.column), told.hint) == (code, place(marked), cure)


@pytest.mark.parametrize(("code", "marked"), WHOLE)
def test_a_fault_of_the_whole_is_told_once_at_its_place(code: str, marked: str) -> None:
    (told,) = parse(marked.replace(MARK, "").encode(), "x.xml").findings
    assert (told.code, (told.locus.line, told.locus.column)) == (code, place(marked))


def test_several_faults_are_all_told() -> None:
    text = f"{BEFORE}<p>A & B</p>\n<p rend=it>C</p>\n<p>D</q>{BEHIND}"
    told = parse(text.encode(), "x.xml").findings
    assert [(each.code, each.locus.line) for each in told] == [("X102", 3), ("X105", 4), ("X104", 5)]


def test_faults_beyond_number_are_left_out_and_said_so() -> None:
    told = parse(f"{BEFORE}{'<p>& </p>' * 5000}{BEHIND}".encode(), "x.xml").findings
    assert len(told) == MOST + 1
    assert told[-1].code == "S299"


@pytest.mark.parametrize(
    ("data", "column", "words"),
    [
        (b"<TEI>caf\xe9 x</TEI>", 9, "0xE9"),
        ("<TEI>é".encode()[:-1], 6, "breaks off within a character"),
        (b"\xef\xbb\xbf<TEI>caf\xe9 x</TEI>", 9, "0xE9"),
    ],
)
def test_a_byte_that_is_no_character_is_told_at_its_place(data: bytes, column: int, words: str) -> None:
    (told,) = parse(data, "x.xml").findings
    assert (told.code, told.locus.line, told.locus.column) == ("X002", 1, column)
    assert words in told.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_places_are_counted_in_characters_of_any_encoding(encoding: str) -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?>' if encoding == "iso-8859-1" else ""
    (told,) = parse(f"{head}<TEI>\né & x</TEI>".encode(encoding), "x.xml").findings
    assert (told.code, told.locus.line, told.locus.column) == ("X102", 2, 3)


def test_the_depth_that_no_program_reads_is_told_where_it_is_reached() -> None:
    (told,) = parse(b"<p>" * 5000 + b"</p>" * 5000, "x.xml").findings
    assert (told.code, told.locus.line, told.locus.column) == ("X101", 1, 2048 * 3 + 1)
    assert "2048 deep" in told.message


@pytest.mark.parametrize(
    ("doctype", "column"),
    [
        ('<!DOCTYPE TEI SYSTEM "a.dtd">', 1),
        ('<!-- <!DOCTYPE TEI SYSTEM "b.dtd"> --><!DOCTYPE TEI PUBLIC "-//TEI//" "a.dtd" []>', 39),
    ],
)
def test_an_external_dtd_is_said_not_to_be_read(doctype: str, column: int) -> None:
    parsed = parse(f"{doctype}<TEI/>".encode(), "x.xml")
    assert parsed.root is not None
    (told,) = parsed.findings
    assert (told.code, told.locus.line, told.locus.column) == ("X020", 1, column)
    assert "a.dtd" in told.message


@pytest.mark.parametrize("text", ["<!DOCTYPE TEI><TEI/>", '<TEI><!-- <!DOCTYPE TEI SYSTEM "a.dtd"> --></TEI>'])
def test_other_doctypes_are_nothing_to_speak_of(text: str) -> None:
    assert not parse(text.encode()).findings


def test_entities_are_told_at_their_place() -> None:
    (told,) = parse(b'<!DOCTYPE TEI SYSTEM "a.dtd">\n<TEI><!-- &x; -->\n <p>&foo;</p></TEI>').findings
    assert (told.code, told.locus.line, told.locus.column) == ("X005", 3, 5)


def test_what_is_too_large_to_be_read_twice_is_told_as_the_parser_tells_it() -> None:
    assert not syntax_findings(b"<p>" + b"x" * 32_000_000, "x.xml")


SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a - b --><?xml-model href="a.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x='urn:x' n="a > b" x:n='"&amp;'>
<text ><![CDATA[<p> & ]] > ]]> &#233;&#xE9;&lt; é ]] > <p
  rend = "it"/ ><!-- <p> & --></text>
</TEI>
<?end?>
""".replace("/ >", "/>")


def test_a_sound_document_has_no_breach() -> None:
    assert not breaches(SOUND)


@pytest.mark.slow
def test_real_documents_have_no_breach() -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "data" / "tei"
    if not folder.is_dir():
        pytest.skip("the shared data are not beside the repository")
    for path in sorted(folder.rglob("*.xml"))[:60]:
        data = path.read_bytes()
        if not parse(data).findings:
            assert not syntax_findings(data, path.name), path


@settings(max_examples=300)
@given(
    st.integers(0, len(SOUND) - 1),
    st.sampled_from(["", "<", ">", "&", '"', "'", "/", "=", "!", "?", "-", "]", " ", "x"]),
)
def test_whatever_is_mistyped_is_told_within_the_document_if_and_only_if_it_breaks_it(at: int, typed: str) -> None:
    text = SOUND[:at] + typed + SOUND[at + 1 :]
    try:
        etree.fromstring(text.encode(), parser())
    except etree.XMLSyntaxError:
        told = parse(text.encode(), "x.xml").findings
        assert told
        lines = text.split("\n")
        for each in told:
            assert 1 <= each.locus.line <= len(lines)
            assert 1 <= each.locus.column <= len(lines[each.locus.line - 1]) + 1
            assert each.hint
    else:
        assert not breaches(text)
