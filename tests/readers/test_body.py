"""What is told apart below the headlines."""

from __future__ import annotations

import pytest

from tei_edition.model.article import SPACE, Article, Block
from tei_edition.readers.text import read_text

LONG = "The committee met on Tuesday and heard a long report about the harbour, the roads and the price of coal."
START = "It was a long report about the harbour of the town and about the price of"
HEAD = "Works Begin\n\nBy ANN MILL\n\n"


def article_of(text: str, head: str = HEAD) -> Article:
    article = read_text("x.txt", (head + text).encode()).article
    assert article is not None
    return article


def shape(text: str, head: str = HEAD) -> list[object]:
    article = article_of(text, head)
    blocks = [nested(block) for block in article.blocks if block.kind != SPACE]
    return blocks[2:] if head == HEAD else blocks


def nested(block: Block) -> object:
    kind = block.attribute("type")
    named = f"{block.kind} {kind}" if kind else block.kind
    children = [nested(child) for child in block.children if child.kind != SPACE]
    return (named, children) if children else named


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (f"LEEDS, May 4--{LONG}", [("opener", ["dateline"]), "p"]),
        (f"{LONG}\n\nThe Price of Coal\n\n{LONG}", ["p", "head sub", "p"]),
        (f"{LONG}\n\nTHE PRICE OF COAL.\n\n{LONG}", ["p", "head sub", "p"]),
        (f"{LONG}\n\nA Basic Strategy To End\n\nCoal\n\n{LONG}", ["p", "head sub", "p"]),
        (f"{LONG}\n\n* Coal\n* Wood\n\n{LONG}", ["p", ("list bulleted", ["item", "item"]), "p"]),
        (f"{LONG}\n\n1. Coal\n\n2. Wood\n\n{LONG}", ["p", ("list numbered", ["item", "item"]), "p"]),
        (f"{LONG}\n\n3. Coal\n\n{LONG}", ["p", "p", "p"]),
        (f"{LONG}\n\n- Yes, he said.\n- No, she said.\n\n{LONG}", ["p", "p", "p", "p"]),
        (f"{LONG}\n\n[Editor's note: {LONG}]\n\n{LONG}", ["p", ("note editorial", ["p"]), "p"]),
        (f"{LONG}\n\nCorrection May 6, 1951\n\n{LONG}", ["p", ("note correction", ["p", "p"])]),
        (f"{LONG}\n\nAnn Mill is a reporter at The Argus.", ["p", ("note author", ["p"])]),
        (f"{LONG}\n\nContinued on page 2\n\n{LONG}", ["p", "fw catch", "p"]),
        (f"{LONG}\n\n- 12 -\n\n{LONG}", ["p", "fw pageNum", "p"]),
        (f"{LONG}\n\n* * *\n\n{LONG}", ["p", "ab separator", "p"]),
        (f"{LONG}\n\n[Illustration: a harbour]\n\n{LONG}", ["p", ("figure", ["head"]), "p"]),
        (
            f"{LONG}\n\nQ. What is it?\n\nA. Coal.\n\nQ. And where?\n\nA. In the harbour.\n\n{LONG}",
            ["p", *[("sp", ["speaker", "p"])] * 4, "p"],
        ),
        (f"{LONG}\n\nQ. What is it?\n\n{LONG}", ["p", "p", "p"]),
        (
            f"{LONG}\n\nAnd the harbour lay in the night,\nThe ships were asleep,\nTill the morning came;\n\n{LONG}",
            ["p", ("lg stanza", ["l", "l", "l"]), "p"],
        ),
        (
            f"To the Editor:\n\n{LONG}\n\n{LONG}\n\nYours truly,\nANN MILL\nLeeds, May 5",
            [("opener", ["salute"]), "p", "p", ("closer", ["salute", "signed", "dateline"])],
        ),
    ],
)
def test_blocks(text: str, blocks: list[object]) -> None:
    assert shape(text) == blocks


