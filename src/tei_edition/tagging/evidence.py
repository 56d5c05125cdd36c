"""What single words say about names: the questions that the rules for persons, places and organisations share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.core.gazetteer import CITY, VARIANT, places_named
from tei_edition.tagging.lexicon import common_words, given_names, lexicon, phrase_openers, phrases, surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tagging.words import Word

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+$")
_LARGE_CITY, _GREAT_CITY = 15_000, 1_000_000
_LONGEST_PLACE = 4
_SHORT = 4  # shorter names are mostly something else; names in capitals as short as this, countries: US, U.K., USSR


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a passage and what is known of each; positions are indices of words.

    Attributes:
        text: The article's text.
        words: The words of one passage.
        shouting: Whether the passage is in capitals.
        title_case: Whether the passage capitalises nearly every word.
    """

    text: str
    words: Sequence[Word]
    shouting: bool
    title_case: bool

    def low(self, at: int) -> str:
        """Return the word in lower case; empty beyond either end."""
        return self.words[at].text.lower() if 0 <= at < len(self.words) else ""

    def capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return 0 <= at < len(self.words) and self.words[at].text[0].isupper()

    def initials(self, at: int) -> bool:
        """Tell whether a word is one or several initials: "V.I.", "J."."""
        return self.capital(at) and _INITIALS.match(self.words[at].text) is not None

    def common(self, at: int) -> bool:
        """Tell whether a word is an ordinary one, whatever its case here."""
        return self.low(at) in common_words() or self.calendar(at)

    def calendar(self, at: int) -> bool:
        """Tell whether a word is the name of a month or of a day."""
        return self.low(at).rstrip(".") in lexicon().months or self.low(at) in lexicon().weekdays

    def demonym(self, at: int) -> bool:
        """Tell whether a word says of what people, party or faith someone is."""
        low = self.low(at)
        return low in lexicon().demonyms or (low.endswith("s") and low[:-1] in lexicon().demonyms)

    def honorific(self, at: int) -> bool:
        """Tell whether a word is a title or a role that a name may follow."""
        return self.low(at).rstrip(".") in lexicon().honorifics

    def given(self, at: int) -> bool:
        """Tell whether a word is a known given name (the first part of a double one too)."""
        low = self.low(at)
        return self.capital(at) and (low in given_names() or (low.partition("-")[0] in given_names() and "-" in low))

    def surname(self, at: int) -> bool:
        """Tell whether a word is a known surname."""
        return self.capital(at) and self.low(at) in surnames()

    def namelike(self, at: int) -> bool:
        """Tell whether a word may be part of a person's name by its form."""
        if not self.capital(at) or self.calendar(at):
            return False
        word = self.words[at].text
        if not word[0].isalpha() or (len(word) > 1 and word.isupper() and not self.shouting):
            return self.initials(at)
        return len(word) > 1

    def phrase(self, at: int) -> tuple[int, str]:
        """Return the end and label of the longest known name that begins at a word; the end is ``at`` if none does."""
        for length in range(min(phrase_openers().get(self.words[at].text, 0), len(self.words) - at), 0, -1):
            label = phrases().get(self.joined(at, at + length))
            if label is not None:
                return at + length, label
        return at, ""

    def place(self, at: int) -> int:
        """Return the end of the longest place name that begins at a word; ``at`` where there is none."""
        for length in range(_LONGEST_PLACE, 0, -1):
            end = at + length
            if end <= len(self.words) and self.capital(end - 1) and self._is_place(at, end):
                return end
        return at

    def _is_place(self, at: int, end: int) -> bool:
        found = places_named(self.joined(at, end))
        if not found:
            return False
        if found[0].kind not in {CITY, VARIANT} or end - at > 1:
            word = self.words[at].text
            return end - at > 1 or not word.isupper() or self.shouting or len(word) < _SHORT + 1
        if self.common(at) or len(self.words[at].text) < _SHORT:
            return False
        least = _LARGE_CITY if found[0].kind == CITY else _GREAT_CITY
        return found[0].population >= least or self.located(at)

    def located(self, at: int) -> bool:
        """Tell whether a word of place stands before a word: "in Kazan", "near Kazan"."""
        return self.low(at - 1) in lexicon().place_prepositions

    def joined(self, at: int, end: int) -> str:
        """Return words as the gazetteers write them: one space between them, full stops kept."""
        return " ".join(self.text[self.words[at].start : self.words[end - 1].end].split())


def evidence(text: str, words: Sequence[Word]) -> Evidence:
    """Gather what single words say in a passage."""
    letters = [word.text for word in words if word.text[0].isalpha() and len(word.text) > 1]
    upper = sum(word.isupper() for word in letters)
    capital = sum(word[0].isupper() for word in letters)
    shouting = upper > 0.6 * len(letters)
    title_case = len(letters) > 3 and capital > 0.7 * len(letters)  # noqa: PLR2004 - headlines leave small words low
    return Evidence(text, words, shouting, title_case)
