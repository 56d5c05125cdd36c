"""``--format html``: one page for people who would rather look: per file, per rule, with excerpts; needs no network.

Source: WCAG 2.2 for the outline, contrast and the use of colour; W3C Content Security Policy Level 3.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from tei_edition.cli.render import count, counted, summary_line
from tei_edition.core.catalogue import catalogue
from tei_edition.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.cli.reports.excerpt import Excerpt
    from tei_edition.cli.reports.report import Report


def render(report: Report) -> str:
    """Return the report as one HTML page with its style in it."""
    style = files("tei_edition.cli.reports").joinpath("report.css").read_text(encoding="utf-8").strip()
    summary = escape(summary_line(report.findings, len(report.files)))
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="color-scheme" content="light dark">\n<title>{summary}</title>\n<style>\n{style}\n</style>',
        f"</head>\n<body>\n<main>\n<h1>Validation</h1>\n<p>{summary}.</p>",
        *_files(report),
        *_rules(report),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(parts)


def _files(report: Report) -> Iterable[str]:
    grouped = {path: found for path, found in report.by_file().items() if found}
    if not grouped:
        return
    yield '<section aria-labelledby="files">\n<h2 id="files">Files</h2>'
    for path, found in grouped.items():
        told = ", ".join(counted(number, str(severity)) for severity in Severity if (number := count(found, severity)))
        yield f"<details open>\n<summary><h3>{escape(path)}</h3> <span>{told}</span></summary>\n<ul>"
        yield from (_finding(finding, report.excerpt(finding)) for finding in found)
        yield "</ul>\n</details>"
    yield "</section>"


def _finding(finding: Finding, excerpt: Excerpt | None) -> str:
    place = str(finding.locus).removeprefix(finding.locus.path).strip(":")
    code = f'<a href="#rule-{finding.code}">{finding.code}</a>'
    where = f" <span class='place'>{place}</span>" if place else ""
    cure = f'\n<p class="cure">Cure: {escape(finding.hint)}</p>' if finding.hint else ""
    shown = f"\n{_excerpt(excerpt)}" if excerpt else ""
    severity = f'<strong class="{finding.severity}">{finding.severity}</strong>'
    return f"<li>\n<p>{severity} {code}{where} {escape(finding.message)}</p>{shown}{cure}\n</li>"


def _excerpt(excerpt: Excerpt) -> str:
    caret, text = excerpt.caret, excerpt.text
    if caret is None:
        return f"<pre><code>{escape(text)}</code></pre>"
    before, at, after = text[:caret], text[caret : caret + 1] or " ", text[caret + 1 :]
    return f"<pre><code>{escape(before)}<mark>{escape(at)}</mark>{escape(after)}</code></pre>"


def _rules(report: Report) -> Iterable[str]:
    grouped = report.by_rule()
    if not grouped:
        return
    yield '<section aria-labelledby="rules">\n<h2 id="rules">Rules</h2>'
    for code, found in grouped.items():
        rule = catalogue()[code]
        yield f'<article id="rule-{code}">\n<h3>{code} {escape(rule.title)}</h3>'
        yield f"<p>{counted(len(found), 'finding')} in {counted(len({f.locus.path for f in found}), 'file')}.</p>"
        yield f"<p>{escape(rule.explanation)}</p>\n<p class='cure'>Cure: {escape(rule.cure)}.</p>"
        for label, example in (("Wrong", rule.wrong), ("Right", rule.right)):
            if example.strip():
                yield f"<h4>{label}</h4>\n<pre><code>{escape(example.strip())}</code></pre>"
        yield "</article>"
    yield "</section>"
