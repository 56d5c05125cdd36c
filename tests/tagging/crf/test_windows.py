from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_edition.tagging.crf.usage import Usage
from tei_edition.tagging.crf.vocabulary import running_case
from tei_edition.tagging.crf.windows import Windows

WORDS = st.lists(st.text(min_size=1, max_size=8).filter(lambda word: not any(c.isspace() for c in word)), max_size=12)
WEIGHTS = {"w=he": 3, "-1w=he": 50, "-2w=he": 700, "1w=.": 11, "2w=.": 13, "b-=he left": 9}


def weighed(features: object) -> int:
    assert isinstance(features, list)
    return sum(WEIGHTS.get(feature, 1) for feature in features)


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_every_word_has_features_and_they_are_the_same_again(article: list[list[str]]) -> None:
    usage, windows = Usage(article), Windows[list[str]](list, {})
    for words in article:
        found = windows.of(words, usage)
        assert len(found) == len(words)
        assert all(found)
        assert found == windows.of(words, Usage(article))


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_what_is_told_part_by_part_is_what_is_told_of_all_features(article: list[list[str]]) -> None:
    usage = Usage(article)
    numbers, lists = Windows[int](weighed, {}), Windows[list[str]](list, {})
    for words in article:
        assert numbers.of(words, usage) == [weighed(features) for features in lists.of(words, usage)]


def test_a_word_sees_two_to_each_side_and_the_edges() -> None:
    words = "He left Paris .".split()
    found = Windows[list[str]](list, {"he": "4"}).of(words, Usage([words]))
    assert {"w=paris", "-1w=left", "-2w=he", "1w=.", "b-=left paris", "u=1", "g=BM"} <= set(found[2])
    assert "-1w=|" in found[0]
    assert not any(feature.startswith(("-2w", "1w=|")) for feature in found[0])
    assert "1w=|" in found[3]


def test_words_that_are_never_names_are_not_looked_at_in_pairs() -> None:
    words = "we saw it".split()
    found = Windows[list[str]](list, dict.fromkeys(words, "4")).of(words, Usage([words]))
    assert not any(feature.startswith("b-=") for features in found for feature in features)


def test_text_in_capitals_is_read_in_running_case() -> None:
    case = {"in": "4", "the": "4", "visits": "3", "paris": "0"}
    words = "THE QUEEN VISITS PARIS IN U.S. NATO USA".split()
    found = Windows[list[str]](list, case).of(words, Usage([words]))
    assert all("t=U" in features for features in (found[1], found[3]))
    assert [next(one for one in features if one.startswith("h=")) for features in found] == [
        "h=x",
        "h=Xxx",
        "h=x",
        "h=Xxx",
        "h=x",
        "h=X.X.",
        "h=XX",
        "h=XX",
    ]


def test_initials_and_single_letters_stay() -> None:
    assert [running_case(word, {"a": "4", "it": "4"}) for word in ("A", "J.", "IT", "O'NEILL", "Paris")] == [
        "A",
        "J.",
        "it",
        "O'Neill",
        "Paris",
    ]
