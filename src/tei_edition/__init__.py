"""From a raw article to a scholarly digital edition: validated TEI P5, EPUB 3, plain text.

The names below are the whole public interface; each is loaded when it is first used.
"""

from importlib import import_module

from tei_edition.core.version import VERSION

__version__ = VERSION

_HOMES = {
    "Annotation": "model.layer",
    "Article": "model.article",
    "EditionError": "core.errors",
    "EncodeOptions": "encoding.options",
    "Entity": "model.registry",
    "EpubOptions": "exporters.epub",
    "Finding": "core.finding",
    "Layer": "model.layer",
    "Linked": "model.links",
    "ReadOptions": "readers.reading",
    "Registry": "model.registry",
    "Severity": "core.finding",
    "Span": "core.span",
    "TeiDocument": "tei.document",
    "TextOptions": "exporters.text",
    "ValidationOptions": "validation",
    "build": "edition.build",
    "encode": "encoding.encode",
    "export_epub": "exporters.epub",
    "export_text": "exporters.text",
    "link": "linking",
    "load": "edition.config",
    "read": "readers.read",
    "tag": "tagging.default",
    "validate": "validation",
}

__all__ = [  # noqa: RUF022 - sorted as the work goes
    "read", "ReadOptions", "Article", "Span",
    "tag", "Annotation", "Layer", "link", "Linked", "Entity", "Registry",
    "encode", "EncodeOptions", "validate", "ValidationOptions", "TeiDocument", "Finding", "Severity",
    "export_epub", "EpubOptions", "export_text", "TextOptions",
    "load", "build", "EditionError",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, _, function = _HOMES[name].partition(":")
    return getattr(import_module(f"{__name__}.{module}"), function or name)


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *_HOMES})
