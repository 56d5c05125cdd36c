"""Cures of attributes whose right value follows from the wrong one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.names import TEI_NS
from tei_edition.validation.fixing.edits import Edit, attribute_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tei_edition.core.finding import Finding

_DEGREES = ("high", "medium", "low", "unknown")
_TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
_YEAR_FIRST = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}|\d{4}[-/.]\d{1,2}"
_DAY_FIRST = r"\d{1,2}\. ?\d{1,2}\. ?\d{4}"


def _replaced(text: str, finding_at: int, cure: Callable[[str], str | None]) -> Iterator[Edit]:
    attribute = attribute_at(text, finding_at)
    new = cure(attribute.value.strip()) if attribute else None
    if attribute and new is not None and not re.search("[&<>\"']", new):
        yield Edit(attribute.start, attribute.end, new)


def pointer_with_hash(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write # before an xml:id."""
    identifier = finding.hint.removeprefix("write #")
    parts = "#" + identifier
    return _replaced(text, at, lambda value: " ".join(parts if each == identifier else each for each in value.split()))


def address_with_scheme(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write the scheme before an address that lacks nothing else."""
    address = finding.hint.removeprefix("write ")
    bare = address.removeprefix("https://").removeprefix("mailto:")

    def cure(value: str) -> str | None:
        return " ".join(address if each == bare else each for each in value.split()) if bare != address else None

    return _replaced(text, at, cure)


def certainty(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Write a degree in small letters, and a number with a point or instead of a percentage."""

    def cure(value: str) -> str | None:
        if value.lower() in _DEGREES:
            return value.lower()
        if percent := re.fullmatch(r"(100|\d{1,2}) ?%", value):
            return f"{int(percent[1]) / 100:g}"
        return value.replace(",", ".") if re.fullmatch(r"0,\d+|1,0+", value) else None

    return _replaced(text, at, cure)


def language(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write hyphens for underscores, and the code that BCP 47 takes."""
    better = re.fullmatch(r'write "([\w-]+)"', finding.hint)

    def cure(value: str) -> str | None:
        joined = value.replace("_", "-")
        return better[1] if better else joined if joined != value and re.fullmatch(_TAG, joined) else None

    return _replaced(text, at, cure)


def date(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write a day or month that is unmistakable in the form of W3C."""
    meant = re.fullmatch(r'write "([\d-]+)"', finding.hint)

    def cure(value: str) -> str | None:
        if not meant:
            return None
        in_order = meant[1].split("-")
        digits = re.findall(r"\d+", value)
        if re.fullmatch(_YEAR_FIRST, value) and "".join(each.zfill(2) for each in digits) == "".join(in_order):
            return meant[1]
        unmistakable = re.fullmatch(_DAY_FIRST, value) and [each.zfill(2) for each in reversed(digits)] == in_order
        return meant[1] if unmistakable else None

    return _replaced(text, at, cure)


def listed_value(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write a value of a list in its own capitals and small letters."""
    meant = re.fullmatch(r'did you mean "([^"]+)"\?', finding.hint)
    return _replaced(text, at, lambda value: meant[1] if meant and value.lower() == meant[1].lower() else None)


def empty_pointer(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Remove an attribute without a value."""
    attribute = attribute_at(text, at)
    if attribute and not attribute.value.strip():
        before = re.search(r"\s*\Z", text[max(at - 200, 0) : at])
        yield Edit(at - (len(before[0]) if before else 0), attribute.end + 1, "")


def namespace(text: str, at: int, _: Finding) -> Iterator[Edit]:
    """Write the namespace of TEI to the letter."""
    tag = re.compile(r"<[^<>]*>").match(text, at)
    for declaration in re.finditer(r"""xmlns(?::[\w.-]+)?\s*=\s*["']([^"']*)["']""", tag[0]) if tag else ():
        nearly = re.sub(r"^https?://(?:www\.)?|/$", "", declaration[1].strip().lower())
        if nearly == "tei-c.org/ns/1.0":
            yield Edit(at + declaration.start(1), at + declaration.end(1), TEI_NS)


def attribute_name(text: str, at: int, finding: Finding) -> Iterator[Edit]:
    """Write the name of an attribute in its own letters, and the prefix of xml:id and xml:lang."""
    attribute = attribute_at(text, at)
    meant = re.fullmatch(r"did you mean @([\w:]+)\?", finding.hint)
    if attribute and meant and meant[1].removeprefix("xml:").lower() == attribute.name.lower():
        yield Edit(at, at + len(attribute.name), meant[1])


CURES: Mapping[str, Callable[[str, int, Finding], Iterator[Edit]]] = {
    "R403": pointer_with_hash,
    "R409": address_with_scheme,
    "R423": certainty,
    "R424": language,
    "R429": empty_pointer,
    "R431": date,
    "R437": date,
    "R479": language,
    "S203": namespace,
    "S214": attribute_name,
    "S215": listed_value,
}
"""The cure of each code."""
