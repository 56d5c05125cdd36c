"""What a user can choose about a web edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exporters.xhtml.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlOptions:
    """Options of ``export_html``; what is empty comes from the documents' headers.

    Attributes:
        title: Of the edition.
        language: Of the words that the site says by itself, a BCP 47 tag.
        introduction: A paragraph of plain text above the contents.
        css: A style sheet that is read after ours.
        templates: Templates of pages instead of ours, by path; the last part of the path is the template's name.
        files: Further files of the site (a logo, fonts), by their paths in its folder ``files``.
        presentation: How texts are shown: unreviewed tags, the project's own elements, and whether speakers are named
            beside their quotations.
        images: Bytes of PNG, JPEG, GIF or WebP images by the ``url`` that ``graphic`` has.
    """

    title: str = ""
    language: str = ""
    introduction: str = ""
    css: bytes = b""
    templates: Mapping[str, bytes] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    presentation: Presentation = field(default_factory=lambda: Presentation(speakers=True))
    images: Mapping[str, bytes] = field(default_factory=dict)
