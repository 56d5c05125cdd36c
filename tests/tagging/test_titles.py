from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.linking import link
from tei_edition.model.article import plain_article
from tei_edition.tagging import tag
from tei_edition.tagging.titles import level_of, titles


def found_in(text: str) -> list[tuple[str, str | None]]:
    return [(one.span.of(text), one.feature("level")) for one in titles(text, Span(0, len(text)), "default")]


@pytest.mark.parametrize(
    ("text", "title", "level"),
    [
        ("in his book The Art of Rowing, he", "The Art of Rowing", "m"),
        ("in her 1961 novel The Long Night at Sea she", "The Long Night at Sea", "m"),
        ("the film Two Ships was shown", "Two Ships", "m"),
        ("Holm's poem Winter Light is", "Winter Light", "a"),
        ("in his dissertation On Water and Stone, he", "On Water and Stone", "u"),
        ("the newspaper Morning Light said", "Morning Light", "j"),
        ("Holm wrote The Art of Rowing in 1920.", "The Art of Rowing", "m"),
        ("the author of A History of Small Boats", "A History of Small Boats", "m"),
        ("He read _The Art of Rowing_ twice.", "The Art of Rowing", "m"),
        ("She read it in The New York Times.", "The New York Times", "j"),
    ],
)
def test_a_title_without_quotation_marks(text: str, title: str, level: str) -> None:
    assert found_in(text) == [(title, level)]


@pytest.mark.parametrize(
    "text", ["the book was good", "he wrote The Times", "his book I read", "He left _very late_.", "He published it."]
)
def test_no_title(text: str) -> None:
    assert found_in(text) == []


@given(
    st.lists(st.sampled_from("his book The Art of Rowing , wrote _ A film New York Times ' ’s \n".split(" "))).map(
        " ".join
    )
)
def test_titles_never_overlap(text: str) -> None:
    end = 0
    for one in titles(text, Span(0, len(text)), "default"):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


def test_levels() -> None:
    assert [level_of(noun) for noun in ("novel", "Poem", "newspaper", "thesis")] == ["m", "a", "j", "u"]


def author(text: str) -> str | None:
    article = plain_article("x", text)
    for one in tag(article).annotations:
        if one.label == "title":
            return one.speaker.of(text) if one.speaker else None
    return "no title"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Holm said so in her book The Art of Rowing.", "Anna Holm"),
        ("Peter Lee met Anna Holm. He wrote of it in his book The Art of Rowing.", "Peter Lee"),
        ("Peter Lee told Anna Holm of it in his book The Art of Rowing.", "Peter Lee"),
        ('They read the poem "Winter Light" by Anna Holm aloud.', "Anna Holm"),
        ("They read Anna Holm's book The Art of Rowing aloud.", "Anna Holm"),
        ("They read the book The Art of Rowing aloud.", None),
    ],
)
def test_the_author_of_a_work(text: str, expected: str | None) -> None:
    assert author(text) == expected


def test_the_author_stands_in_the_register() -> None:
    article = plain_article("x", "Anna Holm said so in her book The Art of Rowing.")
    entities = link(article, [tag(article)]).entities
    (work,) = [entity for entity in entities if entity.kind == "work"]
    assert work.feature("author") == "Anna Holm"
    assert work.feature("authorRef") in {entity.id for entity in entities}


def test_a_date_within_a_name_is_no_date() -> None:
    text = "Anna Holm left on May 3 for the June Lake."
    labels = [(one.label, one.span.of(text)) for one in tag(plain_article("x", text)).annotations]
    assert ("date", "May 3") in labels


def titled(text: str) -> list[str]:
    return [one.span.of(text) for one in tag(plain_article("x", text)).annotations if one.label == "title"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He starred in "The Lamps of Harbour Street."', ['"The Lamps of Harbour Street."']),
        ('She played "Low Tide" and "Two Ships at Sea."', ['"Low Tide"', '"Two Ships at Sea."']),
        ('He left "The Ferry of the North," a comedy, unfinished.', ['"The Ferry of the North,"']),
        ('They put more into "R&D" than others did.', []),
        ('He was tired of "being careful" with it.', []),
        ('"We shall go to the North!" he cried.', []),
        ('"Harbour Street," she said, "is closed."', []),
        ("On lit «Le Pont» et «Le Vieux Port».", []),
    ],
)
def test_titles_between_quotation_marks(text: str, expected: list[str]) -> None:
    assert titled(text) == expected


WORDS = st.sampled_from(["Harbour", "Lamp", "Ferry", "North", "Tide", "Window"])


@given(st.lists(WORDS, min_size=2, max_size=5).map(" ".join), st.sampled_from(["novel", "film", "poem", "song"]))
def test_a_noun_makes_what_follows_a_title_with_or_without_marks(name: str, noun: str) -> None:
    assert titled(f'In the spring she read the {noun} "{name}" to them.') == [f'"{name}"']
    assert [found for found, _ in found_in(f"in the {noun} {name}, she")] == [name]
