"""What a ``teiHeader`` says about its text, as plain values for title pages and book metadata.

Source: TEI Guidelines, HD "The TEI Header": HD2 "The File Description", HD4 "The Profile Description".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.characters import collapsed
from tei_edition.exporters.reading.language import language_tag
from tei_edition.exporters.reading.source import Source, source_of
from tei_edition.tei.names import NSMAP, XML_LANG, is_tei, local_name
from tei_edition.tei.text import text_after, text_before, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLES = "t:teiHeader/t:fileDesc/t:titleStmt/t:title"
_MAIN = frozenset({"main", "uniform", "full", "short"})
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Person(NamedTuple):
    """A name on a title page: as it is read, and as it is sorted (``Williams, Maurice``)."""

    name: str
    file_as: str


class Responsibility(NamedTuple):
    """What somebody did for the electronic text (``resp``, in its own words) and who it was."""

    resp: str
    person: Person


class Header(NamedTuple):
    """A document's metadata; empty strings and tuples where the header says nothing.

    Attributes:
        title: Main title.
        subtitle: Subtitle.
        authors: Authors of the text.
        responsibilities: Editors, encoders and programs, in the header's order.
        publisher: Who publishes the electronic text.
        date: Of the electronic text: ``1997``, ``1997-04`` or ``1997-04-28``.
        licence: The licence's text.
        licence_target: The licence's address.
        identifiers: Type and value of each ``publicationStmt/idno``.
        source: What the text was taken from.
        language: The text's main language, a BCP 47 tag.
        languages: Every language declared, the main one first.
        keywords: Terms and keywords of the text.
        abstract: Summary of the text.
    """

    title: str
    subtitle: str
    authors: tuple[Person, ...]
    responsibilities: tuple[Responsibility, ...]
    publisher: str
    date: str
    licence: str
    licence_target: str
    identifiers: tuple[tuple[str, str], ...]
    source: Source
    language: str
    languages: tuple[str, ...]
    keywords: tuple[str, ...]
    abstract: str


def header_of(tei: Element) -> Header:
    """Read the header of a ``TEI`` or ``teiCorpus`` element."""
    titles = _titles(tei)
    language = language_of(tei)
    licence = _first(tei, "t:teiHeader//t:availability/t:licence")
    availability = licence if licence is not None else _first(tei, "t:teiHeader//t:availability")
    used = [element.get("ident", "") for element in tei.iterfind("t:teiHeader//t:langUsage/t:language", NSMAP)]
    return Header(
        title=titles[0],
        subtitle=titles[1],
        authors=tuple(
            person
            for element in tei.iterfind("t:teiHeader/t:fileDesc/t:titleStmt/t:author", NSMAP)
            if (person := person_of(element)).name
        ),
        responsibilities=tuple(_responsibilities(tei)),
        publisher=_text(tei, "t:teiHeader/t:fileDesc/t:publicationStmt/t:publisher")
        or _text(tei, "t:teiHeader/t:fileDesc/t:publicationStmt/t:authority"),
        date=date_of(_first(tei, "t:teiHeader/t:fileDesc/t:publicationStmt/t:date")),
        licence=text(availability),
        licence_target=licence.get("target", "") if licence is not None else "",
        identifiers=tuple(
            (element.get("type", ""), value)
            for element in tei.iterfind("t:teiHeader/t:fileDesc/t:publicationStmt//t:idno", NSMAP)
            if (value := text(element)) and not len(element)
        ),
        source=source_of(tei, language),
        language=language,
        languages=tuple(dict.fromkeys([language, *(tag for declared in used if (tag := language_tag(declared)))])),
        keywords=_keywords(tei),
        abstract=_text(tei, "t:teiHeader/t:profileDesc/t:abstract"),
    )


def text(element: Element | None) -> str:
    """Return the reading text of an element as running prose; empty for None."""
    return "" if element is None else collapsed(text_of(element, "reading"))


def date_of(element: Element | None) -> str:
    """Return the date of a ``date`` element: its ``when``, else the first date or year in its text."""
    if element is None:
        return ""
    for value in (element.get("when", ""), element.get("from", ""), element.get("notBefore", ""), text(element)):
        if match := _DATE.search(value):
            return match[0]
    return ""


def person_of(element: Element) -> Person:
    """Return the name in an element such as ``author``, ``persName`` or ``name``, and how it is sorted."""
    named = next((child for child in element.iter() if is_tei(child, "persName", "name", "orgName")), element)
    parts = [child for child in named if isinstance(child.tag, str)]
    glued = len(parts) > 1 and not any(text_after(child) for child in parts[:-1]) and not text_before(named).strip()
    name = " ".join(text(child) for child in parts) if glued else text(named)
    surname = text(next((child for child in named.iter() if is_tei(child, "surname")), None))
    if surname and name != surname:
        given = [text(child) for child in named.iter() if is_tei(child, "forename", "addName", "genName")]
        rest = " ".join(part for part in given if part) or collapsed(name.replace(surname, "", 1))
        if "," in name:
            name = f"{rest} {surname}"
        return Person(name, f"{surname}, {rest}" if rest else surname)
    return Person(name, _inverted(name) if local_name(named) != "orgName" else name)


def _inverted(name: str) -> str:
    words = name.split()
    alphabetic = all(character.isalpha() or character in " .'’-" for character in name)
    if len(words) not in {2, 3, 4} or not alphabetic or not words[-1][:1].isupper():
        return name
    return f"{words[-1]}, {' '.join(words[:-1])}"


def _titles(tei: Element) -> tuple[str, str]:
    found = [(element, words) for element in tei.iterfind(_TITLES, NSMAP) if (words := text(element))]
    own = [entry for entry in found if entry[0].get("level") != "s" and entry[0].get("type", "main") in _MAIN] or found
    main = next((words for element, words in own if element.get("type") == "main"), own[0][1] if own else "")
    kinds = {"sub", "subordinate"}
    return main, next((words for element, words in found if element.get("type") in kinds and words != main), "")


def language_of(tei: Element) -> str:
    """Return the main language of a document as a BCP 47 tag; ``und`` where it does not say."""
    body = _first(tei, "t:text")
    declared = [element.get("ident", "") for element in tei.iterfind("t:teiHeader//t:langUsage/t:language", NSMAP)]
    candidates = [body.get(XML_LANG, "") if body is not None else "", tei.get(XML_LANG, ""), *declared[:1]]
    return next((tag for declared_ in candidates if (tag := language_tag(declared_))), "und")


def _responsibilities(tei: Element) -> list[Responsibility]:
    found: list[Responsibility] = []
    for element in tei.iterfind("t:teiHeader/t:fileDesc/t:titleStmt/*", NSMAP):
        if is_tei(element, "editor", "sponsor", "funder", "principal"):
            found.append(Responsibility(element.get("role") or local_name(element), person_of(element)))
        elif is_tei(element, "respStmt"):
            resp = "; ".join(text(child) for child in element if is_tei(child, "resp"))
            found += [Responsibility(resp, person_of(child)) for child in element if is_tei(child, *_NAMES)]
    return [entry for entry in found if entry.person.name]


_NAMES = ("persName", "orgName", "name")


def _keywords(tei: Element) -> tuple[str, ...]:
    path = "t:teiHeader/t:profileDesc/t:textClass/t:keywords"
    words = [text(term) for list_ in tei.iterfind(path, NSMAP) for term in list_.iter() if is_tei(term, "term")]
    return tuple(dict.fromkeys(word for word in words if word))


def _first(tei: Element, path: str) -> Element | None:
    return tei.find(path, NSMAP)


def _text(tei: Element, path: str) -> str:
    return text(_first(tei, path))
