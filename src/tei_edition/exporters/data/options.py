"""What a user can choose about exported data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Format = Literal["csv", "json", "jsonld", "geojson", "ttl"]
Content = Literal["mentions", "registry"]

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOptions:
    """Options of ``export_data``.

    Attributes:
        format: ``csv``; ``json``: documents, registry and mentions in one; ``jsonld``: mentions as Web Annotations, or
            the registry; ``geojson``: places; ``ttl``: the registry in Turtle.
        content: Mentions or registry, where a format can hold either: ``csv`` and ``jsonld``.
        base: Address at which the documents are published, for IRIs; empty: IRIs stay relative to the file.
        name: File name without ending.

    Raises:
        ValueError: if ``base`` is no http or https address.
    """

    format: Format = "json"
    content: Content = "mentions"
    base: str = ""
    name: str = "data"

    def __post_init__(self) -> None:
        if self.base and not _BASE.fullmatch(self.base):
            message = f"not a web address: {self.base}"
            raise ValueError(message)
