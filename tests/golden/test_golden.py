"""Whole articles, each in a file that can be read: the source, what becomes of it, and what is told.

Where a case fails, its difference shows what has changed. If the new outcome is right, ``pytest tests/golden --accept``
writes it into the case; look at ``git diff`` before it is committed. Cases name their annotations themselves, so that
they say what encoding makes of them whatever the taggers find. ``\\u00a0`` stands for a character that cannot be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition.core.normalised_text import normalised
from tei_edition.core.span import Span
from tei_edition.encoding.encode import encode
from tei_edition.model.layer import Annotation
from tei_edition.model.links import Linked
from tei_edition.model.registry import Entity
from tei_edition.readers.reading import ReadOptions
from tei_edition.readers.text import read_text
from tei_edition.tei.document import TeiDocument
from tei_edition.tei.names import NSMAP
from tei_edition.tei.text import text_of
from tei_edition.validation import validate

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from tei_edition.core.finding import Finding
    from tei_edition.model.article import Article
    from tei_edition.model.registry import EntityKind

CASES = sorted(Path(__file__).parent.glob("*.case"))
PARTS = ("source", "annotations", "body", "header", "findings")
KINDS: dict[str, EntityKind] = {"pers": "person", "place": "place", "org": "org", "work": "work"}
_PART = re.compile(rf"^=== ({'|'.join(PARTS)})\n", re.MULTILINE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u2000-\u200f\u2028-\u202f\u2060\ufeff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True)
class Case:
    """A case as it stands in its file."""

    about: str
    source: str
    annotations: str
    body: str
    header: str
    findings: str

    def __str__(self) -> str:
        parts = (f"=== {name}\n{_shown(getattr(self, name))}" for name in PARTS)
        return self.about + "".join(parts)


def load(path: Path) -> Case:
    about, *rest = _PART.split(path.read_text(encoding="utf-8"))
    parts = dict.fromkeys(PARTS, "") | dict(zip(rest[::2], rest[1::2], strict=True))
    return Case(about, **{name: _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) for name, text in parts.items()})


def outcome(case: Case, name: str) -> Case:
    """Read, encode and validate the source of a case; assert the laws that hold for every case."""
    reading = read_text(f"{name}.txt", case.source.encode(), ReadOptions())
    article = reading.article
    assert article is not None, reading.findings
    assert article.text == normalised(case.source).text
    annotations = tuple(annotation_of(line, article) for line in case.annotations.splitlines())
    encoded = encode(article, Linked(annotations, entities_of(annotations, article)))
    assert encode(article, Linked(annotations[::-1], entities_of(annotations, article))).draft == encoded.draft
    validated = validate(encoded.draft.data, f"{name}.xml")
    assert [str(finding) for finding in validated.findings if finding.severity == "error"] == []
    root = TeiDocument(name, encoded.draft.data).root
    (div,) = elements(root, "//t:body/t:div")
    assert text_of(div) == article.text
    return Case(
        case.about,
        case.source,
        case.annotations,
        markup(div),
        "".join(markup(part) for path in HEADER for part in elements(root, path)),
        "".join(told(finding) for finding in (*reading.findings, *encoded.findings)),
    )


HEADER = ("//t:titleStmt/t:title", "//t:titleStmt/t:author", "//t:sourceDesc/t:biblStruct", "//t:langUsage")


def annotation_of(line: str, article: Article) -> Annotation:
    """Read ``label | words | feature=value …``; ``words@2`` is their second occurrence."""
    label, words, *features = (part.strip() for part in line.split(" | "))
    words, _, number = words.partition("@")
    start = -1
    for _ in range(int(number or 1)):
        start = article.text.index(words, start + 1)
    pairs = sorted((name, value) for name, _, value in (feature.partition("=") for feature in features))
    return Annotation(Span(start, start + len(words)), label, "default", 0.9, tuple(pairs))


def entities_of(annotations: tuple[Annotation, ...], article: Article) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for annotation in annotations:
        identifier = annotation.feature("ref")
        if identifier:
            kind = KINDS[identifier.partition("-")[0]]
            entity = Entity(identifier, kind, annotation.span.of(article.text))
            found[identifier] = found[identifier].merged(entity) if identifier in found else entity
    return tuple(found[key] for key in sorted(found))


def elements(root: Element, path: str) -> list[Element]:
    found = root.xpath(path, namespaces=NSMAP)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def markup(element: Element) -> str:
    text = etree.tostring(element, encoding="unicode", with_tail=False).replace(f' xmlns="{NSMAP["t"]}"', "")
    indented = re.match(r"\n( +)", element.text or "")
    return re.sub(rf"^ {{{len(indented[1]) - 2}}}", "", text, flags=re.MULTILINE) + "\n" if indented else text + "\n"


def told(finding: Finding) -> str:
    return f"{finding.locus.line}:{finding.locus.column} {finding.severity} {finding.code} {finding.message}\n"


def _shown(text: str) -> str:
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    case = load(path)
    new = outcome(case, path.stem)
    if accept:
        path.write_text(str(new), encoding="utf-8")
        return
    for part in PARTS:
        assert getattr(new, part) == getattr(case, part), f"{path.name}: {part}; if this is right: pytest --accept"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_what_it_is_about_and_is_kept_as_it_is_written(path: Path) -> None:
    case = load(path)
    assert re.match(r"# [A-Z].{20,}", case.about), "a case begins with a line that says what it shows"
    assert str(case) == path.read_text(encoding="utf-8")
    assert case.source.endswith("\n")
    assert case.body.startswith('<div type="article"')


def test_there_are_cases() -> None:
    assert len(CASES) >= 15


def test_accepting_writes_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    path.write_text("# A new case has nothing but its source.\n=== source\nTitle\n\nSome words.\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="--accept"):
        test_case(path, accept=False)
    test_case(path, accept=True)
    test_case(path, accept=False)
    assert "<p" in load(path).body
