"""Which lines of a text are one unit: paragraphs that were wrapped, and lines that stand for themselves."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.readers.lines import units

WORDS = "the of a council harbour strike mayor said that morning went down to and with men who had water bread".split()
TOP = ("The Long Way Home", "A carpenter goes back to the valley", "by Anna Whitlock", "Issue 44, Summer 2011")


def paragraphs(words: int = 30) -> st.SearchStrategy[str]:
    sentence = st.lists(st.sampled_from(WORDS), min_size=words, max_size=3 * words)
    return sentence.map(lambda found: " ".join(found).capitalize() + ".")


@given(st.lists(paragraphs(), min_size=2, max_size=5), st.integers(34, 90))
def test_wrapped_paragraphs_become_one_unit_each(told: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in told)
    found = units(text)
    assert [unit.text for unit in found] == told
    assert all(unit.wrapped for unit in found)
    assert [len(unit.joins) for unit in found] == [len(textwrap.wrap(paragraph, width)) - 1 for paragraph in told]


@given(st.lists(paragraphs(), min_size=2, max_size=5), st.integers(34, 90))
def test_wrapped_paragraphs_without_blank_lines_are_told_by_their_last_lines(told: list[str], width: int) -> None:
    wrapped = [textwrap.wrap(paragraph, width) for paragraph in told]
    short = [paragraph for paragraph, lines in zip(told, wrapped, strict=True) if len(lines[-1]) < width // 2]
    text = "\n".join("\n".join(lines) for lines in wrapped if len(lines[-1]) < width // 2)
    if len(short) > 1:
        assert [unit.text for unit in units(text)] == short


@given(st.lists(paragraphs(), min_size=1, max_size=5))
def test_the_lines_of_a_top_stand_for_themselves_above_paragraphs_on_one_line(told: list[str]) -> None:
    assert [unit.text for unit in units("\n".join(TOP) + "\n\n" + "\n\n".join(told))] == [*TOP, *told]


@given(st.lists(paragraphs(60), min_size=4, max_size=6), st.integers(50, 90))
def test_the_lines_of_a_top_stand_for_themselves_above_wrapped_paragraphs(told: list[str], width: int) -> None:
    text = "\n".join(TOP) + "\n\n" + "\n\n".join(textwrap.fill(paragraph, width) for paragraph in told)
    assert [unit.text for unit in units(text)] == [*TOP, *told]


@pytest.mark.parametrize("indent", ["  ", "    ", "\t  "])
def test_an_indented_line_after_a_full_stop_begins_a_paragraph(indent: str) -> None:
    lines = ("The council met on Monday to hear the men", "who had come from the mill. The mayor,", "said nothing.")
    text = "\n".join((indent + lines[0], *lines[1:])) + "\n"
    assert [unit.text for unit in units(text * 3)] == [" ".join(lines)] * 3


def test_a_list_of_short_lines_is_not_wrapped() -> None:
    text = "\n".join(f"{name}, carpenter" for name in ("Ann", "Bartholomew", "Cy", "Dorothea Mary", "Ed", "Flo", "Gus"))
    assert len(units(text)) == 7
