"""Taggers by the names that edition.toml gives them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from tei_edition.core.errors import ProjectError
from tei_edition.tagging.adapters import NotAvailableError, made

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.model.article import Article
    from tei_edition.model.layer import Layer
    from tei_edition.tagging.adapters import Tagging

    Tagger = Callable[[Article], Layer | Tagging]


@cache
def tagger(name: str) -> Tagger:
    """Return the tagger of that name.

    Args:
        name: An entry point of ``tei_edition.taggers``; ``spacy:MODEL`` or ``openai:MODEL@URL``; or
            ``package.module:function``.

    Raises:
        ProjectError: if there is none, or what it needs is missing.
    """
    points = tuple(entry_points(group="tei_edition.taggers"))
    named = [point for point in points if point.name == name]
    module, _, function = name.partition(":")
    try:
        asked = None if named else made(name)
        if asked is not None:
            return asked
        found: Tagger = named[0].load() if named else getattr(import_module(module), function)
    except NotAvailableError as error:
        raise ProjectError(error.message, cure=error.cure) from None
    except (ImportError, AttributeError, ValueError) as error:
        known = ", ".join(sorted(point.name for point in points))
        cure = f"known are {known}; others are written spacy:MODEL, openai:MODEL@URL or package.module:function"
        message = f"there is no tagger “{name}”"
        if isinstance(error, ImportError) and error.name and not f"{module}.".startswith(f"{error.name}."):
            message, cure = f"the tagger “{name}” needs {error.name}, which is not there", f"pip install {error.name}"
        raise ProjectError(message, cure=cure) from None
    if not callable(found):
        message = f"“{name}” is no tagger: it cannot be called"
        raise ProjectError(message, cure="name a function that takes an article and returns a layer")
    return found
