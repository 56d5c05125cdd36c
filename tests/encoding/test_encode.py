from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from tei_edition.core.span import Span
from tei_edition.encoding.encode import encode
from tei_edition.encoding.fidelity import fidelity, first_difference
from tei_edition.encoding.inline import certainty
from tei_edition.encoding.options import Editor, EncodeOptions
from tei_edition.encoding.registry import encode_registry
from tei_edition.model.article import SPACE, Article, Block, Metadata, Repair, Source, Stated, plain_article
from tei_edition.model.layer import Annotation
from tei_edition.model.links import Linked
from tei_edition.model.registry import Entity, Registry
from tei_edition.tei.names import local_name
from tei_edition.validation import validate

TEXT = 'Trotsky wrote: "A `single country\' is not enough." Then he left.'


def body(article: Article, *annotations: Annotation) -> str:
    """The paragraph as the encoder writes it, without what is the same everywhere."""
    root = etree.fromstring(encode(article, Linked(annotations)).draft.data)
    paragraph = root.find(".//{*}div/{*}p")
    assert paragraph is not None
    etree.strip_attributes(paragraph, "{http://www.w3.org/XML/1998/namespace}id", "resp", "cert")
    inner = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    return inner.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")[3:-4]


def on(words: str, label: str, text: str = TEXT, **features: str) -> Annotation:
    start = text.index(words)
    return Annotation(Span(start, start + len(words)), label, "default", 0.95, tuple(sorted(features.items())))


ARTICLE = plain_article("x", TEXT)


def test_names_and_quotations_nest() -> None:
    written = body(
        ARTICLE,
        on("Trotsky", "persName", ref="pers-trotsky"),
        on('"A `single country\' is not enough."', "said", who="pers-trotsky"),
        on("`single country'", "q"),
    )
    assert written == (
        '<persName ref="#pers-trotsky">Trotsky</persName> wrote: '
        '<said who="#pers-trotsky">"A <q>`single country\'</q> is not enough."</said> Then he left.'
    )


@pytest.mark.parametrize(
    ("label", "names", "given", "who"),
    [
        ("Pardo:", ("Pardo",), "", "#pers-pardo"),
        ("Q:", (), "", None),
        ("Pardo and Egan:", ("Pardo", "Egan"), "", None),
        ("Pardo:", ("Pardo",), "#pers-other", "#pers-other"),
    ],
)
def test_a_turn_says_who_its_label_names(label: str, names: tuple[str, ...], given: str, who: str | None) -> None:
    text = f"{label} With a smell."
    cut = len(label)
    children = (
        Block("speaker", Span(0, cut)),
        Block(SPACE, Span(cut, cut + 1)),
        Block("p", Span(cut + 1, len(text))),
    )
    turn = Block("sp", Span(0, len(text)), (("who", given),) if given else (), children)
    article = replace(plain_article("x", text), blocks=(turn,))
    annotations = tuple(on(name, "persName", text, ref=f"pers-{name.lower()}") for name in names)
    found = etree.fromstring(encode(article, Linked(annotations)).draft.data).find(".//{*}sp")
    assert found is not None
    assert found.get("who") == who


def test_a_quote_is_never_given_a_speaker() -> None:
    words = '"A `single country\' is not enough."'
    assert body(ARTICLE, on(words, "quote", source="work-x")).startswith('Trotsky wrote: <quote source="#work-x">"A')
    attributed = body(ARTICLE, on(words, "quote", who="pers-trotsky"))
    assert attributed.startswith('Trotsky wrote: <q who="#pers-trotsky" type="quotation">"A')
    both = body(ARTICLE, on(words, "quote", who="pers-trotsky", source="work-x"))
    assert both.startswith('Trotsky wrote: <quote source="#work-x">"A')


def test_dates_and_titles_carry_their_attributes() -> None:
    text = "In 1918-20 he wrote My Life."
    written = body(
        plain_article("x", text),
        on("1918-20", "date", text, **{"from": "1918", "to": "1920"}),
        on("My Life", "title", text, level="m", ref="work-my-life"),
    )
    assert written == (
        'In <date from="1918" to="1920">1918-20</date> he wrote <title level="m" ref="#work-my-life">My Life</title>.'
    )


