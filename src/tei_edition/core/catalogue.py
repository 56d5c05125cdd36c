"""The catalogue of finding codes: one TOML file a family in ``core/codes``, one table a code."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.core.finding import Finding, Locus, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


_CODES = Path(__file__).with_name("codes")


class Rule(NamedTuple):
    """What a finding code means.

    Attributes:
        code: A letter for the family and three digits.
        title: The rule in a few words.
        severity: The severity of its findings unless a project says otherwise.
        explanation: Why it matters and what the Guidelines or specification say.
        cure: What to do, in one sentence; the default hint of its findings.
        wrong: An example that provokes it (empty where none can be shown).
        right: The same example, mended.
        fix: What ``validate --fix`` does about it, in half a sentence; empty where only people can mend it.
    """

    code: str
    title: str
    severity: Severity
    explanation: str
    cure: str
    wrong: str = ""
    right: str = ""
    fix: str = ""


@cache
def catalogue() -> Mapping[str, Rule]:
    """Return every rule by its code, sorted by code.

    Raises:
        ValueError: if two files define the same code.
    """
    import tomllib  # noqa: PLC0415 - needed only where there is something to tell

    rules: dict[str, Rule] = {}
    for file in sorted(_CODES.glob("*.toml")):
        for code, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in rules:
                message = f"{file.name}: code {code} is defined twice"
                raise ValueError(message)
            rules[code] = Rule(code=code, **{**table, "severity": Severity(table["severity"])})
    return MappingProxyType(dict(sorted(rules.items())))


def finding(code: str, message: str, locus: Locus | None = None, *, hint: str | None = None) -> Finding:
    """Make a finding of a catalogued code; severity, and the hint where none is given, come from the catalogue.

    Raises:
        KeyError: if the catalogue has no such code (a bug of the caller).
    """
    rule = catalogue()[code]
    return Finding(code, rule.severity, message, locus or Locus(), rule.cure if hint is None else hint)
