"""Tag a gold file and print how well.

Usage: python benchmarks/tagging.py GOLD.jsonl [--scorer SCRIPT] [--norm] [--every] [--predictions OUT.jsonl]

GOLD has one JSON object a line: {"id","text","spans":[{"start","end","type"}]}, offsets in code points;
types are PER, LOC, ORG or QUOTE.
The scorer is a script that takes GOLD and PREDICTIONS; without one, exact spans are scored here.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tei_edition.core.normalised_text import normalised
from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.tagging import on_original, tag

TYPES = {
    "persName": "PER",
    "placeName": "LOC",
    "geogName": "LOC",
    "orgName": "ORG",
    "said": "QUOTE",
    "quote": "QUOTE",
    "q": "QUOTE",
}
ANY = {"soCalled", "mentioned", "title"}


def predicted(document: dict[str, Any], *, every: bool) -> dict[str, Any]:
    """What the embedded tagger and linker say of one document."""
    text = document["text"]
    known = normalised(text)
    article = plain_article("gold", known.text)
    linked = link(article, [tag(article)])
    names = {entity.id: entity.preferred for entity in linked.entities}
    spans = []
    end = 0
    for one in on_original(known, linked.annotations):
        kind = TYPES.get(
            one.label, "QUOTE" if every and one.label in ANY and not one.span.of(text)[0].isalnum() else ""
        )
        if kind == "QUOTE" and one.span.end <= end:
            continue  # a quotation in another: gold files have the outermost
        end = max(end, one.span.end) if kind == "QUOTE" else end
        span: dict[str, Any] = {"start": one.span.start, "end": one.span.end, "type": kind}
        if one.speaker is not None:
            span["speaker"] = names.get(one.feature("who") or "", one.speaker.of(text))
            span["speaker_start"], span["speaker_end"] = one.speaker.start, one.speaker.end
        if kind:
            spans.append(span)
    return {"id": document["id"], "text": text, "spans": spans}


def table(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """Print precision, recall and F1 of exact spans by type."""
    hits, said, true = Counter[str](), Counter[str](), Counter[str]()
    for one, other in zip(gold, found, strict=True):
        want = {(s["start"], s["end"], s["type"]) for s in one["spans"]}
        have = {(s["start"], s["end"], s["type"]) for s in other["spans"]}
        true.update(s[2] for s in want)
        said.update(s[2] for s in have)
        hits.update(s[2] for s in want & have)
    print(f"{'type':6} {'gold':>6} {'pred':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for kind in sorted(true):
        precision, recall = hits[kind] / max(1, said[kind]), hits[kind] / max(1, true[kind])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{kind:6} {true[kind]:6} {said[kind]:6} {100 * precision:6.2f} {100 * recall:6.2f} {100 * f1:6.2f}")


def main() -> None:
    """Tag, time, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--norm", action="store_true")
    parser.add_argument(
        "--every", action="store_true", help="count scare quotes, titles and words in quotation marks as quotations"
    )
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    start = time.perf_counter()
    found = [predicted(document, every=options.every) for document in gold]
    seconds = time.perf_counter() - start
    characters = sum(len(document["text"]) for document in gold)
    print(f"{options.gold.name}: {len(gold)} documents, {characters} code points, {seconds:.2f} s")
    output = options.predictions or Path(tempfile.mkdtemp()) / "predictions.jsonl"
    output.write_text("".join(json.dumps(document) + "\n" for document in found), encoding="utf-8")
    if options.scorer is None:
        table(gold, found)
        return
    command = [sys.executable, options.scorer, options.gold, output, *(["--norm"] if options.norm else [])]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
