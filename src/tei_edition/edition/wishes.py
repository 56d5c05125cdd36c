"""What a user may wish for besides the usual validation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Wishes of the command line and of edition.toml.

    Attributes:
        conformance: A second schema, by name or path; "": none.
        schematron: Files of Schematron.
        xinclude: Whether inclusions are followed, to local files.
        corpus: Whether all the documents together are looked at as one corpus.
    """

    conformance: str = ""
    schematron: tuple[str, ...] = ()
    xinclude: bool = False
    corpus: bool = False

    def joined(self, other: Wishes) -> Wishes:
        """Return these wishes and those of another that they say nothing of."""
        return Wishes(
            conformance=self.conformance or other.conformance,
            schematron=self.schematron or other.schematron,
            xinclude=self.xinclude or other.xinclude,
            corpus=self.corpus or other.corpus,
        )
