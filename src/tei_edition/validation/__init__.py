"""Validating TEI, ours or anybody's: bytes, well-formedness, schema and rules, told as findings with places."""

from tei_edition.validation.context import identifiers_of
from tei_edition.validation.options import ValidationOptions
from tei_edition.validation.validate import Validated, validate

__all__ = ["Validated", "ValidationOptions", "identifiers_of", "validate"]