def test_a_bare_name_at_the_end_signs_an_article_without_a_byline() -> None:
    text = f"Works Begin\n\n{LONG}\n\n{LONG}\n\nANN MILL"
    assert shape(text, "")[-1] == "byline"
    assert [author.value for author in article_of(text, "").metadata.authors] == ["Ann Mill"]
    assert shape(f"{LONG}\n\nANN MILL\n")[-1] != "byline"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"{START} coal in the United",
            "States of America.",
        ),
        (f"{START} coal, and Gen.", "Mill heard it."),
        (f"{START} coal, when John L.", "Lewis came."),
        (f"{START} coal in the", "Harbour."),
        (
            f"{START} coal in Beaumont,",
            "Tex., where she was.",
        ),
        ("He came with the", "Mayor of the town."),
        ("It was over in the harbour of Portland, Me.", "and so on to the end."),
    ],
)
def test_false_breaks_are_mended_in_the_open(before: str, after: str) -> None:
    reading = read_text("x.txt", f"{HEAD}{before}\n\n {after}\n\n{LONG}".encode())
    article = reading.article
    assert article is not None
    paragraphs = [block.span.of(article.text) for block in article.blocks if block.kind == "p"]
    assert paragraphs == [f"{before}\n\n {after}", LONG]
    assert [(one.kind, one.code, one.span.of(article.text)) for one in article.repairs] == [("lb", "A613", "\n\n ")]
    assert "A613" in [finding.code for finding in reading.findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, LONG),
        (f"{START} coal in World War I.", "By then it was."),
        ("It was a long report about the harbour of the town. He said: 'Yes, it is. '", "Then he left."),
        ("It was a long report about the harbour of the town, and these were the sorts of coal:", "Anthracite."),
        ("Kitty's Harbour 1940", "The Lady of the Roads 1942"),
        (f"{START} coal (1950) Harbour (1951)", "Roads (1952)"),
        ("A drawing of the old harbour, closed in 1949. Ann Mill, via Associated Press", "The report was long."),
        (f"{START} coal in", "* * *"),
    ],
)  # fmt: skip
def test_what_is_no_false_break_is_left_alone(before: str, after: str) -> None:
    article = article_of(f"{LONG}\n\n{before}\n\n{after}\n\n{LONG}")
    assert all(repair.kind != "lb" for repair in article.repairs)


def test_a_subhead_at_the_end_of_a_paragraph_is_cut_off() -> None:
    article = article_of(f"{LONG} 'Plain Folks' in the Harbour\n\nHowever, {LONG}")
    told = [(block.kind, block.span.of(article.text)[-20:]) for block in article.blocks if block.kind != SPACE]
    assert told[2:4] == [("p", LONG[-20:]), ("head", "olks' in the Harbour")]


def test_wrapped_lines_are_marked_and_told_once() -> None:
    lines = (
        "The committee met on Tuesday and heard a long\nreport about the harbour, the roads and the\nprice of coal,\n"
        * 3
    )
    reading = read_text("x.txt", f"{HEAD}{lines}and wood.\n\n{lines}and iron.\n".encode())
    assert reading.article is not None
    assert {repair.code for repair in reading.article.repairs} == {"A614"}
    assert [finding.code for finding in reading.findings].count("A614") == 1


@pytest.mark.parametrize("code", ["A613", "A614", "A615", "A616", "A611"])
def test_each_repair_can_be_switched_off(code: str) -> None:
    from tei_edition.readers.reading import ReadOptions  # noqa: PLC0415 - beside its only use

    text = (
        f"A pioneer of the harbour.By ANN MILL\n\n{START} the\n\n"
        "Harbour. Donâ€™t go to the petty- bourgeois petty bourgeois petty bourgeois.\n"
    )
    wrapped = (
        "The committee met on Tuesday and heard a long\nreport about the harbour, the roads and the\nprice of\n" * 4
    )
    data = (wrapped + "coal.\n" if code == "A614" else text).encode()
    made = read_text("x.txt", data)
    unmade = read_text("x.txt", data, ReadOptions(off=frozenset({code})))
    assert code in [finding.code for finding in made.findings]
    assert code not in [finding.code for finding in unmade.findings]
    assert unmade.article is not None
    assert code not in [repair.code for repair in unmade.article.repairs]


@pytest.mark.parametrize(
    ("garbled", "whole"),
    [
        ("donâ€™t", "’"),
        ("cafÃ©", "é"),
        ("Â£400", "£"),
        ("yes â€” no", "—"),
        ("Ĺ", None),
        ("LIBERTÉ»", None),
        ("São Ângelo", None),
    ],
)
def test_mojibake(garbled: str, whole: str | None) -> None:
    article = article_of(f"{LONG} {garbled} {LONG}")
    assert [one.replacement for one in article.repairs if one.code == "A616"] == ([whole] if whole else [])


def test_odd_marks_and_spaces_are_told_but_kept() -> None:
    text = f"''Yes,'' he said.\u00a0 {LONG}\n\nHe said: \"No.\n\n{LONG}"
    reading = read_text("x.txt", (HEAD + text).encode())
    assert reading.article is not None
    assert text in reading.article.text
    assert [one.code for one in reading.findings if one.code in {"A617", "A618", "A619"}] == ["A617", "A618", "A619"]


def test_a_quotation_over_paragraphs_is_no_lost_mark() -> None:
    reading = read_text("x.txt", f'{HEAD}He said: "{LONG}\n\n"{LONG}"\n'.encode())
    assert "A619" not in [finding.code for finding in reading.findings]
