"""Honorifics: "Sir", "His Lordship" address or announce a person and name none."""

from __future__ import annotations

import re

_ALONE = frozenset(
    """sir sirs madam ma'am madame mesdames mademoiselle monsieur messieurs mr mrs ms miss mister messrs mme mlle dr
    prof professor doctor sire lordship lordships ladyship ladyships majesty majesties highness excellency herr frau
    fräulein señor señora señorita senor senora signor signora signore doña rev reverend capt captain col colonel lt
    lieut lieutenant sgt sergeant hon honorable honourable sen senator gov governor rep representative esq""".split()
)
_WITH_POSSESSIVE = frozenset("grace honor honour worship eminence holiness royal imperial serene lord lady".split())
_POSSESSIVES = frozenset("his her your their my".split())
_LEADING = _POSSESSIVES | {"the", "dear", "good"}
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")


def is_honorific(name: str) -> bool:
    """Tell whether a name consists of words of address alone; "Grace" is a name, "Your Grace" is none."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(name)]
    lead = next((index for index, word in enumerate(words) if word not in _LEADING), len(words))
    rest = words[lead:]
    allowed = _ALONE | _WITH_POSSESSIVE if _POSSESSIVES & set(words[:lead]) else _ALONE
    return bool(rest) and all(word in allowed for word in rest)
