"""Datatypes of attributes and of text: the built-in library and that of XML Schema, with parameters.

Source: RELAX NG Specification, section 6.2.7; "Guidelines for using W3C XML Schema Datatypes with RELAX NG" (2001).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from tei_edition.validation.relaxng import lexical
from tei_edition.validation.relaxng.facets import check_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Read: TypeAlias = "Callable[[str], object | None]"

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_WHOLE_NUMBERS: Mapping[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
}
_TEMPORAL = ("dateTime", "time", "date", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth")
_LISTS = {"NMTOKENS": "NMTOKEN", "IDREFS": "IDREF", "ENTITIES": "ENTITY"}
_READERS: Mapping[str, Read] = {
    "string": lexical.read_string,
    "normalizedString": lexical.read_string,
    "token": lexical.read_string,
    "language": lexical.read_language,
    "boolean": lexical.read_boolean,
    "decimal": lexical.read_decimal,
    "float": lexical.read_double,
    "double": lexical.read_double,
    "duration": lexical.read_duration,
    "hexBinary": lexical.read_hexadecimal,
    "base64Binary": lexical.read_base64,
    "anyURI": lexical.read_uri,
    "NOTATION": partial(lexical.read_name, "QName"),
    "ENTITY": lambda _: None,  # it names an unparsed entity, and no document here declares any
    **{name: partial(lexical.read_name, name) for name in ("Name", "NCName", "NMTOKEN", "QName")},
    **{name: partial(lexical.read_name, "NCName") for name in ("ID", "IDREF")},
    **{name: partial(lexical.read_temporal, name) for name in _TEMPORAL},
    **dict.fromkeys(_WHOLE_NUMBERS, lexical.read_integer),
}


@dataclass(frozen=True, slots=True, eq=False)
class Datatype:
    """A datatype, parameters included.

    Attributes:
        name: Its name in its library.
        library: The URI of its library; empty for the built-in one.
        params: Names and values of its parameters, as the schema has them.
    """

    name: str
    library: str
    params: tuple[tuple[str, str], ...]
    _read: Read
    _check: Callable[[str, object], bool] | None

    def key(self, value: str) -> object | None:
        """Return what equal values of the type share; None where ``value`` is no value of the type."""
        collapsed = self._normalised(value)
        key = self._read(collapsed)
        if key is None or (self._check and not self._check(collapsed, key)):
            return None
        return key

    def allows(self, value: str) -> bool:
        """Tell whether ``value`` is a value of the type."""
        return self.key(value) is not None

    def _normalised(self, value: str) -> str:
        if self.name == "string":
            return value
        if self.name == "normalizedString":
            return value.translate({9: " ", 10: " ", 13: " "})
        return " ".join(lexical.tokens(value))


def datatype(library: str, name: str, params: tuple[tuple[str, str], ...] = ()) -> Datatype:
    """Return a datatype.

    Args:
        library: The URI of its library; empty for the built-in one.
        name: Its name there.
        params: Names and values of its parameters.

    Raises:
        KeyError: if the library or the type is unknown.
        ValueError: if a parameter is unknown, or has a value it cannot have.
    """
    if not library:
        if name not in {"string", "token"}:
            raise KeyError(name)
        if params:
            raise ValueError(params[0][0])
        return Datatype(name, library, params, lexical.read_string, None)
    if library != XSD:
        raise KeyError(library)
    read = _list_reader(_READERS[_LISTS[name]]) if name in _LISTS else _READERS[name]
    bounds = _WHOLE_NUMBERS.get(name, (None, None))
    check = check_of(read, params, bounds)
    return Datatype(name, library, params, read, check)


def _list_reader(read: Read) -> Read:
    def read_list(value: str) -> object | None:
        keys = tuple(read(token) for token in value.split(" "))
        return None if None in keys else keys

    return read_list
