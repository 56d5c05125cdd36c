"""The templates of a site's pages: ours, in ``templates/``, or the project's in their place.

Source: HTML Living Standard, 4.2 "Document metadata"; Content Security Policy Level 3.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.exporters.template_files import Gaps, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.templates import Template

KINDS: Mapping[str, Gaps] = MappingProxyType(
    {
        "page.html": Gaps(
            words="language direction kind title edition skip made",
            markup="head navigation search main",
            addresses="root",
            required="head main",
        ),
        "article.html": Gaps(
            words="title authors periodical date language",
            markup="issue text outline names facts neighbours",
            addresses="root tei",
            required="text",
        ),
        "contents.html": Gaps(words="title introduction", markup="summary articles", required="articles"),
        "register.html": Gaps(words="title kind", markup="letters entries", required="entries"),
    }
)


@cache
def ours() -> Mapping[str, Template]:
    """Return our templates, read once."""
    return MappingProxyType(shipped("tei_edition.exporters.html", KINDS))
