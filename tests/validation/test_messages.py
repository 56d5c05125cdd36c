"""Messages of the schema name the thing, what was expected and the nearest name; one message a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition.validation.options import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.core.finding import Finding


@pytest.mark.parametrize(
    ("fragment", "code", "message", "hint"),
    [
        ("<p><title level='J'/></p>", "S215", '@level on <title> may not be "J": it needs one of a, m, j', '"j"?'),
        ("<fw type='headr'>x</fw><p/>", "S215", '@type on <fw> may not be "headr"', 'did you mean "header"?'),
        ("<p><num value='x'>x</num></p>", "S215", "it needs a number", ""),
        ("<p><persName reff='#a'>x</persName></p>", "S214", "@reff is not allowed on <persName>", "did you mean @ref?"),
        ("<p xmlns:u='u' u:n='1'>x</p>", "S214", "@n is not allowed on <p>", ""),
        ("<p><e xmlns='u'>x</e></p>", "S211", '<e xmlns="u"> is no element of this schema', ""),
        ("<p><hi xmlns=''>x</hi></p>", "S211", '<hi xmlns="">', "put it into the namespace http://www.tei-c.org/ns/1.0"),
        ("<p><list><row/></list></p>", "S210", "<row> is not allowed in <list>", ""),
        ("<p><choice><p/></choice></p>", "S210", "<p> is not allowed in <choice>", ""),
        ("<p><graphic/></p>", "S216", "<graphic> lacks @url", ""),
        ("<p>x</p><head>y</head>", "S217", "<head> is not allowed after <p> in <div>", ""),
        ("<p><table/></p>", "S212", "<table> is incomplete", ""),
    ],
)  # fmt: skip
def test_says(fragment: str, code: str, message: str, hint: str, findings: Callable[..., tuple[Finding, ...]]) -> None:
    found = [finding for finding in findings(fragment, schema=True) if finding.code.startswith("S")]
    assert [finding.code for finding in found] == [code]
    assert message in found[0].message
    assert hint in found[0].hint


def test_one_cause_one_message(codes: Callable[..., list[str]]) -> None:
    assert codes("<p>x</p><byline>y</byline><p>z</p><p>z</p>", schema=True) == ["R465"]
    assert codes("<p><quote who='https://x/'>y</quote></p>", schema=True) == ["R421"]
    assert codes("<div>loose<p>x</p></div>", schema=True) == ["R461"]


def test_many_faults_under_one_parent_take_no_quadratic_time(codes: Callable[..., list[str]]) -> None:
    assert codes("<p><persname/></p>" * 3000, schema=True) == ["S211"] * LIMIT + ["S299"]
