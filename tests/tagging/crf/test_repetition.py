from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.repetition import Opinions, spans

LABELS = ["O", *(f"{edge}-{kind}" for edge in "BI" for kind in ("PER", "LOC", "ORG"))]


@given(st.lists(st.sampled_from(LABELS), max_size=20))
def test_spans_tile_all_labels_but_o(labels: list[str]) -> None:
    covered = {at for start, end, _ in spans(labels) for at in range(start, end)}
    assert covered == {at for at, label in enumerate(labels) if label != "O"}
    for start, end, kind in spans(labels):
        assert all(label[2:] == kind for label in labels[start:end])
        assert all(label[0] == "I" for label in labels[start + 1 : end])


def test_a_word_hears_what_is_said_of_it_elsewhere() -> None:
    article = [["Anna", "Zemlinov", "came"], ["Then", "Zemlinov", "left"]]
    said = [["B-PER", "I-PER", "O"], ["O", "O", "O"]]
    opinions = Opinions[list[str]](article, said, list)
    assert "i=PERe" in opinions.of(article[1], said[1])[1]
    assert "i=PERe" not in opinions.of(article[0], said[0])[1]


def test_the_majority_leaves_the_word_itself_out() -> None:
    article = [["In", "Xyz"], ["From", "Xyz"], ["By", "Xyz"]]
    said = [["O", "B-LOC"], ["O", "B-LOC"], ["O", "B-ORG"]]
    opinions = Opinions[list[str]](article, said, list)
    found = [opinions.of(words, labels)[1] for words, labels in zip(article, said, strict=True)]
    assert "v=LOC!2" in found[2]
    assert not any(one.startswith("v=ORG") for one in found[2])
    assert "v=LOC2" in found[0] or "v=ORG2" in found[0]


def test_small_words_are_asked_nothing() -> None:
    assert Opinions[list[str]]([["the"]], [["O"]], list).of(["the"], ["O"]) == [
        ["y=O", "y-=| O", "y+=O |", "y2=| | O", "y3=O | |"]
    ]
