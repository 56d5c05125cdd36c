"""Speakers of quotations and authors of works: from where the text names them to whom that name means."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.core.span import Span
    from tei_edition.model.layer import Annotation

_GOVERNED = re.compile(r"\b(?:for|of|to|from|with|by|on|at)\s[^,]*$")
_NAMES = frozenset({"persName", "orgName"})
_NO_SPEAKERS = ("place-", "work-", "event-")


class Speakers:
    """The persons and organisations that an article names, by where it names them."""

    def __init__(self, text: str, named: Sequence[Annotation]) -> None:
        """Take an article's text and its linked annotations, in reading order.

        A name whose ``ref`` an editor or tagger gave may mean a place or a work: that one says and writes nothing.
        """
        self.text = text
        self.names = [
            one
            for one in named
            if one.label in _NAMES and (ref := one.feature("ref")) and not ref.lstrip("#").startswith(_NO_SPEAKERS)
        ]
        self.starts = [one.span.start for one in self.names]

    def reference(self, one: Annotation) -> str | None:
        """Return the id of who says a quotation or wrote a work; None where no linked name stands there.

        The name stands exactly where the annotation says, or is the one person named within a longer phrase there:
        neither "a spokesman for Ann Lee" nor "Ann Lee's lawyer" is she.
        """
        if one.speaker is None:
            return None
        low = bisect_left(self.starts, one.speaker.start)
        inside = []
        while low < len(self.names) and self.names[low].span.start < one.speaker.end:
            inside.append(self.names[low])
            low += 1
        exact = [name for name in inside if name.span == one.speaker]
        persons = [name for name in inside if name.label == "persName" and self._is_apposed(one.speaker, name.span)]
        found = exact or (persons if len(persons) == 1 else [])
        return found[0].feature("ref") if found else None

    def _is_apposed(self, phrase: Span, name: Span) -> bool:
        """Tell "the mayor, Ann Lee" from "a spokesman for Ann Lee" and "Ann Lee's lawyer"."""
        governed = _GOVERNED.search(self.text[phrase.start : name.start])
        return governed is None and self.text[name.end : name.end + 2] not in {"'s", "’s"}
