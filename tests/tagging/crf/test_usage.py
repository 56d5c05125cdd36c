from __future__ import annotations

import pytest

from tei_edition.tagging.crf.usage import Usage, is_shouting, is_title


def of(word: str, *sentences: str) -> list[str]:
    return Usage([sentence.split() for sentence in sentences]).features(word)


def test_the_article_is_a_witness() -> None:
    assert "uP" in of("xylander", "Then Xylander spoke", "They met Mr. Xylander there")
    assert "uP" not in of("xylander", "Then Xylander spoke")
    assert of("rose", "Then Rose spoke", "the rose was red") == ["u=1l"]


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("we met in Xyz twice", "uL"),
        ("and Xyz said so", "uV"),
        ("the Xyz Committee met", "uO"),
        ("and Xyz 's friends", "uS"),
        ("and J. Xyz came", "uP"),
    ],
)
def test_words_beside_a_name_tell_what_it_is(sentence: str, mark: str) -> None:
    assert mark in of("xyz", sentence, "then Xyz left")


def test_text_in_capitals_and_the_first_word_of_a_sentence_are_no_witnesses() -> None:
    assert of("war", "WAR ENDS TODAY", "War is over") == ["u=0"]


def test_many_are_three() -> None:
    assert of("xyz", *["the Xyz came"] * 7) == ["u=3"]


def test_capitals_are_told() -> None:
    assert is_shouting("WAR ENDS TODAY".split())
    assert not is_shouting("War ends in the USA".split())
    assert not is_shouting(["1", "."])
    assert not is_shouting([])


def test_titles_are_told() -> None:
    assert is_title("The March of the Wooden Soldiers".split())
    assert not is_title("The march of wooden soldiers".split())
    assert not is_title("Paris Texas".split())
