"""One request to a service: JSON there, bytes back; no redirect is followed, no answer is waited for without end."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from http.client import HTTPResponse

_SECONDS = 120.0
_BYTES = 4_000_000
_PIECE = 65_536


class ServiceError(Exception):
    """A service that cannot be reached, refuses, or answers nothing that can be used."""


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that follows no redirect: it could lead text and key to a host that the user has not named."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def posted(url: str, body: dict[str, Any], key: str, seconds: float = _SECONDS) -> bytes:
    """Post JSON and return the answer's bytes.

    Args:
        url: Address, http or https.
        body: What to send.
        key: Sent as bearer token; empty: none is sent.
        seconds: How long to wait, for a sign of life and for the whole.

    Raises:
        ServiceError: if no answer of status 2xx comes in time, or one of more than 4 MB.
    """
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")  # noqa: S310 - http or https: see chat.tagger_of
    try:
        with _opener().open(request, timeout=seconds) as answer:
            return _read(answer, time.monotonic() + seconds)
    except urllib.error.HTTPError as error:
        message = f"the service refuses: HTTP {error.code} {error.reason}"
        error.close()
    except (OSError, http.client.HTTPException, ValueError) as error:
        message = f"the service does not answer: {getattr(error, 'reason', '') or error or type(error).__name__}"
    raise ServiceError(message)


def _read(answer: HTTPResponse, deadline: float) -> bytes:
    data = b""
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > _BYTES:
            message = "the answer is longer than 4 MB"
            raise ValueError(message)
        if time.monotonic() > deadline:
            message = "the answer does not end"
            raise ValueError(message)
    return data
