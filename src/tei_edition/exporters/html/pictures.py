"""Images of a site: those given that a browser shows and that cannot hold a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", "png"),
    (b"\xff\xd8\xff", 0, "image/jpeg", "jpg"),
    (b"GIF8", 0, "image/gif", "gif"),
    (b"WEBP", 8, "image/webp", "webp"),
)


def pictures(given: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return file on the site and media type of each image by its ``graphic/@url``; others are left out."""
    found: dict[str, tuple[str, str]] = {}
    for number, url in enumerate(sorted(given), 1):
        for start, at, media_type, ending in _TYPES:
            if given[url][at : at + len(start)] == start:
                found[url] = (f"images/image-{number:03d}.{ending}", media_type)
    return found
