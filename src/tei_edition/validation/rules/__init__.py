"""The rules, one file each; each is a function from a document to the issues it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tei_edition.validation.rules import (
    application_versions,
    bare_text,
    broken_chains,
    certainty_values,
    characters,
    choices,
    citation_structures,
    dangling_pointers,
    date_conflicts,
    date_forms,
    date_order,
    docauthor_in_byline,
    duplicate_ids,
    empty_registers,
    empty_text,
    header,
    identifiers,
    language_tags,
    machine_tags,
    malformed_ids,
    malformed_pointers,
    pointer_kinds,
    quotation_policy,
    quote_who,
    responsibility_targets,
    revision_order,
    subtype_without_type,
    text_after_closing,
    title_levels,
    unbalanced_quotation_marks,
    unknown_prefixes,
    unmentioned_entries,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.validation.context import Context
    from tei_edition.validation.issue import Issue

Rule: TypeAlias = "Callable[[Context], Iterator[Issue]]"

RULES: tuple[Rule, ...] = (
    application_versions.check,
    bare_text.check,
    broken_chains.check,
    certainty_values.check,
    characters.check,
    choices.check,
    citation_structures.check,
    dangling_pointers.check,
    date_conflicts.check,
    date_forms.check,
    date_order.check,
    docauthor_in_byline.check,
    duplicate_ids.check,
    empty_registers.check,
    empty_text.check,
    header.check,
    identifiers.check,
    language_tags.check,
    machine_tags.check,
    malformed_ids.check,
    malformed_pointers.check,
    pointer_kinds.check,
    quotation_policy.check,
    quote_who.check,
    responsibility_targets.check,
    revision_order.check,
    subtype_without_type.check,
    text_after_closing.check,
    title_levels.check,
    unbalanced_quotation_marks.check,
    unknown_prefixes.check,
    unmentioned_entries.check,
)
