"""Half-open stretches of a text, counted in Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points ``start`` (included) to ``end`` (excluded) of some text.

    Raises:
        ValueError: if ``start`` is negative or greater than ``end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start} to {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def crosses(self, other: Span) -> bool:
        """Tell whether the two overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)

    def shifted(self, by: int) -> Span:
        """Return the span moved by ``by`` code points (negative: towards the beginning)."""
        return Span(self.start + by, self.end + by)

    def clipped(self, to: Span) -> Span | None:
        """Return the part of this span that lies in ``to``; None where they share no code point."""
        if not self.overlaps(to):
            return None
        return Span(max(self.start, to.start), min(self.end, to.end))
