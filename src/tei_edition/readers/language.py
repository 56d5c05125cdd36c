"""The language of a text: told by its commonest short words, else by a trained model; None where neither tells.

The words cost nothing and settle most texts; the model (py3langid, 140 languages) takes most of a second to load.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

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
    "ca": "de la el i a que en l d del els per les un amb una no es és al va dels als com més aquest però",
    "no": "og i det er på en til som av for at med de den ikke har et om var men fra jeg ble han seg",
    "ro": "și de în a la cu nu o să pe din care că un mai este se pentru au fi sunt ce al lui sau",
    "la": "et in est non ad ut cum quod qui sed si ex de quae per ab esse aut hoc atque enim nec",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_LOOKED_AT = 20_000
_SHARE = 0.12
_FEWEST, _FEWEST_DISTINCT = 6, 4
_LEAD = 1.25
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 20
_SURE = 0.9
UNDETERMINED = "und"
_NO_LANGUAGES = frozenset({"zxx", "mis", "mul", UNDETERMINED})


class Guess(NamedTuple):
    """A language as a BCP 47 tag, ``und`` where it could not be told, and the probability of the likeliest one."""

    tag: str
    certainty: float


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of a text's language; None where it could not be told."""
    known = by_short_words(text)
    if known is not None:
        return known
    guess = by_model(text)
    return guess.tag if guess.tag != UNDETERMINED else None


def by_model(text: str) -> Guess:
    """Return the language that the model finds likeliest; ``und`` below a probability of 0.9 or with few letters."""
    shown = " ".join(_LETTERS.findall(text[:_LOOKED_AT]))
    if len(shown.replace(" ", "")) < _FEWEST_LETTERS:
        return Guess(UNDETERMINED, 0.0)
    tag, certainty = _model()(shown.lower() if shown.isupper() else shown)
    told = certainty >= _SURE and tag not in _NO_LANGUAGES
    return Guess(tag if told else UNDETERMINED, float(certainty))


@cache
def _model() -> Callable[[str], tuple[str, float]]:
    # Loaded by name: few texts need it, and it brings numpy along.
    langid = import_module("py3langid.langid")
    classify: Callable[[str], tuple[str, float]] = langid.LanguageIdentifier.from_model_file(
        langid.MODEL_FILE, norm_probs=True
    ).classify
    return classify


def by_short_words(text: str) -> str | None:
    """Return the BCP 47 tag of the language whose commonest words the text has most of, by a clear lead.

    They are at least 12 % of its words, six in all, and four different ones.
    """
    words = re.findall(r"[^\W\d_]+", text[:_LOOKED_AT].lower())
    counted = Counter(words)
    ranked = sorted(((sum(counted[word] for word in known), tag) for tag, known in _SETS.items()), reverse=True)
    (best, tag), (second, _) = ranked[0], ranked[1]
    distinct = sum(word in counted for word in _SETS[tag])
    enough = best >= _FEWEST and distinct >= _FEWEST_DISTINCT and best >= _SHARE * len(words)
    return tag if enough and best >= _LEAD * second else None
