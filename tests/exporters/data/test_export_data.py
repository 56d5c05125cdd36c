from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import rdflib
import rdflib.compare
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rdflib.plugins.shared.jsonld import context as jsonld_context

import tei_edition.exporters.data as data_room
from tei_edition.exporters.data import DataOptions, export_data
from tei_edition.exporters.data.statements import iri_of
from tei_edition.exporters.reading.registers import entities_of
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import TEI_NS
from tei_samples import HEADER, document

if TYPE_CHECKING:
    from tei_edition.exporters.data.options import Content, Format

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own

_SCHEMA = json.loads((Path(data_room.__file__).parent / "records.schema.json").read_text("utf-8"))
_SDO = rdflib.Namespace("https://schema.org/")
_GEO = rdflib.Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
_OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def exported(
    *documents: TeiDocument,
    format: Format = "json",  # noqa: A002 - the option's name
    content: Content = "mentions",
    base: str = "",
) -> bytes:
    return export_data(documents, DataOptions(format=format, content=content, base=base)).artifacts[0].data


def loaded(*documents: TeiDocument) -> dict[str, list[dict[str, Any]]]:
    result: dict[str, list[dict[str, Any]]] = json.loads(exported(*documents))
    return result


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def content_of(given_: TeiDocument) -> str:
    """The document's text content as any XML program gives it."""
    return "".join(etree.fromstring(given_.data, etree.XMLParser(huge_tree=True)).xpath("//text()"))


def register(entries: str, body: str = "<p>x</p>") -> TeiDocument:
    text = f'<TEI xmlns="{TEI_NS}">{HEADER}<standOff>{entries}</standOff><text><body>{body}</body></text></TEI>'
    return TeiDocument("r.xml", text.encode())


@pytest.fixture
def article(samples: list[TeiDocument]) -> TeiDocument:
    return next(sample for sample in samples if sample.name == "article.xml")


def test_mentions_stand_where_they_say(article: TeiDocument) -> None:
    content = content_of(article)
    mentions = loaded(article)["mentions"]
    assert [mention["text"] for mention in mentions] == [
        "Jane Doe", "Detroit", "Roe", "What Is News?", "Ford", "Doe", "JANE DOE"
    ]  # fmt: skip
    for mention in mentions:
        start, end = mention["start"], mention["end"]
        assert content[start:end] == mention["exact"]
        assert content[:start].endswith(mention["prefix"])
        assert content[end:].startswith(mention["suffix"])
    assert mentions[0]["entity"] == "pers-doe-jane"
    assert mentions[0]["certainty"] == "high"
    assert mentions[0]["passage"] == "p1"


def test_selectors_reproduce_the_text_of_every_sample(samples: list[TeiDocument]) -> None:
    for sample in samples:
        content = content_of(sample)
        for item in json.loads(exported(sample, format="jsonld"))["items"]:
            quoted, position = item["target"]["selector"]
            assert content[position["start"] : position["end"]] == quoted["exact"], sample.name
            around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert content.startswith(around, position["start"] - len(quoted["prefix"])), sample.name


def test_selectors_reproduce_the_text_of_third_party_files(third_party: list[TeiDocument]) -> None:
    seen = 0
    for given_ in third_party:
        result = export_data([given_], DataOptions(format="jsonld"))
        if not result.artifacts:
            assert {finding.code for finding in result.findings} >= {"W801"}
            continue
        content = content_of(given_)
        for item in json.loads(result.artifacts[0].data)["items"]:
            quoted, position = item["target"]["selector"]
            assert content[position["start"] : position["end"]] == quoted["exact"], given_.name
            seen += 1
    assert seen > 50


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=12)


@given(st.lists(st.tuples(_WORDS, _WORDS), max_size=6), _WORDS)
def test_any_text_round_its_mentions(parts: list[tuple[str, str]], last: str) -> None:
    root = etree.Element(f"{{{TEI_NS}}}p")
    root.text = ""
    for before, name in parts:
        if len(root):
            root[-1].tail = before
        else:
            root.text = before
        etree.SubElement(root, f"{{{TEI_NS}}}persName").text = name
    if len(root):
        root[-1].tail = last
    body = etree.tostring(root, encoding="unicode")
    given_ = document(f"<!-- no text --><p>Some.</p>{body}<?nor this?>")
    content = content_of(given_)
    mentions = loaded(given_)["mentions"]
    assert [mention["exact"] for mention in mentions] == [name for _, name in parts if name.strip()]
    assert all(content[mention["start"] : mention["end"]] == mention["exact"] for mention in mentions)
    table = rows(exported(given_, format="csv"))
    assert [row["id"] for row in table] == [mention["id"] for mention in mentions]


