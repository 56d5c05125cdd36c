"""The site's style sheet, with the quotation marks of its languages.

Source: CSS Generated Content, 2.4 "quotes".
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.core.typography import typography

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = ("frame", "text", "pages", "print")


def style_sheet(languages: Iterable[str]) -> bytes:
    """Return our style sheet; quotations without marks of their own get those of their language, by depth."""
    folder = files("tei_edition.exporters.html") / "assets"
    parts = [(folder / f"{name}.css").read_text("utf-8") for name in _PARTS]
    rules = [_quotes("q", "und"), *(_quotes(f"q:lang({language})", language) for language in sorted(set(languages)))]
    return "\n".join([*parts, *rules, ""]).encode()


def _quotes(selector: str, language: str) -> str:
    pairs = " ".join(f'"{mark}"' for depth in (0, 1) for mark in typography(language).pair(depth))
    return f"{selector} {{ quotes: {pairs}; }}"
