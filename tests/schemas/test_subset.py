"""Everything valid against our schema is valid against tei_all: shown by proof for contents, by samples for the rest.

A TEI grammar defines each element name once, so one grammar is within another if, element by element, every sequence
of children that the first allows is allowed by the second (Brzozowski derivatives), and every attribute is.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SCHEMA = Path(__file__).parents[2] / "src/tei_edition/schemas/tei_edition.rng"
TEI_ALL = Path(__file__).parents[2].parent / "shared/data/schemas/tei_all.rng"
RNG = "{http://relaxng.org/ns/structure/1.0}"

Pattern = tuple[object, ...]
EMPTY: Pattern = ("empty",)
NOTHING: Pattern = ("nothing",)
TEXT: Pattern = ("star", ("name", "#text"))


def choice(parts: list[Pattern]) -> Pattern:
    flat: list[Pattern] = []
    for part in parts:
        for each in part[1:] if part[0] == "choice" else (part,):
            if each != NOTHING and each not in flat:
                flat.append(each)  # type: ignore[arg-type]
    return NOTHING if not flat else flat[0] if len(flat) == 1 else ("choice", *flat)


def group(parts: list[Pattern]) -> Pattern:
    if NOTHING in parts:
        return NOTHING
    flat: list[Pattern] = []
    for part in parts:
        flat.extend(part[1:] if part[0] == "group" else [part] if part != EMPTY else [])  # type: ignore[arg-type]
    return EMPTY if not flat else flat[0] if len(flat) == 1 else ("group", *flat)


def star(part: Pattern) -> Pattern:
    return EMPTY if part in {EMPTY, NOTHING} else part if part[0] == "star" else ("star", part)


@cache
def nullable(pattern: Pattern) -> bool:
    kind, *parts = pattern
    if kind == "choice":
        return any(nullable(part) for part in parts)
    if kind == "group":
        return all(nullable(part) for part in parts)
    return kind in {"empty", "star"}


@cache
def derivative(pattern: Pattern, name: str) -> Pattern:
    kind, *parts = pattern
    if kind == "name":
        return EMPTY if parts[0] == name else NOTHING
    if kind == "choice":
        return choice([derivative(part, name) for part in parts])
    if kind == "star":
        return group([derivative(parts[0], name), pattern])
    if kind == "group":
        head, rest = parts[0], group(list(pattern[2:]))  # type: ignore[arg-type]
        first = group([derivative(head, name), rest])
        return choice([first, derivative(rest, name)]) if nullable(head) else first
    return NOTHING


def names_in(pattern: Pattern) -> set[str]:
    if pattern[0] == "name":
        return {str(pattern[1])}
    return {name for part in pattern[1:] for name in names_in(part)}  # type: ignore[arg-type]


class Grammar:
    def __init__(self, path: Path) -> None:
        self.root = etree.parse(path).getroot()
        self.defines: dict[str, list[Element]] = {}
        for define in self.root.iter(RNG + "define"):
            self.defines.setdefault(define.get("name", ""), []).append(define)
        self.elements = {
            name: node
            for node in reversed(list(self.root.iter(RNG + "element")))
            if (name := node.get("name")) and node.get("ns") is None
        }

    def content(self, name: str, known: frozenset[str]) -> Pattern:
        """Return the children an element may have, restricted to the known names; text is #text."""
        return self._group(self.elements[name], known)

    def _group(self, node: Element, known: frozenset[str]) -> Pattern:
        return group([self._pattern(child, known) for child in node.iterchildren(RNG + "*")])

    def _pattern(self, node: Element, known: frozenset[str]) -> Pattern:  # noqa: PLR0911 - one case a pattern
        kind = str(node.tag).removeprefix(RNG)
        if kind == "ref":
            nodes = self.defines[node.get("name", "")]
            parts = [self._group(define, known) for define in nodes]
            return choice(parts) if any(define.get("combine") == "choice" for define in nodes) else group(parts)
        if kind == "element":
            name = node.get("name", "*")
            return ("name", name) if name in known and node.get("ns") is None else NOTHING
        if kind in {"text", "data", "value", "list"}:
            return TEXT
        if kind == "choice":
            return choice([self._pattern(child, known) for child in node.iterchildren(RNG + "*")])
        if kind == "notAllowed":
            return NOTHING
        inner = EMPTY if kind in {"attribute", "empty"} else self._group(node, known)
        if kind == "optional":
            return choice([EMPTY, inner])
        if kind in {"zeroOrMore", "oneOrMore"}:
            return star(inner) if kind == "zeroOrMore" else group([inner, star(inner)])
        assert kind in {"attribute", "empty", "group", "define"}, kind
        return inner

    def attributes(self, name: str) -> tuple[set[str], set[str]]:
        """Return all attributes of an element, and those it must have."""
        found: set[str] = set()
        required: set[str] = set()
        self._attributes(self.elements[name], found, required, firm=True)
        return found, required

    def _attributes(self, node: Element, found: set[str], required: set[str], *, firm: bool) -> None:
        for child in node.iterchildren(RNG + "*"):
            kind = str(child.tag).removeprefix(RNG)
            if kind == "attribute":
                found.add(child.get("name", "*"))
                required.update([child.get("name", "*")] if firm else [])
            elif kind == "ref":
                for define in self.defines[child.get("name", "")]:
                    self._attributes(define, found, required, firm=firm)
            elif kind != "element":
                self._attributes(child, found, required, firm=firm and kind in {"group", "oneOrMore"})


