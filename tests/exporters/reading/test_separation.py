from __future__ import annotations

import pytest

from tei_edition.exporters.reading.separation import is_within_word, joins, parts_words
from tei_edition.tei.names import NSMAP
from tei_samples import document


@pytest.mark.parametrize(
    ("phrase", "parted"),
    [
        ("<castItem><role>A</role><roleDesc>b</roleDesc></castItem>", True),
        ("<persName><forename>A</forename><surname>B</surname></persName>", True),
        ("<persName><forename>A</forename>-<surname>B</surname></persName>", False),
        ("<hi><hi>a</hi><hi>b</hi></hi>", False),
        ("x <subst><del>old</del><add>new</add></subst> y", True),
        ("x<subst><del>a</del><add>b</add></subst>y", False),
    ],
)
def test_words_apart_in_one_element(phrase: str, parted: bool) -> None:  # noqa: FBT001 - a parameter of a case
    paragraph = document(f"<p>{phrase}</p>").root.find(".//t:body/t:p", NSMAP)
    assert paragraph is not None
    assert parts_words(paragraph[0]) == parted


def test_what_joins_and_what_stands_within_a_word() -> None:
    paragraph = document("<p>do<del>c</del><hi>t</hi> <hi>or</hi></p>").root.find(".//t:body/t:p", NSMAP)
    assert paragraph is not None
    first, second, third = paragraph
    assert [joins(child) for child in paragraph] == [False, True, False]
    assert [is_within_word(child) for child in (first, second, third)] == [True, True, False]
