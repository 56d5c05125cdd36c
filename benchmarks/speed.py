"""Print how fast the tagger is, by stages and beside a spaCy pipeline, how it starts, and how it takes hard texts.

Usage: python benchmarks/speed.py TEXTS.jsonl [RUNS]

TEXTS has one JSON object a line with a "text". All times are processor time of this process, medians of RUNS (5), each
run in turn with the pipeline that it is compared with: an untrained spaCy pipeline of the architecture of the small
English models (tok2vec of width 96 and depth 4, named entities), which costs what a trained one does.
Needs spacy (extra "spacy") for that line only.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.tagging import tag
from tei_edition.tagging.crf.decoding import model, names_in
from tei_edition.tagging.crf.repetition import Opinions
from tei_edition.tagging.crf.tokens import sentences
from tei_edition.tagging.crf.usage import Usage
from tei_edition.tagging.crf.weights import unpacked
from tei_edition.tagging.names import names
from tei_edition.tagging.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COLD = """
import time
start = time.process_time()
from tei_edition.tagging import tag
from tei_edition.model.article import plain_article
tag(plain_article("cold", "John Smith of Portland met Mary Brown in Paris."))
used = time.process_time() - start
print(used, next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
WORDS = 4000
BESIDE = "spaCy, small CNN"
HARD = {
    "one sentence": "the man who saw London and Mary Smith of Paris ",
    "capitals": "JOHN SMITH SAID IN NEW YORK THAT MARY ",
    "names only": "Mary Anna Smith Brown Paris London Berlin ",
    "one name again and again": "Smith. Smith. Smith. Smith. Smith. Smith. Smith. ",
    "quotation marks": "\" “ ” ' ‘ ’ `` '' ",
    "brackets": "( [ < { } > ] ) ",
    "no letters": "123 456 . , ; ! 789 ",
    "full stops": ". . . . . . . . ",
    "new words": "",
}


def seconds(action: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    action()
    return time.process_time() - start


def each(action: Callable[[Any], object], values: Iterable[Any]) -> None:
    """Do something with each value."""
    for value in values:
        action(value)


def stages(texts: list[str]) -> dict[str, Callable[[], object]]:
    """What is timed, by its name."""
    articles = [plain_article("text", text) for text in texts]
    read = [[(one.text, passage.span) for passage in passages(one)] for one in articles]
    words = [[s.words for text, span in spans for s in sentences(text, span)] for spans in read]
    known = model()
    told = [[known.windows.of(sentence, usage) for sentence in one] for one in words for usage in [Usage(one)]]
    scores = [[unpacked(packed)[0] for packed in sentence] for one in told for sentence in one]
    said = [[known.first.best([unpacked(packed)[0] for packed in sentence]) for sentence in one] for one in told]

    def second(number: int) -> None:
        opinions = Opinions[int](words[number], said[number], known.windows.tell)
        for sentence, labels in zip(words[number], said[number], strict=True):
            opinions.of(sentence, labels)

    layers = [tag(one) for one in articles]
    return {
        "tokens": lambda: [list(sentences(text, span)) for spans in read for text, span in spans],
        "use in the article": lambda: each(Usage, words),
        "features and weights": lambda: [
            known.windows.of(s, usage) for one in words for usage in [Usage(one)] for s in one
        ],
        "first stage": lambda: each(known.first.best, scores),
        "what it says elsewhere": lambda: each(second, range(len(words))),
        "both stages, certainty": lambda: [list(names_in(one, known)) for one in words],
        "names": lambda: [names(one.text, passages(one), "default") for one in articles],
        "whole tagger": lambda: each(tag, articles),
        "links": lambda: [link(one, [layer]) for one, layer in zip(articles, layers, strict=True)],
    }


def spacy_pipeline() -> Callable[[list[str]], object] | None:
    """An untrained pipeline of the small architecture; None without spaCy."""
    try:
        import spacy  # noqa: PLC0415 - an extra
        from spacy.training import Example  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    embedding = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "rows": [5000, 1000, 2500, 2500],
                 "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "include_static_vectors": False}  # fmt: skip
    encoding = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    pipeline = spacy.blank("en")
    network = {"@architectures": "spacy.Tok2Vec.v2", "embed": embedding, "encode": encoding}
    pipeline.add_pipe("tok2vec", config={"model": network})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    parser = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False,
              "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener}  # fmt: skip
    pipeline.add_pipe("ner", config={"model": parser})
    entities = {"entities": [(0, 4, "PERSON"), (9, 14, "GPE"), (19, 23, "ORG")]}
    example = Example.from_dict(pipeline.make_doc("Mary saw Paris and NATO"), entities)
    pipeline.initialize(lambda: [example])
    return lambda texts: list(pipeline.pipe(texts))


def growth(text: str) -> list[float]:
    """Processor time of the whole tagger for a text once, twice, four and eight times as long."""

    def tagged(size: int) -> float:
        article = plain_article("hard", text * size)
        return min(seconds(lambda: tag(article)) for _ in range(2))

    return [tagged(size) for size in (1, 2, 4, 8)]


def by_stage(texts: list[str], runs: int) -> None:
    """Print the words a second of each stage and of the pipeline that it is compared with."""
    count = sum(len(text.split()) for text in texts)
    timed = stages(texts)
    other = spacy_pipeline()
    if other is not None:
        timed[BESIDE] = lambda: other(texts)
        other(texts[:5])
    measured: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(runs):
        for name, action in timed.items():
            measured[name].append(seconds(action))
    speed = {name: count / statistics.median(found) for name, found in measured.items()}
    print(f"{len(texts)} texts, {count} words")
    for name, rate in speed.items():
        ratio = f"  {rate / speed[BESIDE]:6.2f} x {BESIDE}" if BESIDE in speed else ""
        print(f"{name:26} {rate:10.0f} words a second{ratio}")


def start(runs: int) -> None:
    """Print what a process needs until it has tagged its first text."""
    command = [sys.executable, "-c", COLD]
    found = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(runs)]
    median = 1000 * statistics.median(float(used) for used, _ in found)
    print(f"start and first text: {median:.0f} ms, {int(found[0][1]) // 1024} MB")


def hard() -> None:
    """Print how the time grows with texts that are hard to tag."""
    for name, text in HARD.items():
        piece = text or " ".join(f"Xa{number:x}q met y{number * 7:x}" for number in range(WORDS // 3)) + " "
        times = growth(piece * max(1, WORDS // len(piece.split())))
        listed = "".join(f"{1000 * one:7.0f}" for one in times)
        print(f"{name:26}{listed} ms for 1, 2, 4, 8 times: {times[3] / times[0]:.1f}")


def main() -> None:
    """Time and print."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    start(runs)
    by_stage(texts, runs)
    hard()


if __name__ == "__main__":
    main()
