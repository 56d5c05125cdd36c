"""Taggers that are not ours: pipelines and services, made to speak of an article's own text and of nothing else.

A tagger is a function of an ``Article``. It returns a ``Layer``, or a ``Tagging`` where it has findings too.
``spacy:…`` and ``openai:…`` name a tagger that is made for a model; what libraries these need is imported only then.
"""

from __future__ import annotations

from tei_edition.tagging.adapters.answer import Tagging, checked
from tei_edition.tagging.adapters.making import NotAvailableError, made

__all__ = ["NotAvailableError", "Tagging", "checked", "made"]
