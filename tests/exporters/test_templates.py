"""Templates of pages that a project brings along: what they are filled with, and what is wrong with a broken one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition.exporters.template_files import Gaps, templates_of
from tei_edition.exporters.templates import TemplateError, template_of

if TYPE_CHECKING:
    from tei_edition.core.finding import Finding

_KINDS = {
    "page.html": Gaps("title language", "main", "root", "main"),
    "page.xhtml": Gaps("title language", "main", "style", "main"),
    "part.html": Gaps("title kind", "text", "root", "text"),
}
_HTML = '<html lang="{{language}}"><body>{{main}}</body></html>'


def told(source: str | bytes, name: str = "part.html") -> list[Finding]:
    findings: list[Finding] = []
    data = source if isinstance(source, bytes) else source.encode()
    found = templates_of({f"templates/{name}": data}, _KINDS, findings)
    assert bool(found) != bool(findings), "a template is used, or it is told why not"
    return findings


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_words_never_become_markup(title: str, kind: str) -> None:
    made = template_of('<p class="{{kind}}">{{title}}</p>').filled({"title": title, "kind": kind})
    assert made.count("<") == 2
    assert made.count('"') in {0, 2}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_words_come_back(words: str) -> None:
    made = etree.fromstring(template_of('<p n="{{a}}">{{a}}</p>').filled({"a": words}))
    assert (made.text or "") == words
    assert (made.get("n") or "") == words


@given(st.text("{}#^/ab<!->", max_size=30))
def test_any_text_is_a_template_or_a_template_error(source: str) -> None:
    with suppress(TemplateError):
        template = template_of(source)
        template.filled({part.name: "x" for part in template.variables()})


@pytest.mark.parametrize(
    ("source", "values", "made"),
    [
        ("a {{x}} b", {"x": "1"}, "a 1 b"),
        ("{{ x }}{{x}}", {"x": "&"}, "&amp;&amp;"),
        ("{{#x}}<i>{{x}}</i>{{/x}}", {"x": "1"}, "<i>1</i>"),
        ("{{#x}}<i>{{x}}</i>{{/x}}", {"x": ""}, ""),
        ("{{^x}}none{{/x}}", {"x": ""}, "none"),
        ("{{^x}}none{{/x}}", {"x": "1"}, ""),
        ("{{#x}}1{{#y}}2{{/y}}{{/x}}3", {"x": "1", "y": ""}, "13"),
        ('<p dir="{{x}}" id="a">', {"x": ""}, '<p id="a">'),
        ('<p dir="{{x}}">', {"x": "rtl"}, '<p dir="rtl">'),
        ('<p class="a {{x}}">', {"x": ""}, '<p class="a ">'),
        ("<!-- {{x}} -->{{x}}", {"x": "1"}, "<!-- {{x}} -->1"),
        ("{{m}}", {"m": "<b>1</b>"}, "<b>1</b>"),
    ],
)
def test_templates_are_filled(source: str, values: dict[str, str], made: str) -> None:
    assert template_of(source, ["m"]).filled(values) == made


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("<p>{{text}}\n", 2, "<p> of line 1"),
        ("{{text}}\n\n<p>{{titel}}</p>", 3, "no variable {{titel}}"),
        ("\n{{#text}}{{text}}", 2, "is not closed"),
        ("{{text}}\n{{/title}}", 2, "closes nothing"),
        ("{{#title}}{{text}}\n{{/text}}{{/title}}", 2, "closes nothing"),
        ("{{title}}", 1, "{{text}} is missing"),
        ("{{text}}\n{{#title}}<p>{{/title}}</p>", 2, "<p> of line 2"),
        ('<p\nid="{{text}}">{{text}}</p>', 2, "is markup, which no attribute holds"),
        ('{{text}}<a href="{{title}}">x</a>', 1, "is no address"),
        ("{{text}}<p onclick=\"f('{{title}}')\">x</p>", 1, "@onclick"),
        ('{{text}}<p style="color: {{title}}">x</p>', 1, "@style"),
        ("{{text}}\n<script>f('{{title}}')</script>", 2, "in script"),
        ("{{text}}<style>{{title}}</style>", 1, "in style"),
        ("{{text}} {{title} x", 1, "{{ without a name"),
        ("{{text}} &nbsp;", 1, "nbsp"),
        (b"\n\xff{{text}}", 2, "UTF-8"),
    ],
)
def test_a_broken_template_is_told_with_its_line(source: str | bytes, line: int, message: str) -> None:
    findings = told(source)
    assert [finding.code for finding in findings] == ["B811"]
    assert message in findings[0].message
    assert findings[0].locus.path == "templates/part.html"
    assert findings[0].locus.line == line
    assert findings[0].hint


def test_a_name_misspelt_is_told_with_the_right_one() -> None:
    assert told("{{text}}{{titel}}")[0].hint == "did you mean {{title}}?"
    wrong = told("{{text}}", "parts.html")
    assert [(finding.code, finding.hint) for finding in wrong] == [("B812", "did you mean part.html?")]


@pytest.mark.parametrize(
    ("source", "fits"),
    [
        (_HTML, True),
        (f'<?xml version="1.0"?>\n<!DOCTYPE html>\n{_HTML}', True),
        (_HTML.replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"'), True),
        ("<body>{{main}}</body>", False),
        ("{{main}}", False),
        (f"{_HTML}<p/>", False),
    ],
)
def test_the_frame_of_a_page_is_a_whole_page(source: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (told(source, "page.html") == []) is fits


def test_the_frame_of_a_book_declares_its_namespaces() -> None:
    names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    assert "xmlns:epub" in told(_HTML, "page.xhtml")[0].message
    assert told(_HTML.replace("<html", f"<html {names}"), "page.xhtml") == []


def test_html_ends_elements_as_html_does() -> None:
    source = '<p/><br/><i class="a>b"/><img src="{{root}}x.png" alt=""/>{{text}}'
    template = templates_of({"part.html": source.encode()}, _KINDS, [])["part.html"]
    made = template.filled({"root": "../", "text": "x"})
    assert made == '<p></p><br/><i class="a>b"></i><img src="../x.png" alt=""/>x'
