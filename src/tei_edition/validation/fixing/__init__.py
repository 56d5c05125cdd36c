"""Safe cures: changes of markup and attributes that need no judgement, and never of the text. Loaded on request only.

A document is changed at exact places and is the same, byte for byte, everywhere else. Where its text would change,
which no cure intends, nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tei.parse import parse
from tei_edition.tei.syntax.decoding import encoding_of
from tei_edition.tei.syntax.lines import Lines
from tei_edition.validation.fixing import markup, values
from tei_edition.validation.fixing.edits import Edit, edited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.core.finding import Finding

CURES = {**values.CURES, **markup.CURES}
"""The cure of each code that has a safe one: from a document's characters, a place in them and what was found there."""


class Mended(NamedTuple):
    """A document after its cures, and the findings that they were for; the same document where there were none."""

    data: bytes
    cured: tuple[Finding, ...] = ()


def mended(data: bytes, findings: Iterable[Finding]) -> Mended:
    """Return a document with what can be mended safely.

    Args:
        data: The document.
        findings: What was found in these very bytes.
    """
    wanted = [each for each in findings if each.code in CURES and each.locus.line and each.locus.column]
    read = _decoded(data) if wanted else None
    if read is None:
        return Mended(data)
    mark, text, codec = read
    lines = Lines(text)
    edits: list[Edit] = []
    cured = []
    for each in wanted:
        found = list(CURES[each.code](text, lines.offset(each.locus.line, each.locus.column), each))
        if found and not any(_overlap(new, old) for new in found for old in edits):
            edits += found
            cured.append(each)
    changed = mark + edited(text, edits).encode(codec)
    return Mended(changed, tuple(cured)) if cured and _same_text(data, changed) else Mended(data)


def _decoded(data: bytes) -> tuple[bytes, str, str] | None:
    """Return the byte-order mark, the characters and their encoding; None where bytes would not come back the same."""
    mark, codec = encoding_of(data)
    try:
        text = data[len(mark) :].decode(codec)
        return (mark, text, codec) if text.encode(codec) == data[len(mark) :] else None
    except (UnicodeError, LookupError):
        return None


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)


def _same_text(before: bytes, after: bytes) -> bool:
    """Tell whether two documents have the same text; a document that could not be read may gain one."""
    old, new = parse(before).root, parse(after).root
    if old is None:
        return True
    return new is not None and "".join(old.itertext()) == "".join(new.itertext())
