"""One page of all codes, to be read without a network: what each means, a wrong and a right example, what mends it.

Source: WCAG 2.2 for the outline; W3C Content Security Policy Level 3.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.core.catalogue import Rule

FAMILIES = {
    "X": "Bytes and syntax",
    "S": "Schema",
    "R": "Rules beyond the schema",
    "E": "Fidelity and edition",
    "A": "Reading",
    "T": "Tags",
    "B": "Books and texts",
    "W": "Web edition and data",
}


def codes_page(rules: Iterable[Rule]) -> str:
    """Return the page, with its style in it and without any script."""
    style = files("tei_edition.cli.reports").joinpath("report.css").read_text(encoding="utf-8").strip()
    grouped: dict[str, list[Rule]] = {family: [] for family in FAMILIES}
    for rule in rules:
        grouped.setdefault(rule.code[0], []).append(rule)
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">\n<title>Codes of findings</title>',
            f"<style>\n{style}\n</style>",
            "</head>\n<body>\n<main>\n<h1>Codes of findings</h1>",
            *_contents(grouped),
            *(line for family, members in grouped.items() for line in _family(family, members)),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _contents(grouped: dict[str, list[Rule]]) -> Iterator[str]:
    yield '<nav aria-label="Contents">\n<ul>'
    for family, members in grouped.items():
        if members:
            codes = " ".join(f'<a href="#{rule.code}" title="{escape(rule.title)}">{rule.code}</a>' for rule in members)
            yield f"<li>{escape(FAMILIES.get(family, family))}: {codes}</li>"
    yield "</ul>\n</nav>"


def _family(family: str, members: list[Rule]) -> Iterator[str]:
    if not members:
        return
    yield f'<section aria-labelledby="family-{family}">\n<h2 id="family-{family}">{FAMILIES.get(family, family)}</h2>'
    for rule in members:
        yield f'<section aria-labelledby="{rule.code}">\n<h3 id="{rule.code}">{rule.code}: {escape(rule.title)}</h3>'
        severity = f'<strong class="{rule.severity}">{rule.severity}</strong>'
        yield f'<p>{severity} {escape(rule.explanation)}</p>\n<p class="cure">Cure: {escape(rule.cure)}.</p>'
        if rule.fix:
            yield f"<p><code>validate --fix</code> {escape(rule.fix)}.</p>"
        for label, example in (("Wrong", rule.wrong), ("Right", rule.right)):
            if example.strip():
                yield f"<p>{label}:</p>\n<pre><code>{escape(example.strip())}</code></pre>"
        yield "</section>"
    yield "</section>"
