"""What the index for searching holds, unpacked again, and that page and program fold words alike."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tei_edition.exporters.html as web
from tei_edition.exporters.html.folding import folded
from tei_edition.exporters.html.search_index import words_of
from tei_samples import document

if TYPE_CHECKING:
    from exporters.html.conftest import MakeSite
    from tei_edition.tei.document import TeiDocument

_SCRIPT = Path(web.__file__).parent / "assets" / "search.js"


def index_of(files: dict[str, str]) -> dict[str, Any]:
    script = files["search/index.js"]
    assert script.startswith("window.teiEditionIndex = ")
    result: dict[str, Any] = json.loads(script.partition("=")[2].rstrip().rstrip(";"))
    return result


def unpacked(index: dict[str, Any]) -> dict[str, dict[int, int]]:
    """Return how often each word is in each article."""
    vocabulary: list[str] = []
    for entry in index["words"].split(" ") if index["words"] else []:
        before = vocabulary[-1] if vocabulary else ""
        vocabulary.append(before[: int(entry[0], 36)] + entry[1:])
    found: dict[str, dict[int, int]] = {}
    for word, packed in zip(vocabulary, index["places"].split(" "), strict=True):
        number = 0
        for step, often in re.findall(r"([0-9a-z]*)([A-Z])", packed):
            number += int(step or "0", 36)
            found.setdefault(word, {})[number] = ord(often) - ord("A") + 1
    return found


def test_every_word_is_found_in_its_articles(site: MakeSite) -> None:
    texts = ["alpha beta alphabet", "beta gamma beta", "delta"]
    documents = [document(f"<p>{words}</p>", name=f"{number}.xml") for number, words in enumerate(texts)]
    assert unpacked(index_of(site(*documents))) == {
        "t": {0: 2, 1: 2, 2: 2},  # the title, in the list of articles and on the page
        "alpha": {0: 1},
        "alphabet": {0: 1},
        "beta": {0: 1, 1: 2},
        "gamma": {1: 1},
        "delta": {2: 1},
    }


def test_counts_stop_at_26_and_steps_have_several_digits(site: MakeSite) -> None:
    many = [document("<p>x</p>", name=f"{number}.xml") for number in range(40)]
    found = unpacked(index_of(site(*many, document(f"<p>{'word ' * 40}</p>", name="z.xml"))))
    assert found["word"] == {40: 26}
    assert set(found["x"]) == set(range(40))


_TEXTS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30),
    min_size=1,
    max_size=4,
)


@given(texts=_TEXTS)
def test_index_of_any_text_is_the_words_of_its_pages(site: MakeSite, texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    files = site(*(document(f"<p>Some {text}</p>", name=f"{n}.xml") for n, text in enumerate(escaped)))
    expected: dict[str, set[int]] = {}
    for script in (files[name] for name in files if name.startswith("search/text-")):
        for number, paragraphs in json.loads(script.partition("] = ")[2].rstrip().rstrip(";")).items():
            for paragraph in paragraphs:
                for word in words_of(paragraph):
                    expected.setdefault(word, set()).add(int(number))
    found = {word: set(places) for word, places in unpacked(index_of(files)).items()}
    assert {word: places for word, places in found.items() if word != "t"} == {
        word: places for word, places in expected.items() if word != "t"
    }


def test_ideographs_are_words_and_marks_do_not_count() -> None:
    assert words_of("漢字 kana カナ") == ["漢", "字", "kana", "カ", "ナ"]
    assert words_of("Žižek’s ŁÓDŹ, 1917_20 naïve") == ["zizek", "s", "lodz", "1917", "20", "naive"]
    assert words_of("x" * 50) == ["x" * 40]


def test_long_texts_are_in_files_of_their_own(site: MakeSite) -> None:
    long = "word " * 20_000
    files = site(*(document(f"<p>{long}{number}</p>", name=f"{number}.xml") for number in range(3)))
    assert sorted(name for name in files if "text-" in name) == [f"search/text-{number}.js" for number in range(3)]
    assert index_of(files)["files"] == [0, 1, 2]


def test_names_of_the_registers_are_found_too(samples: list[TeiDocument], site: MakeSite) -> None:
    article = next(sample for sample in samples if sample.name == "article.xml")
    assert ["Doe, Jane", "persons", "persons.html#pers-doe-jane", 3, "J. Doe"] in index_of(site(article))["names"]


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_page_and_program_know_the_same_words() -> None:
    script = _SCRIPT.read_text("utf-8")
    start, end = script.index("const IDEOGRAPH"), script.index("const vocabulary")
    texts = ["Žižek’s ŁÓDŹ, 1917", "漢字カナ kana", "Straße ÆRØ İstanbul", "naïve-co-op", "ﬁn ½ ①", "हिन्दी"]
    code = f"{script[start:end]}; console.log(JSON.stringify({json.dumps(texts)}.map(wordsOf)))"
    done = subprocess.run(["node", "-e", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == [words_of(text) for text in texts]


@given(st.text(max_size=30))
def test_folding_is_done_once(words: str) -> None:
    assert folded(folded(words)) == folded(words)
