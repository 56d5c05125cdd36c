"""Templates that a project brings along: read, and checked so that every page made of them is well-formed and safe.

Source: mustache(5); XML 1.0, 2.1 "Well-Formed XML Documents"; HTML Living Standard, 13.1.2 "Elements".
"""

from __future__ import annotations

import difflib
import re
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Finding, Locus
from tei_edition.exporters.templates import Section, Template, TemplateError, template_of
from tei_edition.tei.parse import parse
from tei_edition.tei.text import text_after, text_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_PROLOG = re.compile(r"\s*(?:<\?xml\b[^>]*\?>)?\s*(?:<!DOCTYPE\s[^<>\[]*>)?")
_EMPTY = re.compile(r"<([A-Za-z][\w:.\-]*)((?:\s+[\w:.\-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/>")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_VARIABLE = re.compile(r"\{\{\s*[#^/]?\s*([\w-]+)\s*\}\}")
_XHTML = "http://www.w3.org/1999/xhtml"
_EPUB = "http://www.idpf.org/2007/ops"
_NAMES = f' xmlns="{_XHTML}" xmlns:epub="{_EPUB}"'
_ADDRESSES = frozenset({"href", "src", "action", "poster", "data", "formaction", "srcset", "cite"})
_CODE = frozenset({"script", "style"})


class Gaps(NamedTuple):
    """What a template of one kind of page is filled with; names of variables, parted by spaces.

    Attributes:
        words: Those whose values are plain words.
        markup: Those whose values are markup.
        addresses: Those whose values are addresses within the edition.
        required: Those that it must have.
    """

    words: str
    markup: str = ""
    addresses: str = ""
    required: str = ""

    @property
    def all(self) -> frozenset[str]:
        """All variables."""
        return frozenset(f"{self.words} {self.markup} {self.addresses}".split())


def shipped(package: str, kinds: Mapping[str, Gaps]) -> dict[str, Template]:
    """Return our own templates of these kinds, from the folder ``templates`` of a package."""
    folder = files(package) / "templates"
    sources = {name: (folder / name).read_text("utf-8") for name in kinds}
    return {name: template_of(_as_html(name, sources[name]), gaps.markup.split()) for name, gaps in kinds.items()}


def templates_of(given: Mapping[str, bytes], kinds: Mapping[str, Gaps], findings: list[Finding]) -> dict[str, Template]:
    """Return the templates that can be used, by their names; what is wrong with the others is added to ``findings``.

    Args:
        given: Bytes by path; the last part of the path is the template's name.
        kinds: What there may be, by name: ``page.html``.
        findings: Of the export.
    """
    found: dict[str, Template] = {}
    for path, data in sorted(given.items()):
        name = path.replace("\\", "/").rpartition("/")[2]
        if name not in kinds:
            near = difflib.get_close_matches(name, kinds, 1)
            hint = f"did you mean {near[0]}?" if near else f"templates are {', '.join(sorted(kinds))}"
            findings.append(finding("B812", f"{name} is no template of this export", Locus(path), hint=hint))
            continue
        read = _read(path, name, data, kinds[name])
        if isinstance(read, Template):
            found[name] = read
        else:
            findings += read
    return found


def _read(path: str, name: str, data: bytes, gaps: Gaps) -> Template | list[Finding]:
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [_told("it is not in UTF-8", path, data.count(b"\n", 0, error.start) + 1)]
    whole = name.startswith("page.")
    if whole:
        source = _PROLOG.sub(lambda match: "\n" * match[0].count("\n"), source, count=1)
    try:
        template = template_of(source, gaps.markup.split())
    except TemplateError as error:
        return [_told(str(error), path, error.line)]
    told = [*_wrong_names(template, gaps, path), *_wrong_markup(source, template, gaps, path, whole=whole)]
    if told:
        return told
    return template_of(_as_html(name, source).lstrip(), gaps.markup.split())


