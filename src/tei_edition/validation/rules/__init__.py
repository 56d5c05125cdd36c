"""The rules, one file each: ``check`` is a function from a document to the issues it finds.

A rule is loaded and asked only where the document has what it is about.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.validation.context import Context
    from tei_edition.validation.issue import Issue

Rule: TypeAlias = "Callable[[Context], Iterator[Issue]]"

_POINTING = (
    "@ref @who @toWhom @resp @source @corresp @next @prev @target @ana @facs @where @rendition @scheme @targetEnd @hand"
)
_STRUCTURAL = (
    "text body front back div cit lg list table row choice standOff listPerson listPlace listOrg listEvent listBibl "
    "person place org biblStruct analytic monogr imprint"
)
_TEMPORAL = "@when @from @to @notBefore @notAfter"
_MARKING = (
    "hi emph foreign term mentioned soCalled said quote q ref note item unclear abbr expan orig reg signed byline "
    "dateline salute trailer cit label num idno date"
)
_ID = "@{http://www.w3.org/XML/1998/namespace}id"

RULES: tuple[tuple[str, str], ...] = (
    ("addresses", "@ref @target @source @corresp @facs @url"),
    ("application_versions", "application"),
    ("bare_text", _STRUCTURAL),
    ("bare_words", "@resp @who @toWhom"),
    ("broken_chains", "@next @prev"),
    ("certainty_values", "@cert"),
    ("characters", "#foreign"),
    ("choices", "choice"),
    ("citation_structures", "citeData citeStructure"),
    ("compatibility_characters", "#foreign"),
    ("coordinates", "geo"),
    ("corpus_ids", "#corpus"),
    ("dangling_pointers", _POINTING),
    ("date_conflicts", "@when @notBefore @notAfter"),
    ("date_forms", _TEMPORAL),
    ("date_order", "@from @notBefore"),
    ("docauthor_in_byline", "docAuthor"),
    ("duplicate_ids", _ID),
    ("empty_blocks", "p ab l"),
    ("empty_elements", _MARKING),
    ("empty_pointers", "@ref @who @resp @source @corresp @next @prev @target @ana"),
    ("empty_registers", "listPerson listPlace listOrg listEvent listBibl standOff"),
    ("empty_text", "title head persName placeName orgName geogName eventName name rs author publisher"),
    ("far_dates", _TEMPORAL),
    ("figures", "@url figure"),
    ("header", "TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc"),
    ("id_capitals", _ID),
    ("identifiers", "idno @ref @sameAs @corresp"),
    ("images", "graphic"),
    ("language_tags", "*"),
    ("lifetimes", "person"),
    ("links", "ptr ref"),
    ("machine_tags", "respStmt application"),
    ("malformed_ids", _ID),
    ("malformed_pointers", _POINTING),
    ("masthead_dates", "fw"),
    ("mixed_scripts", "#foreign"),
    ("name_spaces", "persName placeName orgName geogName eventName surname forename"),
    ("names", "persName placeName orgName geogName eventName"),
    ("nested_notes", "note"),
    ("other_files", "#corpus"),
    ("page_order", "pb gap"),
    ("pointer_kinds", "@ref @who"),
    ("prefix_definitions", "prefixDef cRefPattern"),
    ("quotation_policy", "quotation"),
    ("quotation_practice", "quotation"),
    ("quote_who", "quote"),
    ("register_entries", "person place org event"),
    ("responsibility_targets", "@resp"),
    ("revision_order", "revisionDesc"),
    ("run_together", "persName placeName orgName geogName eventName"),
    ("self_pointers", "@ref @corresp @next @prev @sameAs @copyOf @target @source"),
    ("shared_identifiers", "idno"),
    ("styles", "@style"),
    ("subtype_without_type", "@subtype"),
    ("tables", "table"),
    ("text_after_closing", "closer trailer postscript byline dateline signed salute epigraph argument"),
    ("title_levels", "@level"),
    ("unbalanced_quotation_marks", "said quote q soCalled"),
    ("unknown_prefixes", _POINTING),
    ("unmentioned_entries", "person personGrp place org event bibl biblStruct"),
    ("white_space", "p head item quote said q note l cell"),
    ("written_dates", "@when"),
)
"""The file of each rule, and what it is about: names of TEI elements and attributes (``@name``, in Clark notation) of
which a document must have one; ``#foreign``: characters beyond ASCII; ``#corpus``: the other files are known; ``*``:
always."""


def rules_for(document: Context) -> Iterator[Rule]:
    """Yield the rules that are about something that the document has."""
    subjects = document.subjects()
    for module, concerns in _registered():
        if not concerns.isdisjoint(subjects):
            yield _rule(module)


@cache
def _registered() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((module, frozenset(concerns.split())) for module, concerns in RULES)


@cache
def _rule(module: str) -> Rule:
    return cast("Rule", import_module(f"{__name__}.{module}").check)
