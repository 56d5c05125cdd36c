"""Which index page an entry stands on: one a kind, and where a kind has very many entries, one a letter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.exporters.reading.collation import heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.reading.registers import Entity

_MOST = 800


def index_files(entities: Mapping[str, Entity], language: str) -> dict[str, str]:
    """Return the file of each entry's index page, from the site's root, by the entry's key."""
    counts = Counter(entity.kind for entity in entities.values())
    return {
        key: letter_file(entity.kind, heading(entity.file_as, language))
        if counts[entity.kind] > _MOST
        else f"{entity.kind}.html"
        for key, entity in entities.items()
    }


def letter_file(kind: str, letter: str) -> str:
    """Return the file of the entries of a kind under one heading: ``persons-a.html``, ``persons-0416.html``."""
    name = letter.lower()
    return f"{kind}-{name if name.isascii() and name.isalpha() else '-'.join(f'{ord(c):04x}' for c in letter)}.html"
