"""Comments, CDATA sections and processing instructions. Source: XML 1.0, sections 2.5 to 2.7."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.tei.syntax.fault import Fault, shown
from tei_edition.tei.syntax.names import NAME

if TYPE_CHECKING:
    from collections.abc import Callable

Outcome = tuple[int, tuple[Fault, ...]]
"""Where reading goes on, the end of the document where it cannot, and what was wrong."""

_NEARLY_AN_END = re.compile(r"--(?:\s+|!|-+)>")
_NEARLY_A_COMMENT = re.compile(r"<!\s*-+")


def comment(text: str, at: int) -> Outcome:
    """Read a comment."""
    dashes, following = text.find("--", at + 4), text.find("<!--", at + 4)
    if dashes < 0 or 0 <= following < dashes:
        return _endless(text, at, "this comment has no end", "write --> where it ends", following)
    if text.startswith("-->", dashes):
        return dashes + 3, ()
    if nearly := _NEARLY_AN_END.match(text, dashes):
        message = f"a comment ends with -->, not with {shown(nearly[0])}"
        return nearly.end(), (Fault("X109", dashes, message, "write -->"),)
    end = text.find("-->", dashes)
    fault = Fault("X109", dashes, "-- stands in a comment", "write another dash, or put a space between the hyphens")
    return (end + 3 if end >= 0 else len(text)), (fault,)


def cdata(text: str, at: int) -> Outcome:
    """Read a CDATA section."""
    end = text.find("]]>", at)
    if end < 0:
        return _endless(text, at, "this CDATA section has no end", "write ]]> where it ends")
    return end + 3, ()


def instruction(text: str, at: int) -> Outcome:
    """Read a processing instruction other than the XML declaration."""
    target = NAME.match(text, at + 2)
    end, following = text.find("?>", at), text.find("<", at + 1)
    if target is None:
        message = "this instruction has no name behind <?"
        return (end + 2 if end >= 0 else at + 2), (Fault("X109", at, message, "write a name directly behind <?"),)
    first_end = text.find(">", at)
    go_on = first_end + 1 if 0 <= first_end < following else following
    if end < 0 or 0 <= first_end < following < end:
        return _endless(text, at, f"the instruction <?{target[0]} has no end", "write ?> where it ends", go_on)
    if target[0].lower() == "xml":
        place = "the XML declaration stands at the very beginning of a document only"
        hint = "remove it, or remove what stands before it" if target[0] == "xml" else "write <?xml in small letters"
        return end + 2, (Fault("X110", at, place, hint),)
    if text[target.end()] not in " \t\r\n?":
        message = f"{shown(text[at : target.end() + 1])} is no beginning of an instruction"
        return end + 2, (Fault("X109", at, message, "put a space behind its name"),)
    return end + 2, ()


def declaration(text: str, at: int) -> Outcome:
    """Read what begins with ``<!`` and is neither comment, CDATA section nor DOCTYPE."""
    nearly = _NEARLY_A_COMMENT.match(text, at)
    end = text.find("-->" if nearly else ">", at)
    after = end + (3 if nearly else 1) if end >= 0 else len(text)
    if nearly:
        fault = Fault("X109", at, f"a comment begins with <!--, not with {shown(nearly[0])}", "write <!--")
    elif text[at : at + 9].upper() == "<![CDATA[":
        fault = Fault("X109", at, "a CDATA section begins with <![CDATA[ in capitals", "write <![CDATA[")
        after = max(text.find("]]>", at) + 3, after)
    else:
        word = shown(text[at : at + 12].split(maxsplit=1)[0])
        fault = Fault("X109", at, f"{word} begins nothing that a document may hold", "write &lt; for the sign itself")
    return after, (fault,)


def _endless(text: str, at: int, message: str, hint: str, go_on: int = -1) -> Outcome:
    return (go_on if go_on > at else len(text)), (Fault("X109", at, message, hint),)


READERS: tuple[tuple[str, Callable[[str, int], Outcome]], ...] = (
    ("<!--", comment),
    ("<![CDATA[", cdata),
    ("<?", instruction),
    ("<!", declaration),
)
"""What begins each of them, the longer beginnings first, and what reads it."""
