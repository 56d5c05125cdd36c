"""R410: a pointer into another file that leads nowhere. Source: TEI Guidelines, SA "Pointing Elsewhere"."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from tei_edition.validation.issue import Issue
from tei_edition.validation.nearest import nearest
from tei_edition.validation.pointers import POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.validation.context import Context


def check(document: Context) -> Iterator[Issue]:
    """Yield pointers to .xml files that the corpus lacks, and to ids that the file meant does not have."""
    if document.corpus is None:
        return
    for attribute, pointer, elements in document.pointers(*POINTING):
        path, _, identifier = pointer.partition("#")
        if ":" in path or not path.endswith(".xml"):
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(document.name), path))
        ids = document.corpus.get(name)
        if ids is None:
            message = f"@{attribute} points to {pointer}, but the corpus has no {name}"
            yield from (Issue("R410", message, element, attribute) for element in elements)
        elif identifier and identifier not in ids and "(" not in identifier:
            close = nearest(identifier, ids)
            message = f"@{attribute} points to {pointer}, but no element of {path} has this xml:id"
            hint = f"did you mean {path}#{close}?" if close else None
            yield from (Issue("R410", message, element, attribute, hint) for element in elements)
