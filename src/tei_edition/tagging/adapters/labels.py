"""Labels of other taggers as TEI elements, and spans as an edition marks names."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from tei_edition.core.span import Span

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_EDGES = ' \t\n\u00a0\u202f"“”„«»,;:'


@cache
def elements() -> dict[str, str]:
    """Return the TEI element of each label that is known; to be read only."""
    return tomllib.loads(files("tei_edition.tagging.adapters").joinpath("labels.toml").read_text(encoding="utf-8"))


def name_within(text: str, span: Span) -> Span | None:
    """Return a span without white space, marks and a possessive ending at its edges; None where nothing is left."""
    piece = span.of(text)
    words = _POSSESSIVE.sub("", piece.rstrip(_EDGES))
    lead = len(piece) - len(piece.lstrip(_EDGES))
    return Span(span.start + lead, span.start + len(words)) if len(words) > lead else None
