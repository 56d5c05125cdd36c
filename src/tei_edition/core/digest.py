"""Digests of bytes and of nested plain values: the keys of incremental builds and the ids of books."""

from __future__ import annotations

import hashlib


def digest_bytes(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_text(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8 (lone surrogates passed through), in hexadecimal."""
    return digest_bytes(text.encode("utf-8", "surrogatepass"))


def digest_value(value: object) -> str:
    """Return the SHA-256 of a value made of dicts, lists, tuples, strings, numbers, booleans and None.

    Equal values have equal digests whatever the order of their keys.

    Raises:
        TypeError: if the value holds anything else.
    """
    import json  # noqa: PLC0415 - bytes and texts need none of it

    return digest_text(json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
