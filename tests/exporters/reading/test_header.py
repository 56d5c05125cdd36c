from __future__ import annotations

import pytest

from tei_edition.exporters.reading.header import Header, header_of
from tei_edition.tei.document import TeiDocument
from tei_samples import document


def header(file_desc: str, rest: str = "") -> Header:
    return header_of(document("<p>x</p>", f"<teiHeader><fileDesc>{file_desc}</fileDesc>{rest}</teiHeader>").root)


def test_article(samples: list[TeiDocument]) -> None:
    found = header_of(next(sample for sample in samples if sample.name == "article.xml").root)
    assert found.title == 'The Strike At "Ford\'s" Is Won'
    assert found.subtitle == "A report from the gates"
    assert [(person.name, person.file_as) for person in found.authors] == [("Jane Doe", "Doe, Jane")]
    assert [(entry.resp, entry.person.name) for entry in found.responsibilities] == [
        ("named entities tagged by", "tei_edition"),
        ("edited by", "Ann Brown"),
    ]
    assert found.identifiers == (("URI", "https://example.org/herald/1"),)
    assert (found.licence, found.licence_target) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert (found.date, found.publisher, found.keywords) == ("2024-05-01", "Test Press", ("strikes", "labour"))
    source = found.source
    assert (source.periodical, source.volume, source.issue, source.date) == ("The Herald", "12", "7", "1931-05-02")
    assert source.citation == "Jane Doe, “The Strike”, The Herald, vol. 12, no. 7, May 2, 1931"


def test_nothing_is_guessed() -> None:
    found = header_of(TeiDocument("x", b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>').root)
    assert (found.title, found.authors, found.publisher, found.date, found.licence) == ("", (), "", "", "")
    assert (found.language, found.source.citation) == ("und", "")


@pytest.mark.parametrize(
    ("author", "name", "file_as"),
    [
        ("V.I. Lenin", "V.I. Lenin", "Lenin, V.I."),
        ("Doe, Jane", "Doe, Jane", "Doe, Jane"),
        ("Plato", "Plato", "Plato"),
        ("<persName><surname>Doe</surname><forename>Jane</forename></persName>", "Doe Jane", "Doe, Jane"),
        ("<forename>Jane</forename><surname>Doe</surname>", "Jane Doe", "Doe, Jane"),
        ("<orgName>Associated Press</orgName>", "Associated Press", "Associated Press"),
        ("the editors of this paper", "the editors of this paper", "the editors of this paper"),
    ],
)
def test_names_are_inverted_where_that_is_sure(author: str, name: str, file_as: str) -> None:
    person = header(f"<titleStmt><title>T</title><author>{author}</author></titleStmt>").authors[0]
    assert (person.name, person.file_as) == (name, file_as)


def test_prose_source_and_file_reference() -> None:
    assert header("<sourceDesc><p>A  leaf.</p></sourceDesc>").source.citation == "A leaf."
    file = "<bibl type='file'><idno>a.txt</idno></bibl>"
    both = f"<sourceDesc>{file}<bibl><title level='j'>J</title>, 1901</bibl></sourceDesc>"
    assert header(both).source.citation == "J, 1901"
    assert header(both).source.periodical == "J"
