"""What the schema engine says, in words that an editor can act on; one message for one cause."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.tei.names import TEI_NS, XML_NS
from tei_edition.validation.issue import Issue
from tei_edition.validation.vocabulary import Entry, Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

_MANY = 12
_NOTHING = Entry()
_WRONG_ELEMENT = frozenset(
    {
        "RELAXNG_ERR_ELEMWRONG",
        "RELAXNG_ERR_EXTRACONTENT",
        "RELAXNG_ERR_ELEMNAME",
        "RELAXNG_ERR_ELEMNOTEMPTY",
        "RELAXNG_ERR_ELEMEXTRANS",
        "RELAXNG_ERR_ELEMWRONGNS",
    }
)
_TOO_LITTLE = frozenset({"RELAXNG_ERR_NOELEM", "RELAXNG_ERR_CONTENTVALID"})


@dataclass(frozen=True, slots=True)
class Complaint:
    """One entry of libxml2's log: the name of its kind, its message, and the element it is about."""

    kind: str
    message: str
    element: Element


def issues(root: Element, complaints: tuple[Complaint, ...], words: Mapping[str, Entry]) -> Iterator[Issue]:
    """Translate complaints; those that follow from one that is told already are left out."""
    told: set[tuple[Element, str]] = set()
    for complaint in complaints:
        issue = _translated(complaint, words)
        if (issue.element, issue.attribute) not in told and not _follows(complaint, told):
            told.add((issue.element, issue.attribute))
            yield issue
    if not told:
        yield Issue("S219", "the document is not valid, and the engine does not say why", root)


def _follows(complaint: Complaint, told: set[tuple[Element, str]]) -> bool:
    """Tell whether a complaint about an element as a whole only repeats one about what it holds."""
    if complaint.kind not in {"RELAXNG_ERR_CONTENTVALID", "RELAXNG_ERR_ATTRVALID", "RELAXNG_ERR_INTERSEQ"}:
        return False
    inside = {complaint.element, *complaint.element.iterchildren("*")}
    return any(element in inside for element, _ in told)


def _translated(complaint: Complaint, words: Mapping[str, Entry]) -> Issue:
    element, kind = complaint.element, complaint.kind
    if kind == "RELAXNG_ERR_TEXTWRONG" or (kind == "RELAXNG_ERR_EXTRACONTENT" and complaint.message.endswith(": text")):
        return Issue("S213", f"<{_shown(element.tag)}> may not hold text of its own", element)
    if kind in _WRONG_ELEMENT:
        return _element(element, words)
    if kind == "RELAXNG_ERR_INVALIDATTR":
        return _attribute(complaint, words)
    if kind == "RELAXNG_ERR_ATTRVALID" and (missing := _missing(element, words)):
        return Issue("S216", f"<{_shown(element.tag)}> lacks @{_shown_attribute(missing[0])}", element)
    if kind in _TOO_LITTLE:
        return _incomplete(element, words)
    return Issue("S219", complaint.message, element)


def _element(element: Element, words: Mapping[str, Entry]) -> Issue:
    tag, parent = str(element.tag), element.getparent()
    shown = _shown(tag)
    allowed: frozenset[str] = frozenset() if parent is None else words.get(str(parent.tag), _NOTHING).children
    if tag not in words:
        return Issue("S211", f"<{shown}> is no element of this schema", element, hint=_nearest(tag, allowed, words))
    if parent is None:
        return Issue("S210", f"<{shown}> may not be the root", element)
    if tag not in allowed:
        hint = f"<{_shown(parent.tag)}> may hold {_several(allowed)}" if 0 < len(allowed) <= _MANY else None
        return Issue("S210", f"<{shown}> is not allowed in <{_shown(parent.tag)}>", element, hint=hint)
    before = next(element.itersiblings("*", preceding=True), None)
    place = "at the beginning of" if before is None else f"after <{_shown(before.tag)}> in"
    return Issue("S217", f"<{shown}> is not allowed {place} <{_shown(parent.tag)}>", element)


