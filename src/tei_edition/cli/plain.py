"""Reading the arguments of a plain ``validate``; everything else is left to click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition.cli.validating import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

_FLAGS = {"-q": {"quiet": True}, "--quiet": {"quiet": True}, "--cache": {"cache": True}, "--no-cache": {"cache": False}}


def plain_request(arguments: Sequence[str]) -> Request | None:
    """Return what the arguments of a ``validate`` ask for; None where click has to read them, or to object to them."""
    chosen: dict[str, Any] = {}
    paths: list[Path] = []
    waiting = iter(arguments[1:])
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument in _FLAGS:
            chosen |= _FLAGS[argument]
        elif name in {"--schema", "--jobs"}:
            found = _value(name, value if equals else next(waiting, ""))
            if found is None:
                return None
            chosen |= found
        elif not argument or argument.startswith("-"):
            return None
        else:
            paths.append(Path(argument))
    return Request(paths=tuple(paths), arguments=tuple(arguments), **chosen)


def _value(name: str, value: str) -> dict[str, Any] | None:
    """Return the value of an option; None where it has none that is right."""
    if name == "--schema" and value and not value.startswith("-"):
        return {"schema": Path(value)}
    if name == "--jobs" and value.isdecimal() and value.isascii() and int(value):
        return {"jobs": int(value)}
    return None
