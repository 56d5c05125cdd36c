from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.characters import is_xml, nfc
from tei_edition.core.finding import Severity
from tei_edition.core.source_bytes import encoded, with_line_endings
from tei_edition.readers.decode import LIMIT, Decoded, decode

SENTENCE = "Le Figaro a publié “un article” de Łukasiewicz — à Paris.\n"
WESTERN = "Le Figaro a publié “un article” à Paris – c’était déjà l’été.\n" * 3


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    decoded = decode(data, "x.txt")
    if isinstance(decoded, Decoded):
        assert is_xml(decoded.text)
        assert "\r" not in decoded.text
        assert nfc(decoded.text) == decoded.text
        assert decoded.text.strip()
    else:
        assert decoded[0].severity is Severity.ERROR
        assert decoded[0].locus.path == "x.txt"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(str.strip))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode(), "x.txt")
    if isinstance(decoded, Decoded) and decoded.encoding == "utf-8" and not decoded.byte_order_mark:
        assert not decoded.stand_ins or not is_xml(text)
        assert decoded.stand_ins or decoded.text == nfc(text)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + SENTENCE.encode(encoding), "x.txt")
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.encoding, decoded.byte_order_mark) == (SENTENCE, encoding, True)
    assert decoded.findings == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    decoded = decode(WESTERN.encode(encoding), "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == WESTERN
    assert [finding.code for finding in decoded.findings] == ["X007"]


def test_windows_1252_is_guessed_and_said() -> None:
    decoded = decode(WESTERN.encode("windows-1252"), "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == WESTERN
    assert decoded.encoding == "windows-1252"
    (finding,) = decoded.findings
    assert (finding.code, finding.severity) == ("X007", Severity.WARNING)


@pytest.mark.parametrize(("newline", "named"), [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")])
def test_line_endings_become_newlines_and_are_remembered(newline: str, named: str) -> None:
    decoded = decode(f"a{newline}b{newline}".encode(), "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\nb\n"
    assert decoded.line_endings == named


def test_mixed_line_endings_are_counted() -> None:
    decoded = decode(b"a\r\nb\r\nc\nd\re", "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\nb\nc\nd\ne"
    assert decoded.line_endings == "CRLF 2, LF 1, CR 1"


def test_decomposed_characters_are_composed_and_remembered() -> None:
    decoded = decode("e\u0301te\u0301".encode(), "x.txt")
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.normalization, decoded.stand_ins) == ("été", "NFD", ())


def test_a_mixture_of_forms_is_remembered_at_its_places() -> None:
    decoded = decode("été, e\u0301te\u0301 \u212b".encode(), "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "été, été Å"
    assert [(span.of(decoded.text), points) for span, points in decoded.stand_ins] == [
        ("é", "U+0065 U+0301"),
        ("é", "U+0065 U+0301"),
        ("Å", "U+212B"),
    ]


def test_bytes_that_windows_1252_leaves_undefined_are_kept() -> None:
    decoded = decode(b"A na\xefve caf\x8d and the price of coal in the town was high.", "x.txt")
    assert isinstance(decoded, Decoded)
    assert encoded(decoded.text, decoded.encoding)[:16] == b"A na\xefve caf\x8d and"


GREEK = "Η εφημερίδα έγραψε για το λιμάνι και τους δρόμους της πόλης.\n"


@pytest.mark.parametrize(
    ("text", "stray", "sign"),
    [(GREEK, b"\x92", "’"), (SENTENCE, b"\xe9", "é"), (GREEK, b"\x81", "\ufffd"), (SENTENCE, b"\x94", "”")],
)
def test_a_stray_byte_does_not_change_the_encoding(text: str, stray: bytes, sign: str) -> None:
    data = text.encode() + b"x " + stray + b" y"
    decoded = decode(data, "x.txt")
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.text) == ("utf-8", f"{text}x {sign} y")
    (told,) = decoded.findings
    assert (told.code, told.locus.line, told.locus.column) == ("X011", 2, 3)
    assert f"0x{stray[0]:02X}" in told.message
    ((span, points),) = decoded.stand_ins
    back = decoded.text[: span.start] + chr(int(points.removeprefix("U+"), 16)) + decoded.text[span.end :]
    assert encoded(back, "utf-8") == data


def test_a_text_cut_off_within_a_character_is_still_utf8() -> None:
    decoded = decode(GREEK.encode()[:-3], "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == "utf-8"
    assert [finding.code for finding in decoded.findings] == ["X011"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "windows-1252"),
        ("Wczoraj w Łodzi odbyło się zebranie, na którym źle mówiono o węglu i o drogach w mieście. " * 3, "cp1250"),
        ("Газета писала о гавани, о дорогах и о цене угля в этом городе. " * 5, "cp1251"),
        ("新聞は港と道路と石炭の値段について書いた。" * 10, "shift_jis"),
    ],
)
def test_other_encodings_are_not_taken_for_broken_utf8(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.encoding != "utf-8"
    assert [finding.code for finding in decoded.findings] == ["X007"]


@given(st.text(st.characters(min_codepoint=0xA1, max_codepoint=0x2FF), min_size=4), st.binary(max_size=3))
def test_the_bytes_of_broken_utf8_come_back(text: str, stray: bytes) -> None:
    data = text.encode() + b" " + stray + b" end"
    decoded = decode(data, "x.txt")
    if not isinstance(decoded, Decoded) or decoded.encoding != "utf-8" or decoded.byte_order_mark:
        return
    pieces: list[str] = []
    position = 0
    for span, points in decoded.stand_ins:
        pieces += (
            decoded.text[position : span.start],
            *(chr(int(point.removeprefix("U+"), 16)) for point in points.split()),
        )
        position = span.end
    raw = "".join((*pieces, decoded.text[position:]))
    raw = unicodedata.normalize("NFD", raw) if decoded.normalization == "NFD" else raw
    assert encoded(with_line_endings(raw, decoded.line_endings), "utf-8") == data


def test_control_characters_keep_their_place() -> None:
    decoded = decode(b"a line\nwith\x07 a bell", "x.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a line\nwith\u2407 a bell"
    ((span, point),) = decoded.stand_ins
    assert (span.of(decoded.text), point) == ("\u2407", "U+0007")
    assert [(f.code, f.locus.line, f.locus.column) for f in decoded.findings] == [("X006", 2, 5)]


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "X001", "empty"),
        (b" \n\n\t", "X001", "white space"),
        ("\u00a0\n".encode(), "X001", "white space"),
        (b"%PDF-1.7\n...", "X003", "PDF"),
        (b"PK\x03\x04....", "X003", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "X003", "PNG"),
        (bytes(range(256)) * 8, "X003", "binary"),
        (b"a" * (LIMIT + 1), "X008", "bytes"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, code: str, word: str) -> None:
    refused = decode(data, "x.txt")
    assert not isinstance(refused, Decoded)
    assert [finding.code for finding in refused] == [code]
    assert word in refused[0].message
    assert refused[0].hint
