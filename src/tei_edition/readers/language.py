"""The language of a text, told by its commonest short words; None where they do not tell."""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": "the of and to in that was is he for it with his as on by at had are but from they which were have not this",
    "de": "der die und das in den von zu mit ist des nicht ein eine auch sich auf dem für als im dass war werden wird",
    "fr": "le la les des et du une est dans que qui pour pas sur par plus au avec ce se sont ne il cette ont aux",
    "es": "el la los las de que en y un una por con para se del es su al lo como más pero sus le ha fue",
    "it": "il di che la in un per è una del non con le si da gli della dei sono come alla nel ha più anche",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als die bij door naar werd",
    "pt": "de que não do da em um para com uma os no se na por mais as dos como mas ao ele das foi",
    "pl": "i w na z że do się nie jest to po od za jak przez tym o dla był oraz co ale tak jego",
    "cs": "a v na se je že to s z do o i jako za ve by jeho ale po jsem byl si který podle ze",
    "lv": "un ir no ar par uz kas ka pie bet tas to kā vai lai pēc gan jau tika arī kuru tā",
    "sv": "och att det som en på är av för med den till inte har de om ett han var jag från",
    "da": "og i at det er en den til på som af for med ikke der var de han har jeg et fra",
    "la": "et in est non ad ut cum quod qui sed si ex de quae per ab esse aut hoc atque enim nec",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_LOOKED_AT = 20_000
_SHARE = 0.12
_FEWEST = 5
_LEAD = 1.25


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language whose commonest words make at least 12 % of the text's, by a clear lead."""
    words = re.findall(r"[^\W\d_]+", text[:_LOOKED_AT].lower())
    if len(words) < _FEWEST:
        return None
    counts = Counter(words)
    shares = sorted(
        ((sum(counts[word] for word in known) / len(words), tag) for tag, known in _SETS.items()), reverse=True
    )
    (best, tag), (second, _) = shares[0], shares[1]
    return tag if best >= _SHARE and best >= _LEAD * second else None
