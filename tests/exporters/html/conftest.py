"""Sites made of documents, as the tests of the web edition look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tei_edition.exporters.html import HtmlOptions, export_html

if TYPE_CHECKING:
    from tei_edition.tei.document import TeiDocument


class MakeSite(Protocol):
    """Returns the text files of a site by name."""

    def __call__(self, *documents: TeiDocument, options: HtmlOptions | None = None) -> dict[str, str]: ...


@pytest.fixture(scope="session")
def site() -> MakeSite:
    def make(*documents: TeiDocument, options: HtmlOptions | None = None) -> dict[str, str]:
        artifacts = export_html(documents, options).artifacts
        return {
            one.name: one.data.decode()
            for one in artifacts
            if not one.media_type.startswith(("image/", "application/"))
        }

    return make
