"""Words that a site says by itself, by language: those of a book, and ``words.tsv``."""

from __future__ import annotations

from functools import cache

from tei_edition.exporters.reading.dates import written_date
from tei_edition.exporters.xhtml.labels import Labels, labels, words_in


class Words(Labels):
    """The words of one language, some with a gap."""

    __slots__ = ()

    def filled(self, key: str, value: object) -> str:
        """Return the words of a key with ``value`` in their gap."""
        return self.words[key].replace("{}", str(value))

    def counted(self, key: str, number: int) -> str:
        """Return ``1 article`` or ``3 articles`` for the key ``article``."""
        return self.words[f"{key}_one"] if number == 1 else self.filled(f"{key}_many", number)

    def date(self, value: str) -> str:
        """Return a W3C date as the language writes it; as it stands where it is none."""
        return written_date(value, self.language)


@cache
def words(language: str) -> Words:
    """Return the words for a BCP 47 tag, in English where there are none in that language."""
    shown, own = words_in(__file__, "words.tsv", language)
    return Words(shown, {**labels(language).words, **own})
