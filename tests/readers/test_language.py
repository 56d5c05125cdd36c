from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.readers import language
from tei_edition.readers.language import Guess, by_model, by_short_words, language_of

ENGLISH = "The price of coal and the state of the roads were not what he had said they would be in the town."


@given(st.text(max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    told = language_of(text)
    assert told is None or told.isalpha()
    assert 0.0 <= by_model(text).certainty <= 1.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A magyar nyelv az uráli nyelvcsaládhoz tartozik, és több mint tizenhárom millió ember beszéli.", "hu"),
        ("Suomen kieli on mielenkiintoinen ja vaikea, mutta se on myös kaunis.", "fi"),
        ("Ὁ βίος βραχύς, ἡ δὲ τέχνη μακρή, ὁ δὲ καιρὸς ὀξύς", "grc"),
        ("Euskara Euskal Herriko hizkuntza da, eta ez du senide ezagunik munduan.", "eu"),
        ("ההסתדרות הציונית פרסמה הודעה לעיתונות", "he"),
    ],
)
def test_what_short_words_do_not_tell_the_model_does(text: str, told: str) -> None:
    assert by_short_words(text) is None
    assert language_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 34",
        "Ja",
        "Xqz wvu",
        "Smith, Jones, Brown & Co., London",
        "HARBOUR BOARD MEETS",
        "IBM 45 GM 32 XRX 21 T 19 KO 88 NYSE",
    ],
)
def test_what_nothing_tells_stays_undetermined(text: str) -> None:
    assert language_of(text) is None
    assert by_model(text).tag == "und"


def test_capitals_are_no_other_language() -> None:
    assert by_model(ENGLISH.upper()) == by_model(ENGLISH.lower())
    assert by_model(ENGLISH.upper()).tag == "en"


def test_a_few_short_words_prove_nothing() -> None:
    assert by_short_words("o i on a") is None
    assert by_short_words("on on on on on on on on") is None


def test_the_model_is_asked_only_where_it_has_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> Guess:
        message = "asked"
        raise AssertionError(message)

    monkeypatch.setattr(language, "by_model", refuse)
    assert language_of(ENGLISH) == "en"
    with pytest.raises(AssertionError, match="asked"):
        language_of("Xqz")


def test_an_english_text_loads_no_model() -> None:
    code = f"import sys\nfrom tei_edition.readers.language import language_of\nlanguage_of({ENGLISH!r})\n"
    code += "print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert by_model("Xqz wvu tsr qpo nml kji " * 1000 + ENGLISH * 100) == by_model("Xqz wvu tsr qpo nml kji " * 1000)
