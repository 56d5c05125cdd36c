"""What one article's work is given and gives: values that any process can be sent, and light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.encoding.options import EncodeOptions
from tei_edition.readers.reading import ReadOptions

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding
    from tei_edition.model.registry import Entity

VERSION = 9
"""Raised whenever the same source may give another document."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One source to be worked on.

    Attributes:
        name: As findings call it: the path as the user gave it.
        data: Its bytes.
        read: What the user knows beforehand.
        taggers: Names of the taggers in the order of their authority.
    """

    name: str
    data: bytes
    read: ReadOptions = field(default_factory=ReadOptions)
    taggers: tuple[str, ...] = ("default",)


@dataclass(frozen=True, slots=True)
class Task:
    """All that one article's document depends on.

    Attributes:
        source: What to read.
        output: Path of the document, as findings on it are to name it.
        options: What the edition says of itself.
        identifier: The id that the corpus has settled on; empty: the one that the reader proposes.
    """

    source: SourceFile
    output: str
    options: EncodeOptions = field(default_factory=EncodeOptions)
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one article.

    Attributes:
        name: The source's name.
        document: A document that holds the fidelity law and is valid; None where a finding of severity error says why.
        wanted: The id that the reader proposes; empty where there is no article.
        id: The id that the document has.
        date: The article's date in W3C form; empty where unknown.
        entities: What it mentions.
        findings: On the source and on the document.
    """

    name: str
    document: bytes | None
    findings: tuple[Finding, ...]
    wanted: str = ""
    id: str = ""
    date: str = ""
    entities: tuple[Entity, ...] = ()


def not_made(task: Task, defect: Finding) -> Done:
    """Return the result for an article whose work failed."""
    return Done(task.source.name, None, (defect.at(task.source.name),))
