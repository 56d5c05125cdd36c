"""The parameters of XML Schema's datatypes. Source: W3C XML Schema Part 2: Datatypes, section 4.3."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, TypeAlias

from tei_edition.validation.relaxng.regex import Regex

if TYPE_CHECKING:
    from collections.abc import Callable

    Check: TypeAlias = "Callable[[str, Any], bool]"

_BOUNDS = {
    "minInclusive": operator.ge,
    "minExclusive": operator.gt,
    "maxInclusive": operator.le,
    "maxExclusive": operator.lt,
}
_SIZES = {
    "length": operator.eq,
    "minLength": operator.ge,
    "maxLength": operator.le,
    "totalDigits": operator.le,
    "fractionDigits": operator.le,
}


def check_of(
    read: Callable[[str], object | None], params: tuple[tuple[str, str], ...], bounds: tuple[int | None, int | None]
) -> Check | None:
    """Return what parameters ask of a value, as written with white space collapsed, and of its key.

    Args:
        read: The reader of the type.
        params: Names and values of its parameters.
        bounds: The smallest and the greatest value of the type itself.

    Returns:
        A function of the value and its key; None where nothing is asked.

    Raises:
        ValueError: if a parameter is unknown or has an impossible value.
    """
    checks = [_check(read, name, value) for name, value in params]
    least, most = bounds
    if least is not None:
        checks.append(lambda _, key: key >= least)
    if most is not None:
        checks.append(lambda _, key: key <= most)
    if not checks:
        return None
    return lambda value, key: all(check(value, key) for check in checks)


def _check(read: Callable[[str], object | None], name: str, value: str) -> Check:
    if name == "pattern":
        regex = Regex(value)
        return lambda text, _: regex.matches(text)
    if name in _BOUNDS:
        limit: Any = read(value.strip())
        if limit is None:
            raise ValueError(value)
        return lambda _, key: _BOUNDS[name](key, limit)
    if name not in _SIZES:
        raise ValueError(name)
    number = int(value)
    return lambda text, key: _SIZES[name](_size(name, text, key), number)


def _size(name: str, text: str, key: object) -> int:
    if name == "fractionDigits":
        return len(text.partition(".")[2])
    if name == "totalDigits":
        return len(text.lstrip("+-").lstrip("0").replace(".", ""))
    return len(key) if isinstance(key, bytes | tuple) else len(text)
