"""The style sheet: ours with the quotation marks of the book's languages, or the user's.

Source: EPUB 3.3, 6.3 "Cascading Style Sheets"; CSS Generated Content, 2.4 "quotes".
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.core.typography import typography

if TYPE_CHECKING:
    from collections.abc import Iterable


def style_sheet(languages: Iterable[str]) -> bytes:
    """Return our style sheet; quotations without marks of their own get those of their language, by depth."""
    rules = [_quotes("q", "und"), *(_quotes(f"q:lang({language})", language) for language in sorted(set(languages)))]
    ours = Path(__file__).with_name("style.css").read_text("utf-8")
    return f"{ours}{chr(10).join(rules)}\n".encode()


def _quotes(selector: str, language: str) -> str:
    pairs = " ".join(f'"{mark}"' for depth in (0, 1) for mark in typography(language).pair(depth))
    return f"{selector} {{ quotes: {pairs}; }}"