def test_words_and_context_are_those_of_the_reading_text() -> None:
    given_ = document(
        "<p>One <choice><sic>teh</sic><corr>the</corr></choice> man<fw>Furniture</fw> anti-<persName>Doe</persName>ist"
        " in\n <placeName><choice><orig>Ams-\nterdam</orig><reg>Amsterdam</reg></choice></placeName>, here.</p>"
    )
    first, second = loaded(given_)["mentions"]
    assert first["before"] == "One the man anti-"
    assert first["after"] == "ist in Amsterdam, here."
    assert (second["text"], second["exact"]) == ("Amsterdam", "Ams-\nterdamAmsterdam")
    assert second["before"].endswith("Doeist in ")


def test_context_is_cut_between_words() -> None:
    word = loaded(document(f"<p>{'word ' * 50}<persName>X</persName>{' word' * 50}</p>"))["mentions"][0]
    assert word["before"] == "word " * 11 + "word "
    assert word["after"] == " word" * 12


def test_names_in_furniture_registers_and_hidden_readings_are_no_mentions() -> None:
    body = (
        "<fw><persName>A</persName></fw><p><choice><sic><persName>B</persName></sic><corr>b</corr></choice>"
        "<title>C</title><rs>D</rs><rs type='person' ref='#p'>E</rs></p>"
        "<listPerson><person xml:id='q'><persName>F</persName></person></listPerson>"
    )
    mentions = loaded(register('<listPerson><person xml:id="p"><persName>P</persName></person></listPerson>', body))
    assert [mention["text"] for mention in mentions["mentions"]] == ["E"]
    assert [entity["id"] for entity in mentions["entities"]] == ["p", "q"]


def test_json_is_what_its_schema_says(samples: list[TeiDocument], article: TeiDocument) -> None:
    validator = jsonschema.Draft202012Validator(_SCHEMA)
    validator.check_schema(_SCHEMA)
    for sample in samples:
        validator.validate(loaded(sample))
    whole = loaded(*samples)
    validator.validate(whole)
    found = loaded(article)
    assert found["documents"][0]["date"] == "1931-05-02"
    jane = next(entity for entity in found["entities"] if entity["id"] == "pers-doe-jane")
    assert (jane["sort_name"], jane["birth"], jane["death"], jane["mentions"]) == ("Doe, Jane", "1900", "1970", 3)
    assert jane["identifiers"][0]["iri"] == "http://www.wikidata.org/entity/Q1"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**found, "mentions": [{"id": "x"}]})


def test_third_party_files_are_what_the_schema_says(third_party: list[TeiDocument]) -> None:
    validator = jsonschema.Draft202012Validator(_SCHEMA)
    for given_ in third_party:
        for artifact in export_data([given_]).artifacts:
            validator.validate(json.loads(artifact.data))


def test_third_party_files_open_in_the_programs_they_are_for(third_party: list[TeiDocument]) -> None:
    base = "https://example.org/r"
    for given_ in (one for one in third_party if export_data([one]).artifacts):
        mentions = rows(exported(given_, format="csv"))
        registry = rows(exported(given_, format="csv", content="registry"))
        features = json.loads(exported(given_, format="geojson"))["features"]
        annotations = json.loads(exported(given_, format="jsonld"))["items"]
        assert len(mentions) == len(annotations)
        assert {feature["id"] for feature in features} == {row["id"] for row in registry if row["kind"] == "places"}
        assert sum(int(row["mentions"]) for row in registry) == sum(bool(row["entity"]) for row in mentions)
        turtle = rdflib.Graph().parse(data=exported(given_, format="ttl", base=base), format="turtle")
        linked = exported(given_, format="jsonld", content="registry", base=base)
        assert rdflib.compare.isomorphic(turtle, rdflib.Graph().parse(data=linked, format="json-ld")), given_.name
        subjects = {str(subject) for subject in turtle.subjects()}
        assert subjects == {iri_of(row["id"], base) for row in registry}, given_.name


def test_mentions_of_many_documents_have_ids_of_their_own(article: TeiDocument) -> None:
    twice = loaded(article, TeiDocument("again.xml", article.data))
    ids = [mention["id"] for mention in twice["mentions"]]
    assert len(set(ids)) == len(ids) == 14
    assert len({entry["id"] for entry in twice["documents"]}) == 2


def test_table_of_mentions(article: TeiDocument) -> None:
    table = rows(exported(article, format="csv"))
    assert len(table) == 7
    assert table[1]["entity_name"] == "Detroit"
    assert table[1]["kind"] == "places"
    assert table[0]["date"] == "1931-05-02"
    assert table[0]["before"].endswith("Won “") or table[0]["before"].endswith('"')


