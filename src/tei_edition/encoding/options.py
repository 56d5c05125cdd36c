"""What an edition says of itself in every header."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person who is responsible for the edition.

    Attributes:
        id: An NCName such as ``ed-mw``, which ``@resp`` points to.
        name: As it is to be printed.
        responsibility: What the person did.
    """

    id: str
    name: str
    responsibility: str = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodeOptions:
    """What the header says that the article itself does not.

    Attributes:
        publisher: Who publishes the edition; None: the document is said to be unpublished.
        place: Where it is published.
        date: When, in W3C form; also the date of the change recorded in revisionDesc. No clock is ever read.
        licence: The licence's name; never assumed.
        licence_target: Its URI.
        editors: Persons responsible, in the order of the title page.
        status: ``revisionDesc/@status``.
    """

    publisher: str | None = None
    place: str | None = None
    date: str | None = None
    licence: str | None = None
    licence_target: str | None = None
    editors: tuple[Editor, ...] = ()
    status: str = "draft"
