"""Language models behind an OpenAI-compatible endpoint as taggers: ``openai:MODEL@URL``.

A model may only propose spans of the text that it is shown; each is held against the text (``proposals``). Whatever
else comes back, or does not, is a finding, and the other taggers go on.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tei_edition.core.catalogue import finding
from tei_edition.core.finding import Locus, locate
from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging.adapters.answer import Tagging
from tei_edition.tagging.adapters.making import NotAvailableError
from tei_edition.tagging.adapters.proposals import Proposal, proposals, verified
from tei_edition.tagging.adapters.request import ServiceError, posted
from tei_edition.tagging.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.core.finding import Finding
    from tei_edition.model.article import Article

KEY = "TEI_EDITION_API_KEY"
"""The variable of the environment that holds the key of a service; nothing else is sent as one."""

_SHOWN_AT_ONCE = 4000
_CERTAINTY = 0.7
_HOME = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Service:
    """A model, and the endpoint that answers for it."""

    model: str
    url: str

    @property
    def agent(self) -> str:
        """The name that the model speaks under."""
        return "openai-" + re.sub(r"[^\w.]+", "-", self.model).strip("-.")


def tagger_of(argument: str) -> Callable[[Article], Tagging]:
    """Return the tagger of ``MODEL@URL``, such as ``qwen2.5:7b@http://localhost:11434/v1``.

    Raises:
        NotAvailableError: if there is no model or no usable address, or a key would travel unencrypted.
    """
    model, _, url = argument.rpartition("@")
    where = urlsplit(url)
    if not model or where.scheme not in {"http", "https"} or not where.hostname or where.username:
        message = f"“openai:{argument}” names no model and address"
        raise NotAvailableError(message, 'write it as "openai:MODEL@https://host/v1"')
    if where.scheme == "http" and where.hostname not in _HOME and os.environ.get(KEY):
        message = f"the key in {KEY} would be sent to {where.hostname} unencrypted"
        raise NotAvailableError(message, "use an address that begins with https")
    service = Service(model, url.rstrip("/"))

    def tag(article: Article) -> Tagging:
        return _tagged(service, article)

    return tag


def _tagged(service: Service, article: Article) -> Tagging:
    annotations: list[Annotation] = []
    findings: list[Finding] = []
    for part in _parts(article):
        line, column = locate(article.text, part.start)
        place = Locus(line=line, column=column)
        try:
            answer = _answer(service, part.of(article.text))
        except ServiceError as error:
            # Who does not answer now will not a moment later: an article of many parts would wait for each.
            findings.append(finding("T703", f"{service.agent}: {error}", place))
            break
        found = proposals(answer)
        if found is None:
            findings.append(finding("T704", f"{service.agent} answered no JSON with “spans”", place))
            continue
        for one in verified(article.text, part, found):
            if isinstance(one, Proposal):
                features = (("level", "m"),) if one.label == "title" else ()
                annotations.append(Annotation(one.span, one.label, service.agent, _CERTAINTY, features))
            else:
                findings.append(finding("T702", f"{service.agent}: {one.reason}", place))
    return Tagging(Layer(article.digest, service.agent, tuple(dict.fromkeys(annotations))), tuple(findings))


def _parts(article: Article) -> Iterator[Span]:
    """Yield stretches of the running text that are short enough to be shown at once, in its order."""
    start = end = -1
    for passage in passages(article):
        if start >= 0 and passage.span.end - start > _SHOWN_AT_ONCE:
            yield from _cut(article.text, start, end)
            start = -1
        start, end = (passage.span.start if start < 0 else start), passage.span.end
    if start >= 0:
        yield from _cut(article.text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a stretch that is too long at the last white space that fits."""
    while end - start > _SHOWN_AT_ONCE:
        at = max(
            text.rfind(" ", start + 1, start + _SHOWN_AT_ONCE), text.rfind("\n", start + 1, start + _SHOWN_AT_ONCE)
        )
        at = at if at > start else start + _SHOWN_AT_ONCE
        yield Span(start, at)
        start = at
    yield Span(start, end)


def _answer(service: Service, shown: str) -> str:
    """Return what the model says of a part of the text.

    Raises:
        ServiceError: if no such answer comes.
    """
    body = {
        "model": service.model,
        "temperature": 0,
        "seed": 0,
        "response_format": {"type": "json_object"},
        "messages": [{"role": "system", "content": _instruction()}, {"role": "user", "content": shown}],
    }
    data = posted(f"{service.url}/chat/completions", body, os.environ.get(KEY, ""))
    try:
        content = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError):
        message = "the answer has not the form of a chat completion"
        raise ServiceError(message) from None
    return content if isinstance(content, str) else ""


def _instruction() -> str:
    return files("tei_edition.tagging.adapters").joinpath("instruction.txt").read_text(encoding="utf-8")
