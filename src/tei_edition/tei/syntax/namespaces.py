"""Prefixes and what they stand for while a document is read. Source: Namespaces in XML 1.0, sections 3 to 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.tei.names import XML_NS
from tei_edition.tei.syntax.fault import Fault
from tei_edition.tei.syntax.names import QUALIFIED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_USUAL = {
    "tei": "http://www.tei-c.org/ns/1.0",
    "xi": "http://www.w3.org/2001/XInclude",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "svg": "http://www.w3.org/2000/svg",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "egXML": "http://www.tei-c.org/ns/Examples",
}


class Namespaces:
    """What the prefixes stand for within the elements that are open."""

    def __init__(self) -> None:
        self._scopes: list[dict[str, str]] = [{"xml": XML_NS}]
        self._told: set[str] = set()

    def enter(self, tag: str, at: int, attributes: Sequence[tuple[str, str, int]]) -> Iterator[Fault]:
        """Open an element; yield prefixes without a namespace, each once, and attributes given twice."""
        scope = self._scopes[-1]
        if not attributes and ":" not in tag:
            self._scopes.append(scope)
            return
        declared = {name[6:]: value for name, value, _ in attributes if name.startswith("xmlns:")}
        self._scopes.append({**scope, **declared} if declared else scope)
        yield from self._declarations(attributes)
        yield from self._name(tag, at, f"<{tag}>")
        seen: set[tuple[str, str]] = set()
        for name, _, place in attributes:
            yield from self._name(name, place, f"@{name}") if not name.startswith("xmlns") else ()
            prefix, _, local = name.rpartition(":")
            expanded = (self._scopes[-1].get(prefix, prefix) if prefix else "", local)
            if expanded in seen:
                message = f"<{tag}> has @{name} twice"
                yield Fault("X106", place, message, "remove one of them, or join their values in one")
            seen.add(expanded)

    def leave(self) -> None:
        """Close the element that was opened last."""
        self._scopes.pop()

    def _name(self, name: str, at: int, what: str) -> Iterator[Fault]:
        if not QUALIFIED.fullmatch(name):
            yield Fault("X107", at, f"{what} is no name: a colon stands between a prefix and a name only")
            return
        prefix = name.rpartition(":")[0]
        if prefix and prefix not in self._scopes[-1] and prefix not in self._told:
            self._told.add(prefix)
            hint = f'write xmlns:{prefix}="{_USUAL.get(prefix, "…")}" on the root, or remove the prefix'
            yield Fault("X107", at, f"the prefix of {what} stands for no namespace", hint)

    @staticmethod
    def _declarations(attributes: Sequence[tuple[str, str, int]]) -> Iterator[Fault]:
        for name, value, place in attributes:
            if name == "xmlns:":
                yield Fault("X107", place, "xmlns: names no prefix", "write xmlns for the default namespace")
            elif name.startswith("xmlns:") and not value:
                yield Fault("X107", place, f"@{name} names no namespace", "write the namespace, or remove it")
            elif name == "xmlns:xmlns" or (name == "xmlns:xml" and value != XML_NS):
                yield Fault("X107", place, f"@{name} declares a prefix that XML keeps to itself", "remove it")
