"""Lines of plain text as they grow: text comes in pieces, blocks end lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tei_edition.core.characters import collapsed
from tei_edition.core.typography import typeset_pieces
from tei_edition.exporters.text import markdown
from tei_edition.exporters.text.manner import Manner  # noqa: TC001 - dataclass fields are read at run time

BREAK = "\u2028"
"""Stands in running text where a line must end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or verse line.

    Attributes:
        text: Its words.
        gap: Whether an empty line goes before it.
        exact: Whether it is the source's own text; nothing goes between two such.
    """

    text: str
    gap: bool
    exact: bool = False


@dataclass(slots=True)
class Paragraphs:
    """Collects text and gives lines.

    Attributes:
        manner: What the flavour does.
        language: Of the paragraph that is being collected.
        lines: What is finished.
    """

    manner: Manner
    language: str = "und"
    lines: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _opening: set[int] = field(default_factory=set)
    _closing: set[int] = field(default_factory=set)
    _kept: set[int] = field(default_factory=set)
    _raw: set[int] = field(default_factory=set)
    _gap: bool = True
    _attached: bool = False

    def text(self, piece: str, *, verbatim: bool = False) -> None:
        """Add words to the paragraph; ``verbatim`` ones keep their marks."""
        if verbatim:
            self._kept.add(len(self._pieces))
        self._pieces.append(piece)
        self._length += len(piece)

    def sign(self, mark: str) -> None:
        """Add a sign that is no word of the text and stays as it is."""
        self._raw.add(len(self._pieces))
        self.text(mark, verbatim=True)

    def quotation_begins(self) -> None:
        """Remember that markup opens a quotation here."""
        self._opening.add(self._length)

    def quotation_ends(self) -> None:
        """Remember that markup closes a quotation here."""
        self._closing.add(self._length)

    def end_line(self, *, gap: bool) -> None:
        """End the line, if there is any; with ``gap`` the next one has an empty line before it."""
        pieces = self._pieces
        if any(pieces):
            if self.manner.typographic:
                pieces = self._typeset(pieces)
            if self.manner.markdown:
                pieces = [piece if i in self._raw else markdown.escaped(piece) for i, piece in enumerate(pieces)]
            for part in "".join(pieces).split(BREAK):
                words = collapsed(part)
                if words := markdown.finished(words) if self.manner.markdown else words:
                    self.lines.append(Line(words, self._gap))
                    self._gap = self._attached = False
        self._pieces, self._length = [], 0
        self._opening, self._closing, self._kept, self._raw = set(), set(), set(), set()
        self._gap = self._gap or (gap and not self._attached)

    def attach(self) -> None:
        """Let the next line follow without an empty one."""
        self._gap = False
        self._attached = True

    def add(self, lines: list[Line], first: str = "", rest: str = "") -> None:
        """Add finished lines, the first one prefixed with ``first`` and the others with ``rest``."""
        self.end_line(gap=False)
        for number, line in enumerate(lines):
            gap = self._gap if number == 0 else line.gap
            self.lines.append(replace(line, text=(rest if number else first) + line.text, gap=gap))
        self._gap = self._gap and not lines

    def add_line(self, text: str, *, gap: bool = True) -> None:
        """Add one finished line."""
        self.end_line(gap=gap)
        self.lines.append(Line(text, self._gap))
        self._gap = False

    def verbatim(self, text: str) -> None:
        """Add text exactly as it is."""
        self.end_line(gap=True)
        self.lines.append(Line(text, gap=True, exact=True))

    def joined(self) -> str:
        """Return everything collected; paragraphs are parted by an empty line."""
        self.end_line(gap=True)
        parts: list[str] = []
        exact = False
        for line in self.lines:
            if parts and not (exact and line.exact):
                parts.append(self._line_end(line))
            parts.append(line.text)
            exact = line.exact
        return "".join(parts)

    def _line_end(self, following: Line) -> str:
        if self.manner.markdown:
            return "\n\n" if following.gap else markdown.line_end(following.text)
        return "\n\n" if following.gap and self.manner.signs else "\n"

    def _typeset(self, pieces: list[str]) -> list[str]:
        shown = ["".join("·" for _ in piece) if i in self._kept else piece for i, piece in enumerate(pieces)]
        done = typeset_pieces(shown, self.language, self._opening, self._closing)
        return [pieces[i] if i in self._kept else new for i, new in enumerate(done)]
