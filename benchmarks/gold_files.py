"""Gold files of names: JSON lines, or a word and its label a line.

* {"id", "text", "spans": [{"start", "end", "type"}]}: offsets in code points.
* {"id", "sents": [{"t": words, "w": 1 where a space follows, "y": labels}]}.
* Columns, parted by tabs or spaces: the word first, its label last (CoNLL 2003), or in the column whose heading is
  NE-COARSE-LIT (HIPE); labels are B-PER, I-PER, O and so on. An empty line ends a sentence; "-DOCSTART-" or
  "# document_id" begins a document; "NoSpaceAfter" in the last column joins a word to the next.
Types have many names: those of persons, places and organisations are brought together, others are left out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TYPES = {
    **dict.fromkeys(("PER", "PERS", "PERSON"), "PER"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "PLACE", "LOCATION", "BUILDING", "STREET"), "LOC"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "ORG"),
}
HEADING = "NE-COARSE-LIT"
BEGINNINGS = ("-DOCSTART-", "# document_id", "# newdoc")
Word = tuple[str, str, bool]
"""A word, its label, and whether a space follows it."""


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a gold file, each with "id", "text" and "spans" of PER, LOC and ORG."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[0].startswith("{"):
        return [_of_json(json.loads(line)) for line in lines if line.strip()]
    return [_of_words(str(number), words) for number, words in enumerate(_columns(lines)) if words]


def _of_json(raw: dict[str, Any]) -> dict[str, Any]:
    if "sents" in raw:
        words: list[Word] = []
        for sentence in raw["sents"]:
            words += [(t, y, bool(w)) for t, w, y in zip(sentence["t"], sentence["w"], sentence["y"], strict=True)]
            words[-1:] = [(token, label, True) for token, label, _ in words[-1:]]
        return _of_words(raw["id"], words)
    spans = [{**one, "type": TYPES[one["type"].upper()]} for one in raw["spans"] if one["type"].upper() in TYPES]
    return {**raw, "spans": spans}


def _columns(lines: Iterable[str]) -> Iterator[list[Word]]:
    words: list[Word] = []
    column = -1
    for line in lines:
        fields = line.split("\t") if "\t" in line else line.split()
        if HEADING in fields:
            column = fields.index(HEADING)
        elif line.startswith(BEGINNINGS):
            yield words
            words = []
        elif len(fields) > 1 and not line.startswith("# "):
            words.append((fields[0], fields[column].strip(), "NoSpaceAfter" not in fields[-1]))
    yield words


def _of_words(identifier: str, words: Iterable[Word]) -> dict[str, Any]:
    """A running text of words, and the names that their labels mark."""
    text, spans, last = "", [], "O"
    for word, label, space in words:
        kind = label.partition("-")[2].upper()
        if label[0] == "B" or (label[0] == "I" and kind != last):
            spans.append({"start": len(text), "end": len(text) + len(word), "type": kind})
        elif label[0] == "I":
            spans[-1]["end"] = len(text) + len(word)
        last = kind if label[0] in "BI" else "O"
        text += word + (" " if space else "")
    return _of_json({"id": identifier, "text": text, "spans": spans})