def test_table_of_the_registry(article: TeiDocument) -> None:
    table = {row["id"]: row for row in rows(exported(article, format="csv", content="registry"))}
    assert table["pers-doe-jane"]["variants"] == "J. Doe"
    assert table["place-detroit"]["latitude"] == "42.3"
    assert table["place-detroit"]["identifiers"] == "geonames:4990729"
    assert table["work-news"]["mentions"] == "1"
    assert [row["kind"] for row in table.values()] == ["persons", "persons", "places", "organisations", "works"]


def test_cells_with_commas_quotes_and_line_ends_come_back() -> None:
    name = 'A, "B"; C'
    note = f'<listOrg><org xml:id="o"><orgName>{name}</orgName><note>x\n\ny</note></org></listOrg>'
    row = rows(exported(register(note), format="csv", content="registry"))[0]
    assert (row["name"], row["description"]) == (name, "x y")


def test_places_are_geojson(article: TeiDocument) -> None:
    europe = TeiDocument(
        "e.xml",
        f'<TEI xmlns="{TEI_NS}">{HEADER}<standOff><listPlace><place xml:id="e"><placeName>Europe</placeName></place>'
        "</listPlace></standOff></TEI>".encode(),
    )
    found = json.loads(exported(article, europe, format="geojson"))
    assert found["type"] == "FeatureCollection"
    detroit, second = found["features"]
    assert detroit["geometry"] == {"type": "Point", "coordinates": [-83.0, 42.3]}
    assert detroit["properties"]["mentions"] == 1
    assert detroit["properties"]["mention_ids"] == [
        row["id"] for row in rows(exported(article, format="csv")) if row["entity"] == detroit["id"]
    ]
    assert detroit["properties"]["id_geonames"] == "4990729"
    assert second["geometry"] is None
    assert second["properties"]["documents"] == []


@pytest.mark.parametrize(
    ("geo", "point"),
    [
        ("52.5 13.4", (52.5, 13.4)),
        ("-52.5, 13", (-52.5, 13.0)),
        ("+1;2", (1.0, 2.0)),
        ("91 0", None),
        ("0 181", None),
        ("1 2 3", None),
        ("52°30' 13°24'", None),
        ("nan nan", None),
        ("", None),
    ],
)
def test_coordinates(geo: str, point: tuple[float, float] | None) -> None:
    given_ = register(f'<listPlace><place xml:id="p"><location><geo>{geo}</geo></location></place></listPlace>')
    found = entities_of([given_.root])["p"].coordinates
    assert (found and (found.latitude, found.longitude)) == point


@pytest.mark.parametrize("format_", ["ttl", "jsonld"])
def test_registry_is_linked_data(article: TeiDocument, format_: Format) -> None:
    data = exported(article, format=format_, content="registry", base="https://example.org/r")
    graph = rdflib.Graph().parse(data=data, format="turtle" if format_ == "ttl" else "json-ld")
    jane = rdflib.URIRef("https://example.org/r#pers-doe-jane")
    assert (jane, rdflib.RDF.type, _SDO.Person) in graph
    assert (jane, rdflib.RDF.type, rdflib.FOAF.Person) in graph
    assert (jane, _SDO.name, rdflib.Literal("Jane Doe")) in graph
    assert (jane, _SDO.birthDate, rdflib.Literal("1900", datatype=rdflib.XSD.gYear)) in graph
    assert (jane, _SDO.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q1")) in graph
    detroit = rdflib.URIRef("https://example.org/r#place-detroit")
    assert graph.value(detroit, _GEO.lat) == rdflib.Literal("42.3", datatype=rdflib.XSD.decimal)


def test_turtle_and_json_ld_say_the_same(samples: list[TeiDocument]) -> None:
    base = "https://example.org/r"
    turtle = rdflib.Graph().parse(data=exported(*samples, format="ttl", base=base), format="turtle")
    linked = exported(*samples, format="jsonld", content="registry", base=base)
    assert rdflib.compare.isomorphic(turtle, rdflib.Graph().parse(data=linked, format="json-ld"))
    assert len(turtle) > 30


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=20))
def test_any_name_survives_turtle(name: str) -> None:
    root = etree.Element(f"{{{TEI_NS}}}org", {"{http://www.w3.org/XML/1998/namespace}id": "o"})
    etree.SubElement(root, f"{{{TEI_NS}}}orgName").text = name
    given_ = register(f"<listOrg>{etree.tostring(root, encoding='unicode')}</listOrg>")
    expected = loaded(given_)["entities"][0]["name"]
    graph = rdflib.Graph().parse(data=exported(given_, format="ttl", base="https://e.org/"), format="turtle")
    assert str(graph.value(rdflib.URIRef("https://e.org/#o"), _SDO.name)) == expected


