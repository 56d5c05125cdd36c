# Types of the public interface, for editors and type checkers; __init__.py loads the names themselves.

from tei_edition.core.errors import EditionError as EditionError
from tei_edition.core.finding import Finding as Finding
from tei_edition.core.finding import Severity as Severity
from tei_edition.core.span import Span as Span
from tei_edition.edition.build import build as build
from tei_edition.edition.config import load as load
from tei_edition.encoding.encode import encode as encode
from tei_edition.encoding.options import EncodeOptions as EncodeOptions
from tei_edition.exporters.epub import EpubOptions as EpubOptions
from tei_edition.exporters.epub import export_epub as export_epub
from tei_edition.exporters.text import TextOptions as TextOptions
from tei_edition.exporters.text import export_text as export_text
from tei_edition.linking import link as link
from tei_edition.model.article import Article as Article
from tei_edition.model.layer import Annotation as Annotation
from tei_edition.model.layer import Layer as Layer
from tei_edition.model.links import Linked as Linked
from tei_edition.model.registry import Entity as Entity
from tei_edition.model.registry import Registry as Registry
from tei_edition.readers.read import read as read
from tei_edition.readers.reading import ReadOptions as ReadOptions
from tei_edition.tagging.default import tag as tag
from tei_edition.tei.document import TeiDocument as TeiDocument
from tei_edition.validation import ValidationOptions as ValidationOptions
from tei_edition.validation import validate as validate

__version__: str
__all__ = [
    "Annotation",
    "Article",
    "EditionError",
    "EncodeOptions",
    "Entity",
    "EpubOptions",
    "Finding",
    "Layer",
    "Linked",
    "ReadOptions",
    "Registry",
    "Severity",
    "Span",
    "TeiDocument",
    "TextOptions",
    "ValidationOptions",
    "build",
    "encode",
    "export_epub",
    "export_text",
    "link",
    "load",
    "read",
    "tag",
    "validate",
]