def counterexample(inner: Pattern, outer: Pattern) -> list[str] | None:
    """Return the shortest sequence of children that ``inner`` allows and ``outer`` does not; None if there is none."""
    waiting: list[tuple[Pattern, Pattern, list[str]]] = [(inner, outer, [])]
    seen = {(inner, outer)}
    while waiting:
        left, right, path = waiting.pop(0)
        if nullable(left) and not nullable(right):
            return [*path, "end"]
        for name in sorted(names_in(left)):
            pair = derivative(left, name), derivative(right, name)
            if pair[0] == NOTHING or pair in seen:
                continue
            if pair[1] == NOTHING:
                return [*path, name]
            seen.add(pair)
            waiting.append((*pair, [*path, name]))
    return None


@pytest.fixture(scope="module")
def ours() -> Grammar:
    return Grammar(SCHEMA)


@pytest.fixture(scope="module")
def theirs() -> Grammar:
    if not TEI_ALL.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    return Grammar(TEI_ALL)


def test_the_prover_sees_what_is_not_within() -> None:
    a, b = ("name", "a"), ("name", "b")
    assert counterexample(star(choice([a, b])), star(a)) == ["b"]
    assert counterexample(group([a, star(b)]), group([a, b])) == ["a", "end"]
    assert counterexample(group([a, b]), star(choice([a, b]))) is None


def test_each_content_is_within_that_of_tei_all(ours: Grammar, theirs: Grammar) -> None:
    known = frozenset(ours.elements)
    wrong = {
        name: found
        for name in ours.elements
        if (found := counterexample(ours.content(name, known), theirs.content(name, known | {"#text"})))
    }
    assert wrong == {}


def test_each_attribute_is_one_of_tei_all(ours: Grammar, theirs: Grammar) -> None:
    for name in ours.elements:
        (mine, required), (all_, needed) = ours.attributes(name), theirs.attributes(name)
        assert mine <= all_, name
        assert needed <= required, name


def test_each_element_is_defined_once(ours: Grammar) -> None:
    names = [node.get("name") for node in ours.root.iter(RNG + "element")]
    assert len(names) == len(set(names))
    assert all(len(defines) == 1 for defines in ours.defines.values())


def test_nothing_that_libxml2_misreads(ours: Grammar) -> None:
    # Others hand our schema to libxml2.
    assert not list(ours.root.iter(RNG + "interleave", RNG + "mixed"))
    for node in ours.root.iter(RNG + "zeroOrMore", RNG + "oneOrMore"):
        assert [child.tag for child in node] != [RNG + "empty"]


VALUES = {
    "data.token": ("x", "über", "a.b-c"),
    "data.tokens": ("x", "x y", "1 2 3"),
    "data.string": ("", "two words", "ä"),
    "data.string-some": (".", " "),
    "data.pointer": ("#a", "https://example.org/?a=b#c", "wd:Q1"),
    "data.pointers": ("#a #b", "x.xml#y", "wd:Q1"),
    "data.language": ("en", "pt-BR", "sr-Latn", ""),
    "data.probability": ("high", "0.5", "1", "0"),
    "data.certainty": ("high", "unknown"),
    "data.temporal": ("1997", "1997-04", "1997-04-28", "--04", "--02-29", "---31", "12:00:00Z", "-0044-03-15"),
    "data.duration": ("P1Y", "PT5M"),
    "data.count": ("0", "12"),
    "data.number": ("-1", "0.25", "12"),
    "data.boolean": ("true", "0"),
    "data.measurement": ("12cm", "50%", "-1.5em"),
    "data.NCName": ("p", "a-b"),
    "data.prefix": ("wd", "x-y.z"),
    "data.version": ("0.1.0", "2a1", "1.2.3.4"),
    "data.token-any": ("(Q[0-9]+)", "a b"),
}


