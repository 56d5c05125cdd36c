"""What a reader is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from tei_edition.core.finding import Finding  # noqa: TC001 - dataclass fields are read at run time
from tei_edition.model.article import Article  # noqa: TC001
from tei_edition.readers.profile import Profile  # noqa: TC001

ARTICLES = ("one", "divs", "documents")
"""What several articles of one plain-text file may become."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user knows about the sources beforehand.

    Attributes:
        language: BCP 47 tag of the text; None: found from the text where it can be.
        periodical: Title of the periodical; None: as the masthead states it.
        off: Codes of repairs that are not to be made.
        profiles: Profiles of periodicals beside those that come with the package.
        articles: What several articles of one plain-text file become: ``one`` article, ``divs`` of one document, or
            ``documents`` of their own.
        printed: Date of the issue in W3C form, where an article states none.
    """

    language: str | None = None
    periodical: str | None = None
    off: frozenset[str] = frozenset()
    profiles: tuple[Profile, ...] = ()
    articles: str = "one"
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one source.

    Attributes:
        article: None where the bytes hold no text that can be read; a finding of severity error then says why.
        findings: Located in the source by line and column.
    """

    article: Article | None
    findings: tuple[Finding, ...] = ()
