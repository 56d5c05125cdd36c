"""Which rule each TEI element has; all others are a block or a phrase as ``elements.tsv`` says."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition.exporters.xhtml import (
    drama,
    figures,
    formulas,
    headings,
    links,
    lists,
    notes,
    points,
    tables,
    variants,
)
from tei_edition.exporters.xhtml.quotations import quotation
from tei_edition.tei.names import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.exporters.xhtml.walk import Rule

_NAMES = ("persName", "placeName", "orgName", "geogName", "eventName", "objectName", "name", "rs", "title", "bibl")
_DIVISIONS = ("div", "div1", "div2", "div3", "div4", "div5", "div6", "div7")

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **dict.fromkeys(("text", "body", "group"), drama.transparent),
        **dict.fromkeys(_DIVISIONS, headings.division),
        **dict.fromkeys(("q", "quote", "said", "soCalled"), quotation),
        **dict.fromkeys(_NAMES, links.mention),
        **dict.fromkeys(("eg", EXAMPLE), formulas.example),
        **dict.fromkeys(("cb", "gb", "anchor", "handShift", "addSpan", "delSpan", "damageSpan"), points.anchor),
        **dict.fromkeys(("front", "back"), headings.matter),
        "head": headings.head,
        "speaker": drama.speaker,
        "u": drama.utterance,
        "list": lists.list_,
        "table": tables.table,
        "figure": figures.figure,
        "graphic": figures.graphic,
        "binaryObject": figures.binary,
        "figDesc": figures.description,
        "formula": formulas.formula,
        formulas.MATH: formulas.math,
        "note": notes.note,
        "index": notes.index,
        "app": notes.apparatus,
        "choice": variants.choice,
        "gap": variants.gap,
        "label": variants.label,
        "space": variants.space,
        "fw": variants.forme_work,
        "ref": links.reference,
        "ptr": links.pointer,
        "lb": points.line_beginning,
        "pb": points.page_beginning,
        "milestone": points.milestone,
    }
)
