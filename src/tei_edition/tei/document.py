"""A TEI document as it travels between rooms: bytes outside, a tree that is only read inside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tei.parse import Parsed, parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding


class TeiDraft(NamedTuple):
    """TEI that the encoder wrote and nothing has checked yet.

    Attributes:
        name: What to call it: a path, or a stem where it has none yet.
        data: The document in UTF-8.
    """

    name: str
    data: bytes


@dataclass(frozen=True)
class TeiDocument:
    """A well-formed document, ours or anybody's; made only of bytes that were parsed.

    Attributes:
        name: What findings call it: the path as the user gave it.
        data: The document's bytes, in any encoding that XML allows.
    """

    name: str
    data: bytes

    @classmethod
    def parsed(cls, name: str, data: bytes) -> tuple[TeiDocument | None, tuple[Finding, ...]]:
        """Parse bytes once; return the document with its tree, None where they are not well-formed, and findings."""
        result = parse(data, name)
        if result.root is None:
            return None, result.findings
        document = cls(name, data)
        document.__dict__["root"] = result.root  # what the property would parse again
        return document, result.findings

    @cached_property
    def root(self) -> Element:
        """The root element; to be read, never changed.

        Raises:
            ValueError: if the bytes are not well-formed (nobody who makes one lets such bytes through).
        """
        parsed: Parsed = parse(self.data, self.name)
        if parsed.root is None:
            raise ValueError(str(parsed.findings[0]))
        return parsed.root

    def __getstate__(self) -> dict[str, object]:
        """Pickle name and bytes only: a tree never crosses a process."""
        return {"name": self.name, "data": self.data}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Take what ``__getstate__`` gave."""
        for key, value in state.items():
            object.__setattr__(self, key, value)