def _wrong_names(template: Template, gaps: Gaps, path: str) -> Iterator[Finding]:
    present = set()
    for variable in template.variables():
        present.add(variable.name)
        if variable.name not in gaps.all:
            near = difflib.get_close_matches(variable.name, gaps.all, 1)
            hint = f"did you mean {{{{{near[0]}}}}}?" if near else f"known are {', '.join(sorted(gaps.all))}"
            yield _told(f"there is no variable {{{{{variable.name}}}}} in this template", path, variable.line, hint)
    for name in sorted({*gaps.required.split()} - present):
        yield _told(f"{{{{{name}}}}} is missing, without which the page loses its content", path, 1)


def _wrong_markup(source: str, template: Template, gaps: Gaps, path: str, *, whole: bool) -> list[Finding]:
    """Return what is not well-formed, as a whole or in a section, and which variable stands where none may."""
    root, told = _parsed(source, path, 1, whole=whole)
    for part in template.variables():
        if isinstance(part, Section) and not told:
            told = _parsed(part.source, path, part.line, whole=False)[1]
    if root is None or told:
        return told
    names = "" if path.endswith(".html") else f' xmlns:epub="{_EPUB}"'
    if whole and (root.tag != f"{{{_XHTML}}}html" or (names and root.nsmap.get("epub") != _EPUB)):
        message = f'its root must be <html xmlns="{_XHTML}"{names}>'
        return [_told(message, path, root.sourceline or 1)]
    return [found for element in root.iter() if isinstance(element.tag, str) for found in _unsafe(element, gaps, path)]


def _parsed(source: str, path: str, line: int, *, whole: bool) -> tuple[Element | None, list[Finding]]:
    """Parse a page, or a part of one that begins in this line."""
    lines = "\n" * (line - 1)  # so that what is told has the right one
    text = source if whole else f"<template{_NAMES}>{lines}{source}</template>"
    if whole and path.endswith(".html") and "xmlns" not in source.partition(">")[0]:
        text = source.replace("<html", f"<html{_NAMES}", 1)
    parsed = parse(text.encode(), path)
    return parsed.root, [_told(each.message, path, each.locus.line) for each in parsed.findings]


def _unsafe(element: Element, gaps: Gaps, path: str) -> Iterator[Finding]:
    """Yield what is wrong with the variables in an element and its attributes."""
    line = element.sourceline or 1
    name = str(element.tag).rpartition("}")[2]
    if name in _CODE:
        if _VARIABLE.search("".join(element.itertext())):
            yield _told(f"no variable may stand in {name}", path, line)
    elif any("{{" in _VARIABLE.sub("", words) for words in (text_before(element), *map(text_after, element))):
        yield _told("{{ without a name and }}", path, line)
    for key, value in element.attrib.items():
        attribute = str(key).rpartition("}")[2]
        for variable in _VARIABLE.findall(str(value)):
            if told := _unfit(attribute, variable, gaps):
                yield _told(told, path, line)


def _unfit(attribute: str, variable: str, gaps: Gaps) -> str:
    """Return why a variable may not stand in an attribute; empty where it may."""
    if variable in gaps.markup.split():
        return f"{{{{{variable}}}}} is markup, which no attribute holds"
    if attribute.startswith("on") or attribute in _CODE:
        return f"no variable may stand in @{attribute}"
    if attribute in _ADDRESSES and variable not in gaps.addresses.split():
        return f"{{{{{variable}}}}} is no address, which @{attribute} must be"
    return ""


def _told(message: str, path: str, line: int, hint: str | None = None) -> Finding:
    return finding("B811", message, Locus(path, line), hint=hint)


def _as_html(name: str, source: str) -> str:
    """Return XHTML as a file of this name is read: in HTML only void elements end where they begin."""
    if not name.endswith(".html"):
        return source
    return _EMPTY.sub(lambda match: match[0] if match[1] in _VOID else f"<{match[1]}{match[2]}></{match[1]}>", source)
