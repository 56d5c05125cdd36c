"""What a user can choose about plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Flavour = Literal["reading", "diplomatic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """Options of ``export_text``.

    Attributes:
        flavour: ``reading``: repairs applied, typographic marks, white space collapsed, page furniture left out.
            ``diplomatic``: the source's own characters, errors and page furniture included.
        header: Whether title, author and source stand above the text.
    """

    flavour: Flavour = "reading"
    header: bool = True
