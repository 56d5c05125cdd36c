"""R409: an address on the web that cannot be one. Source: RFC 3986, section 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context

_ADDRESS = r"(?i:https?://[^/?#\s]*[\w\]][^/?#\s]*([/?#]\S*)?)"
_HOST = r"(?i:https?://(?:[^/?#\s@]*@)?(?:\[[^\]]*\]|[^:/?#\s]*)(?::\d*)?(?:[/?#]|$))"
_DOMAIN = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|edu|eu|gov|info|io|net|org|uk|de|fr|at|ch)(?:/\S*)?"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_FORBIDDEN = r'[\\<>"{}|^`]'
_WEB = ("http:", "https:", "http//", "https//", "www.")


def check(document: Context) -> Iterator[Issue]:
    """Yield web addresses without a host, with one slash, or without their scheme."""
    for attribute, pointer, elements in document.pointers("ref", "target", "source", "corresp", "facs", "url"):
        if fault := _fault(pointer):
            message = f"@{attribute} holds {pointer}, {fault[0]}"
            yield from (Issue("R409", message, element, attribute, fault[1]) for element in elements)
    for attribute, value, elements in document.values("ref", "target", "source", "corresp", "facs"):
        first, *others = value.split() or [""]
        if others and first.lower().startswith(_WEB[:2]) and all(re.fullmatch(r"[\w-]+", other) for other in others):
            message = f"@{attribute} holds an address with a space: {value}"
            hint = f"write {'%20'.join((first, *others))}"
            yield from (Issue("R409", message, element, attribute, hint) for element in elements)


def _fault(pointer: str) -> tuple[str, str | None] | None:
    """Return what is wrong with an address, and the cure where it is a special one."""
    if pointer[0] == "#" and not re.search(_FORBIDDEN, pointer):
        return None
    if pointer.lower().startswith(_WEB) and not (re.fullmatch(_ADDRESS, pointer) and re.match(_HOST, pointer)):
        return "which is no address", f"write https://{pointer}" if pointer.lower().startswith("www.") else None
    if found := re.search(_FORBIDDEN, pointer):
        return f"and no address holds {found[0]}", "write / for \\" if found[0] == "\\" else f"take {found[0]} out"
    scheme = "mailto:" if re.fullmatch(_MAIL, pointer) else "https://" if re.fullmatch(_DOMAIN, pointer) else ""
    return ("which lacks its scheme", f"write {scheme}{pointer}") if scheme else None
