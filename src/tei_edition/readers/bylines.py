"""Bylines above an article and signatures below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.core.span import Span
from tei_edition.model.article import Stated
from tei_edition.readers.words import newspaper_words

if TYPE_CHECKING:
    from tei_edition.readers.lines import Unit

_LETTER = r"[^\W\d_]"
_NAME_WORD = (
    rf"(?:{_LETTER}\.(?:[-\s]?{_LETTER}\.)*|[A-ZÀ-ÞŁŚŻŹČŠŽĀĒĪŪ](?:{_LETTER}|['’-])+\.?|Mc{_LETTER}+|O['’]{_LETTER}+)"
)
_PARTICLE = r"(?:de|del|della|di|da|du|van|von|der|den|bin|al|la|le|y|ten|ter|zu)"
_NICKNAME = r"(?:(?:\"[^\"]{1,20}\"|“[^”]{1,20}”|\([^)]{1,20}\))\s+)?"
_PERSON = (
    rf"{_NAME_WORD}(?:\s+{_NICKNAME}(?:{_PARTICLE}\s+)*{_NAME_WORD}){{1,4}}(?:,?\s+(?:Jr|Sr|JR|SR|II|III|3d|2d)\b\.?)?"
)
_AND = re.compile(
    r"\s*(?:,\s*(?:and|with)\s+|[,;](?!\s*(?:Jr|Sr|JR|SR)\b)\s*|\s+and\s+|\s+with\s+|\s*&\s*|\s+und\s+|\s+et\s+|\s+y\s+)",
    re.IGNORECASE,
)
_PICTURES = r"(?:photo(?:graph)?s?|pictures?|illustrat(?:ed|ions?)|drawings?)"
_WORDS = (
    r"(?:text|story|words|report(?:ed|ing)?|written|posted|published|submitted|filed|interview|compiled|translated|"
    r"reviewed|as told)"
)
_BY = re.compile(
    rf"^[(\[]?(?:(?:(?:{_WORDS}|(?P<pictures>{_PICTURES}))\s+)?(?:by|von|par|por|di)(?:\s*:\s*|\s+)"
    r"|(?:text|words|report|story|pictures|photographs)\s*:\s*)(?P<names>\S.*)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:e-?mail:?\s*)?[\w.+-]+@[\w.-]+\.\w+", re.IGNORECASE)
_AGENCY = re.compile(
    r"^the\b|\b(?:press|reuters|times|news|tribune|post|herald|agency|service|staff|agence|united|associated)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(rf"^(?:[-–—]{{1,3}}\s*)(?P<names>{_PERSON}(?:(?:,|\s+and|\s+AND|\s*&)\s+{_PERSON})*)\s*[.]?$")
_TAIL = re.compile(
    r"(?:[,;]|\s[-–—|]|\s/|\s+in\s+(?=[A-Z])|\s+on\s+(?=[A-Z\d])|\s+(?=special(?:ly)?\s+(?:to|for)\b))", re.IGNORECASE
)
_ROMAN = re.compile(r"I{2,3}|IV|VI{0,3}")
_END = re.compile(r"(?:[\s\u00a0,)\]]|(?<![JS]r)(?<![JS]R)\.)+$")
_ONE = re.compile(rf"^{_PERSON}$")
_FUNCTION = re.compile(r"\b(?:OF|THE|AND|IN|AT|ON|FOR|TO|BY|WITH|FROM|IS|AS|AN|A(?!\.))\b")
_SENT_TO = r"(?P<name>(?:the\s+)?(?-i:[A-Z])[\w'’.-]*(?:\s+(?:of\s+|and\s+)?(?-i:[A-Z])[\w'’.-]*){0,5})"
_SMALL = frozenset(
    "a an and at by de del della den der di du for from in la le of our own the to und van von with y".split()
)
_MOST_WORDS = 18


def is_byline(unit: Unit) -> bool:
    """Tell a line that says who wrote or sent the article ("By JOHN SMITH", "Special to …", an agency)."""
    if not unit.text or unit.words > _MOST_WORDS:
        return False
    match = _BY.match(unit.text)
    return bool(match and _names_writers(match["names"])) or _is_sent(unit.text)


def _is_sent(text: str) -> bool:
    """Tell "Special to THE ARGUS", "By Cable to The Argus", "(Reuters)", "From Our Own Correspondent"."""
    words = newspaper_words()
    bare = text.strip("()[] .").removeprefix("By ").removeprefix("by ").removeprefix("BY ")
    if bare.lower().removeprefix("the ") in words.agencies or words.sent.match(bare):
        return True
    own = re.match(r"(?:from|by)\s+", text.strip("([ "), re.IGNORECASE)
    return bool(own and words.role.fullmatch(text.strip("()[] .")[own.end() :].strip()))


def _names_writers(names: str) -> bool:
    """Tell whether what follows "By" can be names: a capital first, no sentence ("By and large …" is none)."""
    names = re.split(r"\s[/|]\s", names, maxsplit=1)[0]
    if names.endswith(("?", "!", ":", ";")) or ": " in names:
        return False
    words = newspaper_words()
    if words.role.fullmatch(names.strip(" .")):
        return True
    if not names.lstrip("\"'“‘")[:1].isupper() and not names.lower().startswith("the "):
        return False
    tail = _TAIL.search(names)
    named = names[: tail.start()] if tail else names
    others = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", named) if not word[:1].isupper()]
    return all(word in _SMALL for word in others) and named.count(". ") <= 4  # noqa: PLR2004 - initials of two writers


def is_writer(unit: Unit) -> bool:
    """Tell a line that is a name with an office ("Ann Wade, Staff Writer") or a place ("Ann Wade in Paris"), or bare.

    Headlines look the same: only what stands around it shows that it is a byline.
    """
    if unit.words > _MOST_WORDS or unit.text.endswith(("?", "!", ".")):
        return False
    name, *office = re.split(r",\s|\s*\|\s*", unit.text, maxsplit=1)
    if office and not newspaper_words().role.fullmatch(office[0]):
        return False
    places = r"\s+in\s+[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)*"
    names = re.split(rf"{places}(?:\s+and\s+|$)", name.removeprefix("From "))
    return all(is_person(one) for one in names if one) and any(names)


def is_office(unit: Unit) -> bool:
    """Tell a line that is a writer's office ("Argus Staff Writer") or address, as it stands below a byline."""
    if not unit.text[:1].isupper():
        return bool(_ADDRESS.fullmatch(unit.text))
    return bool(newspaper_words().role.fullmatch(unit.text) or _ADDRESS.fullmatch(unit.text))


