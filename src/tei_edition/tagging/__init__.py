"""Taggers: persons, places, organisations, dates, titles and quotations, as layers over an article's text."""

from tei_edition.tagging.any_text import on_original, tag_text
from tei_edition.tagging.default import tag
from tei_edition.tagging.quotations import check
from tei_edition.tagging.stated import stated

__all__ = ["check", "on_original", "stated", "tag", "tag_text"]
