"""Media types of the files that a project adds to its editions.

Source: EPUB 3.3, 3.2 "Core Media Types"; RFC 8081 (fonts).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "css": "text/css",
        "gif": "image/gif",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "otf": "font/otf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "ttf": "font/ttf",
        "webp": "image/webp",
        "woff": "font/woff",
        "woff2": "font/woff2",
    }
)


def file_type(path: str) -> str:
    """Return the media type of an image, font or style sheet by the ending of its name; empty for any other file."""
    return _TYPES.get(path.rpartition(".")[2].lower(), "")
