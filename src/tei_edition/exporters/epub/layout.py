"""What a project lays out itself in a book: templates of its pages, and files that they use.

Source: EPUB 3.3, 3.2 "Core Media Types"; 6.1 "XHTML content documents".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.exporters.epub.book import Image
from tei_edition.exporters.file_types import file_type
from tei_edition.exporters.template_files import Gaps, templates_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.epub.options import EpubOptions
    from tei_edition.exporters.templates import Template

KINDS: Mapping[str, Gaps] = MappingProxyType(
    {
        "page.xhtml": Gaps(words="language direction kind title", markup="main", addresses="style", required="main"),
        "cover.xhtml": Gaps(words="title authors alt", addresses="image", required="image"),
        "title.xhtml": Gaps(
            words="title subtitle authors abstract source publisher date",
            markup="licence details",
            required="title",
        ),
        "index.xhtml": Gaps(words="title kind", markup="entries", required="entries"),
    }
)


def own_templates(options: EpubOptions, findings: list[Finding]) -> dict[str, Template]:
    """Return the project's templates by name; what is wrong with them is added to ``findings``."""
    return templates_of(options.templates, KINDS, findings)


def own_files(options: EpubOptions, findings: list[Finding]) -> list[Image]:
    """Return the project's own images, fonts and style sheets as files of the book, in its folder ``files``."""
    found = []
    for path, data in sorted(options.files.items()):
        if media_type := file_type(path):
            found.append(Image(f"files/{path}", media_type, data))
        else:
            findings.append(finding("B812", "a book holds images, fonts and style sheets only", Locus(path)))
    return found
