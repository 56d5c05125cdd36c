"""Tokens with IOB2 tags, in two columns (CoNLL-2003) or ten (CoNLL-U).

Source: CoNLL-2003 shared task; Universal Dependencies, "CoNLL-U Format" (MISC: NER, SpaceAfter).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tei_edition.exporters.text.entities import END, START, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Columns = Literal["conll", "conllu"]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)+(?!\w)|\w+(?:[-'’][^\W_]+)*|[^\w\s]")
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")
_ABBREVIATED = frozenset("Mr Mrs Ms Dr Prof St Gen Col Capt Sgt Lt Rev Hon Sen Rep Gov No no vol p pp cf vs".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation.

    Attributes:
        text: As it stands.
        tag: ``O``, or ``B-`` or ``I-`` with a tag of ``entities.TAGS``.
        spaced: Whether white space follows.
    """

    text: str
    tag: str
    spaced: bool


def tokens_of(line: str) -> Iterator[Token]:
    """Yield the tokens of a paragraph in which entities are marked; a token never goes beyond an entity's edge."""
    kind, begun = "", False
    for match in _TOKEN.finditer(line):
        point = ord(match[0][0])
        if START <= point < START + len(TAGS):
            kind, begun = TAGS[point - START], False
        elif END <= point < END + len(TAGS):
            kind = ""
        else:
            tag = f"{'I' if begun else 'B'}-{kind}" if kind else "O"
            begun = True
            yield Token(match[0], tag, _is_spaced(line, match.end()))


def sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Part a paragraph after full stops, question and exclamation marks that a space and no small letter follow."""
    sentence: list[Token] = []
    for number, token in enumerate(tokens):
        sentence.append(token)
        if token.spaced and number + 1 < len(tokens) and _ends(sentence) and not tokens[number + 1].text[0].islower():
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def written(paragraphs: Sequence[str], name: str, columns: Columns) -> str:
    """Return a document's tokens; sentences are parted by an empty line.

    Args:
        paragraphs: Lines of text with marked entities.
        name: Of the document, for CoNLL-U's ``newdoc id``.
        columns: ``conll``: token and tag. ``conllu``: ten columns, the tag in the last one.
    """
    parts: list[str] = []
    for place, line in enumerate(paragraphs, 1):
        for number, sentence in enumerate(sentences(list(tokens_of(line)))):
            if columns == "conllu":
                document = f"# newdoc id = {name}\n" if not parts else ""
                paragraph = f"# newpar id = {name}.p{place}\n" if not number else ""
                parts.append(f"{document}{paragraph}{_conllu(sentence, f'{name}.p{place}.s{number + 1}')}")
            else:
                parts.append("".join(f"{token.text}\t{token.tag}\n" for token in sentence))
    return "\n".join(parts) + ("\n" if parts else "")


def _conllu(sentence: Sequence[Token], identifier: str) -> str:
    text = "".join(token.text + " " * token.spaced for token in sentence).strip()
    lines = [f"# sent_id = {identifier}", f"# text = {text}"]
    for number, token in enumerate(sentence, 1):
        misc = f"NER={token.tag}" + ("" if token.spaced or number == len(sentence) else "|SpaceAfter=No")
        lines.append("\t".join((str(number), token.text, *"_" * 7, misc)))
    return "\n".join(lines) + "\n"


def _ends(sentence: Sequence[Token]) -> bool:
    last = len(sentence) - 1
    while last > 0 and sentence[last].text in _CLOSING:
        last -= 1
    if sentence[last].text not in _ENDS or sentence[-1].tag.startswith("I-"):
        return False
    before = sentence[last - 1].text if last else ""
    return not (sentence[last].text == "." and (before in _ABBREVIATED or (len(before) == 1 and before.isupper())))


def _is_spaced(line: str, position: int) -> bool:
    while position < len(line) and 0xE010 <= ord(line[position]) <= 0xE02F:  # noqa: PLR2004 - the marks of entities
        position += 1
    return position >= len(line) or line[position].isspace()