def is_signature(unit: Unit) -> bool:
    """Tell a line at the end that holds a dash and one name or several ("- MAURICE WILLIAMS")."""
    return bool(unit.text) and unit.words <= _MOST_WORDS and bool(_SIGNATURE.match(unit.text))


def authors(unit: Unit, text: str) -> tuple[Stated, ...]:
    """Return the persons and agencies that a byline or signature names, in normal case; none where it names none.

    What it says beside names is no author: the newspaper it was sent to, a place, the writer's office.
    """
    line = unit.span.of(text)
    match = _BY.match(line) or _SIGNATURE.match(line.rstrip("\u00a0 \t"))
    if match is not None and match.groupdict().get("pictures"):
        return ()
    if match is None and is_writer(unit):
        author = _author(line, 0, len(_END.sub("", line.partition(",")[0])), unit.span.start)
        return (author,) if author else ()
    if match is None or _is_sent(unit.text):
        return _agency(unit, text)
    found: list[Stated] = []
    position, end = match.start("names"), len(_END.sub("", line))
    for separator in [*_AND.finditer(line, position, end), None]:
        piece_end = separator.start() if separator else end
        author = _author(line, position, piece_end, unit.span.start)
        if author is not None:
            found.append(author)
        position = separator.end() if separator else end
    return tuple(found)


def _author(line: str, start: int, end: int, offset: int) -> Stated | None:
    piece = line[start:end]
    place = re.search(r"\s+(?:in|from|at|on)\s+(?=[A-Z\d])|\s[-–—|/]\s?", piece)
    if place:
        end, piece = start + place.start(), piece[: place.start()]
    special = re.search(r"\s+special(?:ly)?\s+(?:to|for)\b", piece, re.IGNORECASE)
    if special:
        end, piece = start + special.start(), piece[: special.start()]
    words = newspaper_words()
    if not piece or words.sent.match(piece) or words.role.fullmatch(piece):
        return None
    agency = bool(_AGENCY.search(piece)) or piece.lower() in words.agencies
    if not agency and not _ONE.match(piece):
        return None
    element = "orgName" if agency else "persName"
    return Stated(normal_case(" ".join(piece.split())), Span(offset + start, offset + end), element)


def _agency(unit: Unit, text: str) -> tuple[Stated, ...]:
    """Return the agency that a line names and nothing else ("REUTERS", "By The Associated Press")."""
    line = unit.span.of(text)
    match = re.search(r"(?:the\s+)?[^\W\d_][\w.\s-]*[\w.]", line.removeprefix("By ").removeprefix("BY "), re.IGNORECASE)
    if match is None or match.group().lower().removeprefix("the ") not in newspaper_words().agencies:
        return ()
    start = unit.span.start + line.index(match.group())
    name = match.group() if len(match.group()) <= 4 else normal_case(match.group())  # noqa: PLR2004 - AP, UPI, TASS
    return (Stated(" ".join(name.split()), Span(start, start + len(match.group())), "orgName"),)


def periodical_sent_to(unit: Unit, text: str) -> Stated | None:
    """Return the periodical that a line says the article was sent to ("Special to The Argus")."""
    line = unit.span.of(text)
    match = re.search(newspaper_words().sent.pattern + _SENT_TO, line, re.IGNORECASE)
    if match is None:
        return None
    name = match["name"].rstrip(". ")
    start = unit.span.start + match.start("name")
    shown = normal_case(" ".join(name.split()))
    return Stated(shown[:1].upper() + shown[1:], Span(start, start + len(name)))


def normal_case(name: str) -> str:
    """Return a name with its words in capitals written with one capital each; initials and II, III stay as they are."""
    words = re.sub(r"[^\W\d_]{2,}", _capitalised, name)
    words = re.sub(r"\bMc([a-z])", lambda word: "Mc" + word[1].upper(), words)
    if name.isupper():
        words = re.sub(rf"(?<=\s)({_PARTICLE})\b", lambda word: word[1].lower(), words, flags=re.IGNORECASE)
    return re.sub(r"['’]S\b", lambda word: word.group().lower(), words)


def _capitalised(word: re.Match[str]) -> str:
    text = word.group()
    return text.capitalize() if text.isupper() and not _ROMAN.fullmatch(text) else text


def is_person(text: str) -> bool:
    """Tell a text that is one person's name and nothing else."""
    return bool(_ONE.match(text.strip(" ."))) and not (text.isupper() and _FUNCTION.search(text))
