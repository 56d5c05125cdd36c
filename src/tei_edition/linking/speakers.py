"""Speakers of quotations and authors of works: from where the text names them to whom that name means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model.layer import Annotation

_NAMES = frozenset({"persName", "orgName"})
_NO_SPEAKERS = ("place-", "work-", "event-")


class Speakers:
    """The persons and organisations that an article names, by where it names them."""

    def __init__(self, named: Sequence[Annotation]) -> None:
        """Take the linked annotations of an article, in reading order.

        A name whose ``ref`` an editor or tagger gave may mean a place or a work: that one says and writes nothing.
        """
        self.names = [
            one
            for one in named
            if one.label in _NAMES and (ref := one.feature("ref")) and not ref.lstrip("#").startswith(_NO_SPEAKERS)
        ]
        self.starts = [one.span.start for one in self.names]

    def reference(self, one: Annotation) -> str | None:
        """Return the id of who says a quotation or wrote a work; None where no linked name stands there.

        The name stands exactly where the annotation says, or is the one person named within a longer phrase there:
        "a spokesman for the bank" is not the bank.
        """
        if one.speaker is None:
            return None
        low = bisect_left(self.starts, one.speaker.start)
        inside = []
        while low < len(self.names) and self.names[low].span.start < one.speaker.end:
            inside.append(self.names[low])
            low += 1
        exact = [name for name in inside if name.span == one.speaker]
        persons = [name for name in inside if name.label == "persName"]
        found = exact or (persons if len(persons) == 1 else [])
        return found[0].feature("ref") if found else None