def _nearest(tag: str, allowed: frozenset[str], words: Mapping[str, Entry]) -> str | None:
    name = etree.QName(tag)
    if name.namespace != TEI_NS:
        return f"put it into the namespace {TEI_NS}" if f"{{{TEI_NS}}}{name.localname}" in words else None
    return _suggestion(name.localname, allowed) or _suggestion(name.localname, frozenset(words))


@lru_cache(maxsize=256)
def _suggestion(local: str, choice: frozenset[str]) -> str | None:
    locals_ = [etree.QName(each).localname for each in choice if each.startswith(f"{{{TEI_NS}}}")]
    names = {each.lower(): each for each in sorted(locals_)}
    close = get_close_matches(local.lower(), names, 1, 0.75)
    return f"did you mean <{names[close[0]]}>?" if close else None


def _attribute(complaint: Complaint, words: Mapping[str, Entry]) -> Issue:
    element = complaint.element
    local = complaint.message.removeprefix("Invalid attribute ").partition(" ")[0]
    known = words.get(str(element.tag), _NOTHING).attributes
    here = sorted(name for name in map(str, element.attrib) if etree.QName(name).localname == local)
    name = next((n for n in here if n not in known), here[0] if here else local)
    shown, owner = _shown_attribute(name), f"<{_shown(element.tag)}>"
    if name not in known:
        close = get_close_matches(shown, sorted(_shown_attribute(n) for n in known), 1, 0.7)
        hint = f"did you mean @{close[0]}?" if close else None
        return Issue("S214", f"@{shown} is not allowed on {owner}", element, name, hint)
    value = element.get(name, "")
    expected, hint = _expected(known[name], value)
    return Issue("S215", f"@{shown} on {owner} may not be {_quoted(value)}: it needs {expected}", element, name, hint)


def _expected(values: Values, value: str) -> tuple[str, str | None]:
    described = dict.fromkeys(_datatypes().get(name, "another form") for name in sorted(values.datatypes))
    if "date" in values.datatypes and "gYear" in values.datatypes:
        described = {"a date in W3C form, such as 1997, 1997-04 or 1997-04-28": None}
    listed = [item for item in values.listed if item]
    expected = ", ".join(listed[:_MANY] + (["…"] if len(listed) > _MANY else []))
    close = get_close_matches(value.strip().lower(), listed, 1, 0.6)
    hint = f"did you mean {_quoted(close[0])}?" if close else None
    if listed and described:
        return f"one of {expected}, or {' or '.join(described)}", hint
    return (f"one of {expected}" if listed else " or ".join(described) or "nothing"), hint


def _missing(element: Element, words: Mapping[str, Entry]) -> list[str]:
    required = words.get(str(element.tag), _NOTHING).required
    return sorted(name for name in required if name not in element.attrib)


def _incomplete(element: Element, words: Mapping[str, Entry]) -> Issue:
    children = words.get(str(element.tag), _NOTHING).children
    hint = f"it may hold {_several(children)}" if 0 < len(children) <= _MANY else None
    return Issue(
        "S212", f"<{_shown(element.tag)}> is incomplete: something it must hold is missing", element, hint=hint
    )


def _several(tags: Iterable[str]) -> str:
    return ", ".join(sorted(f"<{_shown(tag)}>" for tag in tags))


def _shown(tag: object) -> str:
    name = etree.QName(str(tag))
    return name.localname if name.namespace == TEI_NS else f'{name.localname} xmlns="{name.namespace or ""}"'


def _shown_attribute(name: str) -> str:
    qualified = etree.QName(name)
    return f"xml:{qualified.localname}" if qualified.namespace == XML_NS else qualified.localname


def _quoted(value: str, limit: int = 60) -> str:
    return f'"{value}"' if len(value) <= limit else f'"{value[:limit]}…"'


@cache
def _datatypes() -> Mapping[str, str]:
    return tomllib.loads(files("tei_edition.validation").joinpath("datatypes.toml").read_text(encoding="utf-8"))
