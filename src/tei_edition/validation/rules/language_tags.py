"""R424, R425, R426, R470, R479: languages that are malformed, undeclared or not said. Source: BCP 47, section 2.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_LANG, local_name
from tei_edition.tei.text import text_of
from tei_edition.validation.issue import Issue
from tei_edition.validation.languages import code_of, shortest, wrong_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from tei_edition.validation.context import Context

_PRIVATE = r"x(-[a-z0-9]{1,8})+"
_TAG = (
    rf"(?i:([a-z]{{2,3}}(-[a-z]{{3}}){{0,3}}|[a-z]{{4,8}})(-[a-z]{{4}})?(-([a-z]{{2}}|\d{{3}}))?"
    rf"(-([a-z0-9]{{5,8}}|\d[a-z0-9]{{3}}))*(-[0-9a-wyz](-[a-z0-9]{{2,8}})+)*(-{_PRIVATE})?|{_PRIVATE}|i-[a-z0-9-]+)"
)
_SIMPLE = (2, 3)
"""Lengths of the codes of languages that stand without subtags."""

_USUAL = frozenset({"en", "de", "fr", "es", "it", "la", "ru", "pl", "pt", "nl", "en-GB", "en-US"})


def check(document: Context) -> Iterator[Issue]:
    """Yield malformed tags (R424), tags that langUsage lacks (R425), and a document that names no language (R426)."""
    declared = {language.get("ident", "").lower() for language in document.named("language")}
    for attribute, value, elements in (*document.values(XML_LANG), *_idents(document)):
        if value and (fault := _fault(value.strip())):
            code, message, hint = fault
            yield from (Issue(code, message, element, attribute, hint) for element in elements)
        elif declared and value and attribute == XML_LANG and not _is_declared(value.strip().lower(), declared):
            message = f'the language "{value}" is not declared in <langUsage>'
            yield from (Issue("R425", message, element, attribute) for element in elements)
    for element in document.named("language"):
        named, ident = code_of(text_of(element)), element.get("ident", "").partition("-")[0].lower()
        if named and ident and named != shortest(ident):
            yield Issue("R470", f"{text_of(element).strip()} is the language {named}, not {ident}", element, "ident")
    if not any(element.get(XML_LANG) is not None for element in document.named("TEI", "teiCorpus", "text")):
        yield Issue("R426", f"neither <{local_name(document.root)}> nor <text> has @xml:lang", document.root)


def _is_declared(tag: str, declared: set[str]) -> bool:
    return tag in declared or any(tag.startswith(f"{language}-") for language in declared)


def _fault(value: str) -> tuple[str, str, str | None] | None:
    # Some codes are the usual case, and the expression takes long to compile.
    if value in _USUAL:
        return None
    simple = len(value) in _SIMPLE and value.isascii() and value.isalpha()
    if not simple and not re.fullmatch(_TAG, value):
        return "R424", f'"{value}" is no language tag', None
    wrong = wrong_part(value)
    return ("R479", f'"{value}": {wrong[0]}', wrong[1]) if wrong else None


def _idents(document: Context) -> Iterator[tuple[str, str, tuple[Element]]]:
    return (("ident", element.get("ident", ""), (element,)) for element in document.named("language"))
