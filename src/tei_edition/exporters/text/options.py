"""What a user can choose about plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Flavour = Literal["reading", "diplomatic", "normalised", "markdown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """Options of ``export_text``.

    Attributes:
        flavour: ``reading``: repairs applied, typographic marks, white space collapsed, page furniture left out.
            ``diplomatic``: the source's own characters, errors, line and page breaks and page furniture included.
            ``normalised``: repairs applied, the source's own marks, one paragraph a line and nothing else, for corpus
            tools. ``markdown``: as ``reading``, in CommonMark with tables and footnotes.
        header: Whether title, author and source stand above the text (never in ``normalised``).
        notes: ``end``: numbered at the end (without numbers in ``normalised``); ``none``: left out.
    """

    flavour: Flavour = "reading"
    header: bool = True
    notes: Literal["end", "none"] = "end"