def test_crossing_annotations_are_cut_and_joined() -> None:
    written = body(ARTICLE, on('wrote: "A `single', "said"), on("`single country'", "q"))
    assert written == (
        'Trotsky <said>wrote: "A <q next="#x.c2">`single</q></said><q prev="#x.c1"> country\'</q>'
        ' is not enough." Then he left.'
    )


def test_repairs_are_choices() -> None:
    text = "A petty- bourgeois view -- yes."
    repairs = (Repair(Span(2, 18), "petty-bourgeois", "sic", "A611"), Repair(Span(24, 26), "—", "orig", "A613"))
    article = replace(plain_article("x", text), repairs=repairs)
    assert body(article, on("petty", "orgName", text)) == (
        "A <orgName><choice><sic>petty- bourgeois</sic><corr>petty-bourgeois</corr></choice></orgName> view "
        "<choice><orig>--</orig><reg>—</reg></choice> yes."
    )


def test_a_stand_in_says_what_it_stands_for() -> None:
    article = replace(plain_article("x", "a\u2407b"), repairs=(Repair(Span(1, 2), "U+0007", "g", "X006"),))
    assert body(article) == 'a<g ref="#char-u0007">\u2407</g>b'
    data = encode(article).draft.data
    assert b'<char xml:id="char-u0007">' in data
    assert validate(data, "x.xml").findings == () or not any(
        finding.code.startswith("S") for finding in validate(data, "x.xml").findings
    )


def test_quotations_in_a_byline_are_q() -> None:
    text = 'By "Taffrail"'
    article = Article(
        "x", text + "\n\nText.", (Block("byline", Span(0, 13)), Block(SPACE, Span(13, 15)), Block("p", Span(15, 20)))
    )
    root = etree.fromstring(encode(article, Linked((on('"Taffrail"', "said", text),))).draft.data)
    byline = root.find(".//{*}div/{*}byline")
    assert byline is not None
    assert [local_name(child) for child in byline] == ["q"]


@pytest.mark.parametrize(
    ("value", "cert"), [(1.0, "high"), (0.9, "high"), (0.89, "medium"), (0.6, "medium"), (0.1, "low")]
)
def test_certainty_in_words(value: float, cert: str) -> None:
    assert certainty(value) == cert


METADATA = Metadata(
    title=Stated("A Title"),
    subtitles=(Stated("A deck"),),
    authors=(Stated("John Mill", Span(0, 4)), Stated("The Agency", None, "orgName")),
    periodical=Stated("The Argus"),
    volume=Stated("12"),
    issue=Stated("3"),
    page=Stated("7"),
    date=Stated("1951-05-05"),
    language="en",
)
OPTIONS = EncodeOptions(
    publisher="The project",
    place="Leeds",
    date="2026-11-23",
    licence="CC BY 4.0",
    licence_target="https://creativecommons.org/licenses/by/4.0/",
    editors=(Editor(id="ed-mw", name="Mary Wood"),),
)


def test_a_full_header() -> None:
    article = replace(plain_article("x", "Mill was there."), metadata=METADATA, source=Source("a.txt", "0" * 64))
    linked = Linked(
        (Annotation(Span(0, 4), "persName", "reader", features=(("ref", "pers-mill-john"),)),),
        (Entity("pers-mill-john", "person", "John Mill", features=(("forename", "John"), ("surname", "Mill"))),),
    )
    data = encode(article, linked, OPTIONS).draft.data
    root = etree.fromstring(data)

    def texts(path: str) -> list[str]:
        return [
            "".join(element.itertext()).strip()
            for element in root.iterfind(path.replace("/", "/{*}").replace(".{*}//{*}", ".//{*}"))
        ]

    assert texts("./teiHeader/fileDesc/titleStmt/title") == ["A Title", "A deck"]
    assert texts("./teiHeader/fileDesc/titleStmt/author") == ["John Mill", "The Agency"]
    assert texts("./teiHeader/fileDesc/publicationStmt/publisher") == ["The project"]
    assert texts("./teiHeader/fileDesc/sourceDesc/biblStruct/monogr/title") == ["The Argus"]
    assert texts("./teiHeader/fileDesc/sourceDesc/biblStruct/monogr/imprint/biblScope") == ["12", "3", "7"]
    assert texts("./teiHeader/revisionDesc/change") == ["Encoded by tei-edition 0.1.0."]
    assert b'<author>\n          <persName ref="#pers-mill-john">John Mill</persName>' in data
    assert b'<date when="1951-05-05">' in data
    assert b'xml:id="ed-mw"' in data
    validated = validate(data, "x.xml")
    assert [str(finding) for finding in validated.findings if finding.severity == "error"] == []


