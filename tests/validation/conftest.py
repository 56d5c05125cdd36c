"""Documents around fragments, and what the rules say of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition.validation import ValidationOptions, validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.core.finding import Finding

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>"
    "<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)


def document(fragment: str) -> bytes:
    """Return the fragment within a division of a document, or as it is where it is a document."""
    if fragment.startswith(("<?xml", "<!DOCTYPE", "<TEI", "<html")) or "xmlns=" in fragment.partition(">")[0]:
        return fragment.encode()
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}'
        f"<text><body><div>{fragment}</div></body></text></TEI>"
    ).encode()


@pytest.fixture(name="document")
def document_() -> Callable[[str], bytes]:
    return document


@pytest.fixture
def findings() -> Callable[..., tuple[Finding, ...]]:
    """Validate a fragment: with the rules alone, or with our schema too."""

    def run(fragment: str, *, schema: bool = False) -> tuple[Finding, ...]:
        return validate(document(fragment), "x.xml", options=ValidationOptions(check_schema=schema)).findings

    return run


@pytest.fixture
def codes(findings: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[str]]:
    def run(fragment: str, *, schema: bool = False) -> list[str]:
        return [finding.code for finding in findings(fragment, schema=schema)]

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    path = Path(__file__).parents[2].parent / "shared"
    if not path.is_dir():
        pytest.skip("the shared data are not beside the repository")
    return path
