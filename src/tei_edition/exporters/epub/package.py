"""What the package document says of a book.

Source: EPUB 3.3, 5.5 "Metadata section"; EPUB Accessibility 1.1, 4 "Discoverability"; MARC relator codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.exporters.epub.book import Book

_ROLES = (
    ("transl", "trl"),
    ("transcri", "trc"),
    ("encod", "mrk"),
    ("markup", "mrk"),
    ("tagg", "mrk"),
    ("tei", "mrk"),
    ("xml", "mrk"),
    ("edit", "edt"),
    ("herausg", "edt"),
    ("proof", "pfr"),
    ("corr", "pfr"),
    ("annot", "ann"),
    ("fund", "fnd"),
    ("spons", "spn"),
    ("illustr", "ill"),
)
_FEATURES = (
    "ARIA",
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
)


class Metadata:
    """The metadata section as it grows: Dublin Core elements, and meta elements that may refine them.

    Attributes:
        core: Name, value and id (may be empty) of each Dublin Core element.
        meta: Property, value and id of what it refines (may be empty) of each meta element.
    """

    __slots__ = ("core", "meta")

    def __init__(self) -> None:
        self.core: list[tuple[str, str, str]] = []
        self.meta: list[tuple[str, str, str]] = []

    def add(self, name: str, value: str, identifier: str = "", **refinements: str) -> None:
        """Add a Dublin Core element, unless it is empty; in refinements ``_`` stands for a hyphen."""
        value = " ".join(value.split())
        if not value:
            return
        self.core.append((name, value, identifier))
        for key, refinement in refinements.items():
            self.say(key.replace("_", "-"), refinement, identifier)

    def say(self, property_: str, value: str, refines: str = "") -> None:
        """Add a meta element, unless it is empty."""
        if value.strip():
            self.meta.append((property_, " ".join(value.split()), refines))


def metadata(book: Book) -> Metadata:
    """Return everything that the package says of the book, identifier and time of change excepted."""
    found = Metadata()
    found.add("title", book.title, "title", title_type="main", file_as=_file_as(book.title, book.language))
    languages = [book.language, *sorted({tag for place in book.chapters for tag in place.chapter.languages})]
    for language in dict.fromkeys(languages):
        found.add("language", language)
    _people(book, found)
    found.add("publisher", book.publisher)
    found.add("date", book.header.date)
    for value, name in (
        ({header.source.citation for header in book.headers}, "source"),
        ({header.licence or header.licence_target for header in book.headers}, "rights"),
        ({header.abstract for header in book.headers}, "description"),
    ):
        if len(value) == 1:
            found.add(name, *value)
    for keyword in dict.fromkeys(word for header in book.headers for word in header.keywords):
        found.add("subject", keyword)
    _series(book, found)
    _accessibility(book, found)
    return found


def _people(book: Book, found: Metadata) -> None:
    authors = {person.name: person for header in book.headers for person in header.authors}
    for number, person in enumerate(authors.values(), 1):
        found.add("creator", person.name, f"author-{number}", role="aut", file_as=person.file_as)
    seen = set(authors)
    number = 0
    for entry in (entry for header in book.headers for entry in header.responsibilities):
        if entry.person.name not in seen:
            seen.add(entry.person.name)
            number += 1
            role = next((code for word, code in _ROLES if word in entry.resp.lower()), "ctb")
            found.add(
                "contributor", entry.person.name, f"contributor-{number}", role=role, file_as=entry.person.file_as
            )


def _series(book: Book, found: Metadata) -> None:
    periodicals = {header.source.periodical for header in book.headers}
    periodical = next(iter(periodicals))
    if len(periodicals) != 1 or not periodical:
        return
    found.meta.append(("belongs-to-collection", periodical, "#id=series"))
    found.say("collection-type", "series", "series")
    positions = {(header.source.volume, header.source.issue) for header in book.headers}
    volume, issue = next(iter(positions))
    position = ".".join(part for part in (volume, issue) if part.isdigit())
    if len(positions) == 1 and position:
        found.say("group-position", position, "series")


def _accessibility(book: Book, found: Metadata) -> None:
    found.say("schema:accessMode", "textual")
    found.say("schema:accessMode", "visual")
    found.say("schema:accessModeSufficient", "textual")
    features = [*_FEATURES, *(["index"] if book.indexes else [])]
    features += ["pageBreakMarkers", "pageNavigation"] if book.has_pages else []
    features += ["MathML"] if any(place.chapter.has_math for place in book.chapters) else []
    for feature in sorted(features):
        found.say("schema:accessibilityFeature", feature)
    found.say("schema:accessibilityHazard", "none")
    found.say("schema:accessibilitySummary", book.labels["summary"])
    if book.has_pages:
        found.say("pageBreakSource", book.header.source.citation or book.header.title or book.title)
    if book.certified_by:
        found.say("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA")
        found.say("a11y:certifiedBy", book.certified_by)


def _file_as(title: str, language: str) -> str:
    articles = {
        "en": ("the", "a", "an"),
        "de": ("der", "die", "das"),
        "fr": ("le", "la", "les"),
        "es": ("el", "la", "los"),
    }
    first, _, rest = title.partition(" ")
    known = articles.get(language.lower().partition("-")[0], ())
    return f"{rest}, {first}" if rest and first.lower() in known else title
