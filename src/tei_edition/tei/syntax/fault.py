"""A breach of the syntax of XML, before its place is counted in lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach.

    Attributes:
        code: A code of the catalogue.
        at: Where the construct begins that is wrong, in code points of the decoded document.
        message: What is wrong with it, in one sentence.
        hint: The cure; None takes the catalogue's.
    """

    code: str
    at: int
    message: str
    hint: str | None = None


def shown(text: str) -> str:
    """Return a piece of a document as a message quotes it: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 40
