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
        presentation: How texts are shown: unreviewed tags, the project's own elements, and whether speakers are named
            beside their quotations.
        images: Bytes of PNG, JPEG, GIF or WebP images by the ``url`` that ``graphic`` has.
    """

    title: str = ""
    language: str = ""
    introduction: str = ""
    css: bytes = b""
    presentation: Presentation = field(default_factory=lambda: Presentation(speakers=True))
    images: Mapping[str, bytes] = field(default_factory=dict)
