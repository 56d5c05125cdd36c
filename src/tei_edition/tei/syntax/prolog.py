"""What may stand before the root: the XML declaration and the DOCTYPE. Source: XML 1.0, section 2.8."""

from __future__ import annotations

import re

from tei_edition.tei.syntax.fault import Fault, shown

_SOUND = re.compile(
    r"""<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')"""
    r"""(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?"""
    r"""(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>"""
)
_DECLARATION = re.compile(r"<\?xml\s")
_DOCTYPE = re.compile(r"<!doctype\b", re.IGNORECASE)
_SKIPPED = re.compile(r"""<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[][>]""", re.DOTALL)


def xml_declaration(text: str) -> tuple[int, Fault | None]:
    """Read the XML declaration at the beginning; return where it ends, 0 for none, and what is wrong."""
    if not _DECLARATION.match(text):
        return 0, None
    if sound := _SOUND.match(text):
        return sound.end(), None
    end = text.find("?>")
    first = text.find(">")
    if end < 0 or (first < end and "<" in text[first:end]):
        hint = "write ?> where it ends"
        return (first + 1 or len(text)), Fault("X110", 0, "the XML declaration has no end", hint)
    message = f"the XML declaration is not as it must be: {shown(text[: end + 2])}"
    return end + 2, Fault("X110", 0, message, 'write <?xml version="1.0" encoding="UTF-8"?>')


def doctype(text: str, at: int) -> tuple[int, Fault | None] | None:
    """Read a DOCTYPE; return where it ends and what is wrong with it, None where there is none."""
    if not (opening := _DOCTYPE.match(text, at)):
        return None
    wrong = None
    if opening[0] != "<!DOCTYPE":
        wrong = Fault("X110", at, f"{opening[0]} is not in capitals", "write <!DOCTYPE, or remove it: TEI needs none")
    inside = False
    for match in _SKIPPED.finditer(text, opening.end()):
        inside = match[0] == "[" or (inside and match[0] != "]")
        if match[0] == ">" and not inside:
            return match.end(), wrong
    return len(text), Fault("X110", at, "the DOCTYPE has no end", "remove it: TEI needs none")