def test_annotations_are_web_annotations(article: TeiDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    data = exported(article, format="jsonld", base="https://example.org/edition")
    page = json.loads(data)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    first = page["items"][0]
    assert first["target"]["source"]["id"] == "https://example.org/edition/article.xml"
    assert {body["purpose"] for body in first["body"]} == {"identifying", "tagging"}
    # The published context, as far as it is used here: no test asks the network for it.
    own = {
        "oa": str(_OA), "as": "http://www.w3.org/ns/activitystreams#", "rdf": str(rdflib.RDF), "dc": str(rdflib.DC),
        "id": "@id", "type": "@type", "Annotation": "oa:Annotation", "SpecificResource": "oa:SpecificResource",
        "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
        "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"}, "body": {"@id": "oa:hasBody"},
        "target": {"@id": "oa:hasTarget"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector"}, "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
        "start": "oa:start", "end": "oa:end", "value": "rdf:value", "format": "dc:format", "language": "dc:language",
    }  # fmt: skip
    monkeypatch.setattr(jsonld_context, "source_to_json", lambda *_, **__: ({"@context": own}, None))
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    assert len(list(graph.subjects(rdflib.RDF.type, _OA.Annotation))) == 7
    exact = {str(value) for value in graph.objects(None, _OA.exact)}
    assert {"Jane Doe", "Detroit", "Ford"} <= exact


def test_iris_are_relative_without_a_base(article: TeiDocument) -> None:
    assert b"\n<#pers-doe-jane>" in exported(article, format="ttl")
    graph = json.loads(exported(article, format="jsonld", content="registry"))["@graph"]
    assert graph[0]["@id"] == "#pers-doe-jane"


def test_identifiers_never_break_out_of_an_iri() -> None:
    idnos = (
        '<idno type="wikidata">Q1&gt; . &lt;x</idno><idno type="URI">https://x.org/a b</idno><idno>javascript:x</idno>'
        '<idno type="URI">https://ok.org/1</idno>'
    )
    given_ = register(f'<listOrg><org xml:id="ö.x"><orgName>O</orgName>{idnos}</org></listOrg>')
    graph = rdflib.Graph().parse(data=exported(given_, format="ttl", base="https://e.org/"), format="turtle")
    assert [str(same) for same in graph.objects(None, _SDO.sameAs)] == ["https://ok.org/1"]
    assert len(list(graph.objects(None, _SDO.identifier))) == 3


def test_events_and_works_and_living_persons() -> None:
    entries = (
        '<listEvent><event xml:id="e" when="1905-01-22"><label>Bloody Sunday</label></event></listEvent>'
        '<listBibl><bibl xml:id="w"><title>T</title> by <author>A</author></bibl></listBibl>'
        '<listPerson><person xml:id="p"><persName>P</persName><birth when="1950-03"/></person></listPerson>'
        '<listPlace><place xml:id="pl"><placeName>P</placeName><country>C</country>'
        '<place xml:id="in"><placeName>Inner</placeName></place></place></listPlace>'
    )
    found = {entity["id"]: entity for entity in loaded(register(entries))["entities"]}
    assert (found["e"]["kind"], found["e"]["birth"]) == ("events", "1905-01-22")
    assert found["w"]["description"] == "T by A"
    assert found["p"]["birth"] == "1950-03"
    assert found["pl"]["country"] == "C"
    assert found["pl"]["name"] == "P"
    graph = rdflib.Graph().parse(data=exported(register(entries), format="ttl", base="https://e.org/"))
    start = graph.value(rdflib.URIRef("https://e.org/#e"), _SDO.startDate)
    assert start == rdflib.Literal("1905-01-22", datatype=rdflib.XSD.date)


def test_same_bytes_every_time(samples: list[TeiDocument]) -> None:
    for format_ in ("csv", "json", "jsonld", "geojson", "ttl"):
        again = [TeiDocument(sample.name, sample.data) for sample in samples]
        assert exported(*samples, format=format_) == exported(*again, format=format_)


def test_nothing_to_export() -> None:
    assert [finding.code for finding in export_data([]).findings] == ["W801"]
    p4 = TeiDocument("p4.xml", b"<TEI.2/>")
    assert [finding.code for finding in export_data([p4]).findings] == ["B801", "W801"]
    with pytest.raises(ValueError, match="web address"):
        DataOptions(base="nowhere")
