"""The TEI files of the exporters' tests: samples written for them, and third-party files where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.tei.document import TeiDocument

_SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def samples() -> list[TeiDocument]:
    return [TeiDocument(path.name, path.read_bytes()) for path in sorted(_SAMPLES.glob("*.xml"))]


@pytest.fixture
def third_party() -> list[TeiDocument]:
    folder = Path(__file__).parents[2].parent / "shared" / "data" / "tei"
    if not folder.is_dir():
        pytest.skip("the third-party TEI files are not here")
    return [TeiDocument(path.name, path.read_bytes()) for path in sorted(folder.glob("*.xml"))]
