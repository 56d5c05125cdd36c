from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import pytest

from loopback import completion, service
from tei_edition.model.article import plain_article
from tei_edition.tagging.adapters import chat, request
from tei_edition.tagging.adapters.chat import KEY, tagger_of
from tei_edition.tagging.adapters.making import NotAvailableError, made
from tei_edition.tagging.adapters.request import ServiceError, posted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.tagging.adapters.answer import Tagging

TEXT = "Anna Holm sailed from Bergen.\n\nHer boat, the Petrel, was lost off Skagen. Holm's crew was saved."


@pytest.fixture(autouse=True)
def _no_key_and_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", KEY):
        monkeypatch.delenv(name, raising=False)


def asked(answer: Callable[[str], bytes], text: str = TEXT, status: int = 200) -> Tagging:
    with service(answer, status) as at:
        return tagger_of(f"toy:1b@{at.url}")(plain_article("x", text))


def spans(tagging: Tagging, text: str = TEXT) -> list[tuple[str, str]]:
    return [(one.label, one.span.of(text)) for one in tagging.layer.annotations]


def codes(tagging: Tagging) -> list[str]:
    return [one.code for one in tagging.findings]


def test_spans_that_are_so_become_annotations() -> None:
    names = [{"text": "Anna Holm", "label": "persName"}, {"text": "Skagen", "label": "placeName"}]
    found = asked(lambda _: completion({"spans": names}))
    assert spans(found) == [("persName", "Anna Holm"), ("placeName", "Skagen")]
    assert found.findings == ()
    assert {one.agent for one in found.layer.annotations} == {found.layer.agent} == {"openai-toy-1b"}


def test_words_that_the_text_does_not_have_are_a_finding() -> None:
    names = [{"text": "Anna Holm", "label": "persName"}, {"text": "Olaf Holm", "label": "persName"}]
    found = asked(lambda _: completion({"spans": names}))
    assert spans(found) == [("persName", "Anna Holm")]
    assert codes(found) == ["T702"]
    assert "Olaf Holm" in found.findings[0].message


def test_what_is_sent() -> None:
    with service(lambda _: completion({"spans": []})) as at:
        tagger_of(f"org/toy@{at.url}/")(plain_article("x", TEXT))
    assert at.paths == ["/v1/chat/completions"]
    assert at.requests[0]["model"] == "org/toy"
    assert at.requests[0]["temperature"] == 0
    assert at.requests[0]["messages"][1] == {"role": "user", "content": TEXT}
    assert "Authorization" not in at.headers[0]


def test_the_key_comes_from_the_environment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "s3cret")
    with service(lambda _: completion({"spans": []})) as at:
        tagger_of(f"toy@{at.url}")(plain_article("x", TEXT))
    assert at.headers[0]["Authorization"] == "Bearer s3cret"


def test_no_key_travels_unencrypted_to_another_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "s3cret")
    with pytest.raises(NotAvailableError, match="unencrypted"):
        tagger_of("toy@http://models.example/v1")
    assert callable(tagger_of("toy@https://models.example/v1"))


@pytest.mark.parametrize(
    "argument", ["", "toy", "@http://localhost/v1", "toy@", "toy@file:///etc/passwd", "toy@ftp://x/y", "toy@https://"]
)
def test_a_name_that_names_no_model_and_address(argument: str) -> None:
    with pytest.raises(NotAvailableError) as told:
        made(f"openai:{argument}")
    assert "openai:MODEL@" in told.value.cure


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "T703"),
        (b"<html>504</html>", "T703"),
        (b'{"error": "no"}', "T703"),
        (b'{"choices": []}', "T703"),
        (b"\xff\xfe", "T703"),
        (b"[" * 100_000, "T703"),
        (completion("no names here"), "T704"),
        (b'{"choices": [{"message": {"content": null}}]}', "T704"),
        (completion({"spans": "Anna"}), "T704"),
    ],
)
def test_an_answer_that_cannot_be_used(answer: bytes, code: str) -> None:
    found = asked(lambda _: answer)
    assert codes(found) == [code]
    assert found.layer.annotations == ()


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_refusal(status: int) -> None:
    found = asked(lambda _: b"{}", status=status)
    assert codes(found) == ["T703"]
    assert f"HTTP {status}" in found.findings[0].message


def test_no_redirect_is_followed() -> None:
    with (
        service(lambda _: completion({"spans": []})) as other,
        service(lambda _: b"", 302, {"Location": other.url}) as at,
    ):
        found = tagger_of(f"toy@{at.url}")(plain_article("x", TEXT))
    assert codes(found) == ["T703"]
    assert other.paths == []


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        found = tagger_of(f"toy@http://127.0.0.1:{port}/v1")(plain_article("x", TEXT))
    assert codes(found) == ["T703"]


def test_a_service_that_is_too_slow() -> None:
    def slow(_: str) -> bytes:
        time.sleep(0.5)
        return completion({"spans": []})

    with service(slow) as at, pytest.raises(ServiceError, match="does not answer"):
        posted(at.url, {"messages": [{"content": ""}]}, "", seconds=0.1)


def test_an_answer_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "_BYTES", 1000)
    found = asked(lambda _: b" " * 2000)
    assert codes(found) == ["T703"]
    assert "longer than" in found.findings[0].message


def test_a_long_text_is_shown_in_parts_and_each_word_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "_SHOWN_AT_ONCE", 40)
    text = "Anna Holm sailed. " * 12 + "\n\nx\n\n" + "Y" * 100
    with service(lambda _: completion({"spans": [{"text": "Anna Holm", "label": "PER"}]})) as at:
        found = tagger_of(f"toy@{at.url}")(plain_article("x", text))
    shown = [one["messages"][1]["content"] for one in at.requests]
    assert all(len(part) <= 40 for part in shown)
    assert "".join("".join(shown).split()) == "".join(text.split())
    assert {one.span.of(text) for one in found.layer.annotations} == {"Anna Holm"}


def test_after_a_failure_the_rest_of_the_article_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "_SHOWN_AT_ONCE", 40)
    with service(lambda _: b"", 500) as at:
        found = tagger_of(f"toy@{at.url}")(plain_article("x", "Anna Holm sailed. " * 12))
    assert len(at.requests) == 1
    assert codes(found) == ["T703"]


def test_a_text_without_words_is_not_sent() -> None:
    with service(lambda _: completion({"spans": []})) as at:
        tagger_of(f"toy@{at.url}")(plain_article("x", " \n"))
    assert at.requests == []