class Sampler:
    """Writes documents at random that the grammar allows; deep down it takes the shortest way out."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        self.grammar, self.random, self.ids = grammar, random.Random(seed), 0  # noqa: S311 - samples, not secrets
        self.heights = _heights(grammar)

    def document(self) -> str:
        return self.element(self.grammar.elements["TEI"], 6).replace(
            "<TEI", '<TEI xmlns="http://www.tei-c.org/ns/1.0"', 1
        )

    def element(self, node: Element, depth: int) -> str:
        attributes: dict[str, str] = {}
        content = self.content(list(node.iterchildren(RNG + "*")), depth - 1, attributes)
        name = node.get("name", "")
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        return f"<{name}{written}>{content}</{name}>"

    def content(self, nodes: list[Element], depth: int, attributes: dict[str, str]) -> str:
        return "".join(self.node(node, depth, attributes) for node in nodes)

    def node(self, node: Element, depth: int, attributes: dict[str, str]) -> str:  # noqa: PLR0911 - one case a pattern
        kind, children = str(node.tag).removeprefix(RNG), list(node.iterchildren(RNG + "*"))
        if kind == "ref":
            return self.content(list(self.grammar.defines[node.get("name", "")][0]), depth, attributes)
        if kind == "element":
            return self.element(node, depth)
        if kind == "attribute":
            attributes[node.get("name", "")] = self.value(children[0])
            return ""
        if kind == "text":
            return self.random.choice(("", " ", "words ", "\u00e9 &amp; "))
        if kind == "choice":
            if depth <= 0:
                children = [min(children, key=lambda child: _height(child, self.grammar, self.heights))]
            return self.node(self.random.choice(children), depth, attributes)
        if kind in {"optional", "zeroOrMore", "oneOrMore"}:
            is_attribute = kind == "optional" and children[0].tag == RNG + "attribute"
            most = 1 if kind == "optional" else 2
            times = (
                self.random.randint(0, most)
                if depth > 0 and self.random.random() < (0.15, 0.7)[not is_attribute]
                else 0
            )
            return "".join(self.content(children, depth, attributes) for _ in range(max(times, kind == "oneOrMore")))
        return self.content(children, depth, attributes)

    def value(self, node: Element) -> str:
        if node.tag == RNG + "data":
            self.ids += 1
            return f"id{self.ids}"
        if node.tag == RNG + "choice":
            return self.random.choice([child.text or "" for child in node])
        return self.random.choice(VALUES[node.get("name", "")])


@cache
def _heights(grammar: Grammar) -> dict[str, int]:
    heights = dict.fromkeys(grammar.elements, 1000)
    for _ in range(30):
        heights |= {
            name: 1 + max((_height(child, grammar, heights) for child in node), default=0)
            for name, node in grammar.elements.items()
        }
    return heights


def _height(node: Element, grammar: Grammar, heights: dict[str, int]) -> int:
    kind, children = str(node.tag).removeprefix(RNG), list(node.iterchildren(RNG + "*"))
    if kind in {"text", "empty", "optional", "zeroOrMore", "attribute", "data", "value", "list"}:
        return 0
    if kind == "element":
        return heights[node.get("name", "")]
    if kind == "ref":
        children = list(grammar.defines[node.get("name", "")][0].iterchildren(RNG + "*"))
    each = [_height(child, grammar, heights) for child in children]
    return min(each) if kind == "choice" else max(each, default=0)


@pytest.fixture(scope="module")
def samples(ours: Grammar) -> list[str]:
    return [Sampler(ours, seed).document() for seed in range(400)]


def test_samples_use_most_of_the_schema(samples: list[str], ours: Grammar) -> None:
    used = {etree.QName(each).localname for text in samples for each in etree.fromstring(text.encode()).iter("*")}
    assert len(used) > 0.9 * len(ours.elements)


def test_libxml2_accepts_the_samples(samples: list[str]) -> None:
    engine = etree.RelaxNG(etree.parse(SCHEMA))
    for text in samples:
        assert engine.validate(etree.fromstring(text.encode())), engine.error_log


@pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed")
@pytest.mark.parametrize("schema", [SCHEMA, TEI_ALL], ids=lambda path: path.name)
def test_jing_accepts_the_samples(samples: list[str], schema: Path, tmp_path: Path) -> None:
    if not schema.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    for index, text in enumerate(samples):
        (tmp_path / f"{index}.xml").write_text(text, encoding="utf-8")
    run = subprocess.run(
        ["jing", schema, *tmp_path.glob("*.xml")], capture_output=True, text=True, check=False, timeout=300
    )
    assert run.stdout == ""
    assert run.returncode == 0


@pytest.mark.slow
def test_libxml2_finds_the_samples_within_tei_all(samples: list[str]) -> None:
    if not TEI_ALL.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    engine = etree.RelaxNG(etree.parse(TEI_ALL))
    for text in samples:
        assert engine.validate(etree.fromstring(text.encode())), engine.error_log


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed")
def test_ten_thousand_documents_of_our_grammar_are_valid_against_tei_all(ours: Grammar, tmp_path: Path) -> None:
    if not TEI_ALL.exists():
        pytest.skip("tei_all.rng is not beside the repository")
    for batch in range(0, 10_000, 500):
        files = []
        for seed in range(batch, batch + 500):
            files.append(tmp_path / f"{seed % 500}.xml")
            files[-1].write_text(Sampler(ours, seed).document(), encoding="utf-8")
        run = subprocess.run(["jing", TEI_ALL, *files], capture_output=True, text=True, check=False, timeout=300)
        assert run.stdout == "", batch