def test_what_is_unknown_is_left_out_or_said_to_be_unknown() -> None:
    data = encode(plain_article("x", "One two three four five six seven eight nine ten.")).draft.data
    assert (
        b'<title level="a" type="supplied" cert="low">One two three four five six seven eight \xe2\x80\xa6</title>'
        in data
    )
    assert b'<date cert="unknown"/>' in data
    assert b"<author>" not in data
    assert b'xml:lang="und"' in data


def test_registers_hold_what_is_known() -> None:
    entities = (
        Entity(
            "place-x",
            "place",
            "Xtown",
            ("Xton",),
            (("geonames", "123"),),
            (("country", "X"), ("geo", "1.5 2.5"), ("note", "n")),
        ),
        Entity("org-y", "org", "Y Party", features=(("note", "founded"),)),
        Entity("event-z", "event", "Z Revolution"),
        Entity("work-w", "work", "W", features=(("author", "John Mill"), ("level", "m"))),
        Entity("pers-b", "person", "Ann B", features=(("forename", "Ann"), ("surname", "B"))),
        Entity("pers-c", "person", "Madonna"),
    )
    data = encode(plain_article("x", "Text."), Linked((), entities)).draft.data
    root = etree.fromstring(data)
    stand_off = root.find("{*}standOff")
    assert stand_off is not None
    assert [local_name(child) for child in stand_off] == [
        "listPerson",
        "listPlace",
        "listOrg",
        "listEvent",
        "listBibl",
    ]
    assert b"<forename>Ann</forename> <surname>B</surname>" in data
    assert b"<geo>1.5 2.5</geo>" in data
    errors = [f for f in validate(data, "x.xml").findings if f.severity == "error"]
    assert errors == []
    registry = encode_registry(Registry(entities), EncodeOptions(), title="Edition", language="en")
    assert registry is not None
    assert [f for f in validate(registry.data, "registry.xml").findings if f.severity == "error"] == []


def test_an_empty_registry_is_no_document() -> None:
    assert encode_registry(Registry(), EncodeOptions(), title="Edition", language="en") is None


def test_white_space_is_no_name() -> None:
    encoded = encode(ARTICLE, Linked((Annotation(Span(7, 8), "title", "default"),)))
    assert [finding.code for finding in encoded.findings] == ["E592"]
    assert b"<title cert" not in encoded.draft.data


def test_labels_without_an_element_are_told() -> None:
    encoded = encode(ARTICLE, Linked((on("Trotsky", "mystery"),)))
    assert [(finding.code, finding.locus.column) for finding in encoded.findings] == [("E592", 1)]


def test_a_lost_word_is_found_and_located() -> None:
    article = replace(plain_article("x", "One two\nthree four."), source=Source("a.txt"))
    data = encode(article).draft.data
    assert fidelity(article, data) == ()
    (finding,) = fidelity(article, data.replace(b"three ", b""))
    assert (finding.code, finding.locus.path, finding.locus.line, finding.locus.column) == ("E591", "a.txt", 2, 1)
    assert "“three four.”" in finding.message
    assert fidelity(article, b"<TEI>")[0].code == "X101"


@pytest.mark.parametrize(
    ("encoded", "column", "shown"),
    [
        ("One two", 8, "nothing more"),
        ("One two three!", 14, "“!”"),
        ("One tow three", 6, "“ow three”"),
        ("one two three", 1, "“one two three”"),
    ],
)
def test_the_first_difference(encoded: str, column: int, shown: str) -> None:
    (finding,) = first_difference("One two three", encoded, "a.txt")
    assert finding.locus.column == column
    assert finding.message.endswith(shown)
