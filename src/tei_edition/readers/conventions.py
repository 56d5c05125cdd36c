"""Conventions of typewriters, newswires and web pages, with what stands for them in print.

Doubled apostrophes and backticks for quotation marks, two hyphens for a dash, no-break spaces for layout: the text
keeps them, and ``orig`` and ``reg`` say what they stand for. Typographic marks are left to the exporters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.catalogue import finding
from tei_edition.core.span import Span
from tei_edition.core.typography import typography
from tei_edition.model.article import SPACE, Repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.core.line_index import LineIndex
    from tei_edition.model.article import Block

MARKS, NO_BREAK, DASHES = "A617", "A618", "A621"
_DOUBLED = re.compile(r"(?<!`)``(?=[^\s`])|(?<!')''(?=[\w$£(\[‘“\"—…-])(?!')|(?<=[\w.,;:?!)\]…%—-])''(?!')")
# Each begins with its sign, which is found much faster than what must stand before it.
_BACKTICK = re.compile(r"`(?<![`\w]`)(?=[^\s'`][^`]{0,400}?'(?!\w))")
_DASH = re.compile(
    r"--(?<![-!<]--)(?:(?<=\d--)(?=\d)|(?<=[\w.,:;?!'\"”’)\]]--)-?(?=[\w\s\"'“‘(\[$`]|$)|(?<=\s--)-?(?=\s)|"
    r"(?<=[\"“'‘]--)-?(?=\w))(?![->])"
)
_NB = "\u00a0\u2007\u202f"
_NO_BREAK = re.compile(rf"(?<=\S)(?:(?:[ \t]*[{_NB}]){{2,}}[ \t]*|[ \t]+[{_NB}][ \t]*|[{_NB}][ \t]+)(?=\S)")
_LAYOUT = tuple(f"{one}{two}" for one in f"{_NB} \t" for two in f"{_NB} \t" if {one, two} & set(_NB))
_EN_DASH = "–"


class _Convention(NamedTuple):
    code: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    meant: Callable[[re.Match[str]], str]
    told: str


def conventions(
    text: str, leaves: Sequence[Block], language: str | None, index: LineIndex, off: frozenset[str]
) -> tuple[list[Repair], list[Finding]]:
    """Return a repair for each convention, and a finding for each kind of them.

    Args:
        text: The article's text.
        leaves: Its blocks of running text; furniture is left as it is.
        language: BCP 47 tag, for the dash that two hyphens stand for; None: undetermined.
        index: Places in the text.
        off: Codes of repairs that are not to be made.
    """
    repairs: list[Repair] = []
    findings: list[Finding] = []
    worded = [leaf for leaf in leaves if leaf.kind not in {"fw", SPACE}]
    for code, signs, pattern, meant, told in _known(language):
        # Most texts have none of the signs; looking for them takes a hundredth of the time that the pattern does.
        may_be = code not in off and any(sign in text for sign in signs)
        found = list(_found(text, worded, pattern)) if may_be else []
        if found:
            repairs += [Repair(Span(*match.span()), meant(match), "orig", code) for match in found]
            first = min(match.start() for match in found)
            findings.append(finding(code, f"{len(found)} {told}", index.locus(first)))
    return repairs, findings


def _known(language: str | None) -> tuple[_Convention, ...]:
    dash = typography(language or "und").dash.strip()
    return (
        _Convention(
            MARKS, ("''", "``"), _DOUBLED, lambda _: '"', "quotation marks are doubled apostrophes or backticks"
        ),
        _Convention(MARKS, ("`",), _BACKTICK, lambda _: "'", "opening quotation marks are backticks"),
        _Convention(DASHES, ("--",), _DASH, lambda match: _dash(match, dash), "dashes are two hyphens"),
        _Convention(NO_BREAK, _LAYOUT, _NO_BREAK, lambda _: " ", "no-break spaces are layout"),
    )


def _dash(match: re.Match[str], dash: str) -> str:
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return _EN_DASH if around.isdigit() else dash


def _found(text: str, leaves: Iterable[Block], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for leaf in leaves:
        yield from pattern.finditer(text, leaf.span.start, leaf.span.end)
