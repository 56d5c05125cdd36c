"""Taggers made on demand for a model that the user names: ``spacy:en_core_web_trf``, ``openai:MODEL@URL``."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.model.article import Article
    from tei_edition.tagging.adapters.answer import Tagging

_MAKERS = MappingProxyType({"spacy": "spacy_pipeline", "openai": "chat"})


class NotAvailableError(Exception):
    """A tagger that cannot be made here: what is missing, and the cure.

    Attributes:
        message: What is missing.
        cure: What to do about it.
    """

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure


def made(name: str) -> Callable[[Article], Tagging] | None:
    """Return the tagger that a name such as ``spacy:en_core_web_trf`` asks for; None for a name of another form.

    Raises:
        NotAvailableError: if its library or model is not there, or the name says too little.
    """
    kind, _, argument = name.partition(":")
    if kind not in _MAKERS:
        return None
    module = import_module(f"tei_edition.tagging.adapters.{_MAKERS[kind]}")
    tagger: Callable[[Article], Tagging] = module.tagger_of(argument)
    return tagger
