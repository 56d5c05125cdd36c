"""What a user can choose about an EPUB."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tei_edition.exporters.xhtml.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Mapping

_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class EpubOptions:
    """Options of ``export_epub``; what is empty comes from the documents' headers.

    Attributes:
        title: Of the book.
        identifier: Of the book, stable over its editions: a URN, DOI or URI.
        language: Main language, a BCP 47 tag.
        modified: When the book was last changed, ``2024-05-01T00:00:00Z``; empty: the header's date, else 1980.
        publisher: Of the book.
        name: File name without ``.epub``.
        css: A style sheet instead of ours.
        cover: A JPEG or PNG image instead of the typographic cover.
        images: Bytes of images by the ``url`` that ``graphic`` has.
        templates: Templates of pages instead of ours, by path; the last part of the path is the template's name.
        files: Further files of the book (images, fonts), by their paths in its folder ``files``.
        order: ``date``: chapters in the order of their sources' dates; ``given``: as the documents come.
        presentation: How texts are shown: speakers, unreviewed tags, the project's own elements.
        certified_by: Who certifies that the book conforms to EPUB Accessibility 1.1, WCAG 2.1 level AA; nobody unless
            set, for a program cannot.

    Raises:
        ValueError: if ``modified`` is no UTC time of that form.
    """

    title: str = ""
    identifier: str = ""
    language: str = ""
    modified: str = ""
    publisher: str = ""
    name: str = ""
    css: bytes = b""
    cover: bytes = b""
    images: Mapping[str, bytes] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    order: Literal["given", "date"] = "given"
    presentation: Presentation = field(default_factory=Presentation)
    certified_by: str = ""

    def __post_init__(self) -> None:
        if self.modified and not _UTC.fullmatch(self.modified):
            message = f"not a UTC time such as 2024-05-01T00:00:00Z: {self.modified}"
            raise ValueError(message)
