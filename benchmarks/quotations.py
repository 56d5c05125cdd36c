"""Spans and speakers of quotations on a gold file, of which a part may be held out.

Usage: python benchmarks/quotations.py GOLD.jsonl --scorer SCRIPT [--part all|tune|held-out]

A document belongs to the held-out half if the SHA-256 of its id is odd: what is tuned on the other half is measured
on this one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tei_edition.core.normalised_text import normalised
from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.tagging import on_original, tag

SPOKEN = frozenset({"said", "quote", "q"})


def is_held_out(identifier: str) -> bool:
    """Whether a document is in the half on which nothing is tuned."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 == 1


def predicted(document: dict[str, Any]) -> dict[str, Any]:
    """The outermost quotations of a document, with their speakers."""
    text = document["text"]
    known = normalised(text)
    article = plain_article("gold", known.text)
    linked = link(article, [tag(article)])
    names = {entity.id: entity.preferred for entity in linked.entities}
    spans: list[dict[str, Any]] = []
    end = 0
    for one in on_original(known, linked.annotations):
        if one.label not in SPOKEN or one.span.end <= end:
            continue
        end = one.span.end
        span: dict[str, Any] = {"start": one.span.start, "end": end, "type": "QUOTE"}
        if one.speaker is not None:
            span["speaker"] = names.get(one.feature("who") or "", one.speaker.of(text))
            span["speaker_start"], span["speaker_end"] = one.speaker.start, one.speaker.end
        spans.append(span)
    return {"id": document["id"], "text": text, "spans": spans}


def main() -> None:
    """Tag and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--part", choices=["all", "tune", "held-out"], default="held-out")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    if options.part != "all":
        wanted = options.part == "held-out"
        documents = [document for document in documents if is_held_out(document["id"]) is wanted]
    start = time.perf_counter()
    found = [predicted(document) for document in documents]
    print(f"{options.part}: {len(documents)} documents in {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("gold.jsonl", "predicted.jsonl")]
        for path, lines in zip(paths, (documents, found), strict=True):
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, options.scorer, *paths]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
