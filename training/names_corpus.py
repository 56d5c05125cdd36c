"""Annotated documents of names/train, brought to one convention and to the tokens of the tagger.

What is brought together: honorifics and roles stand outside a person's name, "the" and the possessive outside any
name; a role or a people alone ("the President", "Americans") is no person, an adjective or a people no place.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.core.span import Span
from tei_edition.tagging.crf.tokens import sentences
from tei_edition.tagging.lexicon import lexicon, name_lists

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXCLUDED = ("GUM_speech", "GUM_textbook")  # genres whose licence is not stated
_BLANK = re.compile(r"\n\s*\n")
_PEOPLES = frozenset(
    "christianity islam judaism buddhism hinduism catholicism protestantism republican republicans democrat"
    " democrats conservative conservatives liberal liberals communist communists socialist socialists nazi nazis"
    " muslim muslims".split()
)
_BEFORE_PEOPLES = frozenset("north south east west northern southern afro saudi sri".split())
_ROLES_OF_GUM = frozenset("petitioner petitioners respondent respondents god's".split())


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the tokens of the tagger.

    Attributes:
        id: Its identifier.
        corpus: The file it is from, without its suffix.
        sentences: The words of each sentence.
        labels: A BIO label for each word.
    """

    id: str
    corpus: str
    sentences: list[list[str]]
    labels: list[list[str]]


def documents(folder: Path, *, flat: bool = False) -> Iterator[Document]:
    """Yield the documents of every file of a folder, in the order of the files' names.

    Args:
        folder: Where the files are.
        flat: Whether their lines are joined by spaces, as texts are that have lost their line breaks.
    """
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.endswith(".gold.jsonl"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            if not raw["id"].startswith(EXCLUDED):
                yield _document(raw, path.stem, flat=flat)


def _document(raw: dict[str, Any], corpus: str, *, flat: bool) -> Document:
    text, spans = running(raw)
    text = text.replace("\n", " ") if flat else text
    starts = {}
    inside: dict[int, str] = {}
    for start, end, kind in spans:
        kept = agreed(text, start, end, kind)
        if kept:
            starts[kept[0]] = kind
            inside.update(dict.fromkeys(range(*kept), kind))
    words, labels = [], []
    for sentence in _sentences(text):
        words.append(sentence.words)
        labels.append(list(_labels(sentence.starts, sentence.ends, starts, inside)))
    return Document(raw["id"], corpus, words, labels)


def _labels(starts: list[int], ends: list[int], opening: dict[int, str], inside: dict[int, str]) -> Iterator[str]:
    previous = ""
    for start, end in zip(starts, ends, strict=True):
        opens = next((opening[at] for at in range(start, end) if at in opening), "")
        kind = opens or inside.get(start, "")
        yield f"B-{kind}" if opens or (kind and kind != previous) else f"I-{kind}" if kind else "O"
        previous = kind


def _sentences(text: str) -> Iterator[Any]:
    start = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from sentences(text, Span(start, end))
        start = gap.end() if gap else end


def running(raw: dict[str, Any]) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the running text of a document and its annotated spans."""
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for sentence in raw["sents"]:
        for number, (token, space, label) in enumerate(zip(sentence["t"], sentence["w"], sentence["y"], strict=True)):
            if label[0] == "B":
                spans.append((at, at + len(token), label[2:]))
            elif label[0] == "I" and spans:
                spans[-1] = (spans[-1][0], at + len(token), spans[-1][2])
            last = number + 1 == len(sentence["t"])
            gap = sentence.get("sep", " ") if last else " " if space else ""
            pieces.append(token + gap)
            at += len(token) + len(gap)
    return "".join(pieces), spans


_LEADING_THE = re.compile(r"the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’`]s$", re.IGNORECASE)
_WORD = re.compile(r"\S+\s*")


def agreed(text: str, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """Return the extent of an annotated name by the convention of this project; None if it is no name by it."""
    the = _LEADING_THE.match(text, start, end)
    if the and the.end() < end:
        start = the.end()
    trailing = _POSSESSIVE.search(text[start:end])
    if trailing:
        end = start + trailing.start()
    low = text[start:end].lower()
    if kind == "PER":
        return _person(text, start, end)
    return None if _is_people(low) or end <= start else (start, end)


def _is_people(low: str) -> bool:
    last = low.rsplit(maxsplit=1)[-1] if low.split() else ""
    opening = set(low.split()[:-1]) <= {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "afro",
        "saudi",
        "sri",
    }
    listed = last in lexicon().demonyms or (last.endswith("s") and last[:-1] in lexicon().demonyms)
    return (listed and opening) or low in _PEOPLES


def _person(text: str, start: int, end: int) -> tuple[int, int] | None:
    low = text[start:end].lower()
    if _is_people(low) or low in _ROLES_OF_GUM:
        return None
    if low in name_lists().surnames:
        return start, end
    while start < end:
        word = _WORD.match(text, start, end)
        bare = word[0].strip().rstrip(".").lower() if word else ""
        small = (
            word is not None and word[0].islower() and not text[start:end].islower() and bare not in lexicon().particles
        )
        titled = bare in lexicon().honorifics | lexicon().qualifiers | {"the", "of"}
        if not word or not (titled or (small and bare.isalpha())):
            break
        start = word.end()
    return (start, end) if start < end else None
