"""Languages besides English, and a fifth one that is a data file and nothing else."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition.model.article import Metadata, plain_article
from tei_edition.tagging import languages as module
from tei_edition.tagging import tag
from tei_edition.tagging.dates import grammar
from tei_edition.tagging.foreign_names import _place_pattern
from tei_edition.tagging.languages import entries, language, languages, speech_of
from tei_edition.tagging.speech.foreign import source_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[2] / "docs" / "languages.md"
SAID = {"said", "quote", "q", "soCalled", "mentioned"}
ITALIAN = """
name = "Italian"
[speech]
said = "dice disse affermò dichiarò aggiunse spiegò rispose"
participles = "detto dichiarato"
auxiliaries = "ha hanno"
he = "lui egli"
she = "lei ella"
according = "secondo"
determiners = "il lo la i gli le l' un una"
male = "ministro sindaco"
female = "ministra"
so_called = "cosiddetto cosiddetta"
dialogue = true
[names]
places = "Germania; Londra; Stati Uniti"
no_names = "secondo il la"
[dates]
months = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"]
weekdays = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica"]
day_suffix = "º"
cues = "a; in; nel"
early = "inizio; inizi"
middle = "metà"
late = "fine"
joins = "di; del; degli; degli anni; dell'"
summer = "estate"
from = "dal"
to = "al"
between = "tra il; tra"
and = "e il; e"
century = "secolo; secoli"
decade_before = "anni"
decade_words = { 20 = "anni venti" }
days = { -1 = "ieri; Ieri" }
last = "scorso; scorsa"
week = "settimana"
month = "mese; mesi"
year = "anno; anni"
ago_after = "fa"
numbers = ["un; una", "due", "tre"]
"""
ARTICLE = """Il ministro Paolo Ferri arrivò martedì scorso a Londra.

«Restiamo in Germania», ha dichiarato il sindaco. Secondo Maria Conti, il patto del 3 maggio 1921 è
«una vittoria per tutti». «Torneremo», disse lei.

— Non ora — disse Carlo."""


@pytest.fixture
def with_italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The languages as they are, and one more file beside them."""
    shutil.copytree(str(files("tei_edition.tagging") / "data" / "languages"), tmp_path / "languages")
    (tmp_path / "languages" / "it.toml").write_text(ITALIAN, encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path / "languages")
    caches = (languages, speech_of, grammar.rules, grammar._hint, source_pattern, _place_pattern)
    for cached in caches:
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


def tagged(text: str, language: str | None) -> list[tuple[str, str, str | None, dict[str, str]]]:
    article = plain_article("x", text, Metadata(language=language))
    return [
        (one.label, one.span.of(text), one.speaker.of(text) if one.speaker else None, dict(one.features))
        for one in tag(article).annotations
    ]


def of(found: list[tuple[str, str, str | None, dict[str, str]]], *labels: str) -> list[tuple[str, str | None]]:
    return [(words, speaker) for label, words, speaker, _ in found if label in labels]


@pytest.mark.usefixtures("with_italian")
def test_a_fifth_language_is_a_data_file() -> None:
    found = tagged(ARTICLE, "it-CH")
    assert of(found, "said") == [
        ("«Restiamo in Germania»", "il sindaco"),
        ("«una vittoria per tutti»", "Maria Conti"),
        ("«Torneremo»", "Maria Conti"),
        ("— Non ora", "Carlo"),
    ]
    assert of(found, "date") == [("martedì scorso", None), ("3 maggio 1921", None)]
    assert {words for words, _ in of(found, "placeName")} >= {"Londra", "Germania"}


@pytest.mark.usefixtures("with_italian")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dal 3 al 7 maggio 1921", {"from": "1921-05-03", "to": "1921-05-07"}),
        ("nell'estate del 1921", {"notBefore": "1921-06", "notAfter": "1921-08"}),
        ("negli anni venti", {"from": "1920", "to": "1929"}),
        ("nel XIX secolo", {"from": "1801", "to": "1900"}),
        ("all'inizio del 1921", {"notBefore": "1921-01", "notAfter": "1921-04"}),
        ("alla fine degli anni '60", {"notBefore": "1966", "notAfter": "1969"}),
        ("a maggio", {"when": "--05"}),
    ],
)
def test_its_dates_need_no_code_either(text: str, value: dict[str, str]) -> None:
    assert [features for label, _, _, features in tagged(text, "it") if label == "date"] == [value]


def test_without_the_file_it_is_not_there() -> None:
    assert language("it") is None
    assert of(tagged(ARTICLE, "it"), "date") == [("3 maggio 1921", None)]


NEWS = {
    "de": (
        (
            "Paul Ebermann reiste am Dienstag nach Moskau. „Wir bleiben in Deutschland“, sagte er. Laut Karl Schmidt "
            "war das „eine Niederlage für alle“. „Das prüfen wir“, erklärte der Minister. Die Ministerin sagte: „Gern.“"
        ),
        [
            ("„Wir bleiben in Deutschland“", "Paul Ebermann"),
            ("„eine Niederlage für alle“", "Karl Schmidt"),
            ("„Das prüfen wir“", "der Minister"),
            ("„Gern.“", "Die Ministerin"),
        ],
    ),
    "fr": (
        (
            "« Nous restons en Allemagne », a déclaré le ministre. Selon Marie Dupont, l'accord est « une victoire "
            "pour tous ». « Jamais », a répondu Jean Morel."
        ),
        [
            ("« Nous restons en Allemagne »", "le ministre"),
            ("« une victoire pour tous »", "Marie Dupont"),
            ("« Jamais »", "Jean Morel"),
        ],
    ),
    "es": (
        (
            '«Nos quedamos en Alemania», dijo el ministro. Según María Gómez, el acuerdo es "una victoria para todos". '
            "«Nunca», respondió Juan Pérez."
        ),
        [
            ("«Nos quedamos en Alemania»", "el ministro"),
            ('"una victoria para todos"', "María Gómez"),
            ("«Nunca»", "Juan Pérez"),
        ],
    ),
}


@pytest.mark.parametrize("name", NEWS)
def test_quotations_in_the_news(name: str) -> None:
    text, expected = NEWS[name]
    assert of(tagged(text, name), *SAID) == expected


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [("de", "in Moskau", "Moskau"), ("fr", "à Londres", "Londres"), ("es", "de Nueva York", "Nueva York")],
)
def test_places_by_the_name_that_the_language_has_for_them(name: str, text: str, place: str) -> None:
    assert of(tagged(f"Xy {text}.", name), "placeName") == [(place, None)]


def test_an_english_text_knows_nothing_of_them() -> None:
    assert of(tagged("He saw hier and ayer.", "en"), "date") == []
    assert speech_of("en") == speech_of("xx")


def test_names_in_other_languages_are_never_of_high_certainty() -> None:
    text = "Paul Ebermann und Karl Schmidt reisten nach Berlin."
    article = plain_article("x", text, Metadata(language="de"))
    assert max(one.certainty for one in tag(article).annotations if one.label == "persName") < 0.9


def test_words_that_begin_sentences_are_no_names() -> None:
    names = of(tagged("Laut Karl Schmidt war das falsch. Nach Angaben der Stadt war es wahr.", "de"), "persName")
    assert names == [("Karl Schmidt", None)]


@pytest.mark.parametrize(
    "text", ["[speech]\nsaying = 'x'", "[date]\nmonths = []", "nam = 'X'", "[dates]\nmonth_names = []"]
)
def test_a_key_that_means_nothing_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="means nothing"):
        module._language("xx", text)


def test_a_file_may_be_empty() -> None:
    empty = module._language("xx", "")
    assert (empty.tag, empty.name, empty.speech, empty.names, empty.dates) == ("xx", "xx", None, None, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a bc", ("bc", "a")), ("a b; c", ("a b", "c")), ("", ()), (" ; ", ()), ("a\n  b; a b", ("a b",))],
)
def test_lists(value: str, expected: tuple[str, ...]) -> None:
    assert entries(value) == expected


@pytest.mark.parametrize("tag", ["de", "de-AT", "DE-at", "fr-CA"])
def test_a_region_makes_no_difference(tag: str) -> None:
    assert language(tag) is languages()[tag[:2].lower()]


@pytest.mark.parametrize("tag", [None, "", "xx", "english"])
def test_no_such_language(tag: str | None) -> None:
    assert language(tag) is None


@pytest.mark.parametrize("known", languages().values(), ids=languages())
def test_every_file_is_whole(known: module.Language) -> None:
    if known.dates is not None:
        assert len(known.dates.months) == 12
        assert len(known.dates.weekdays) == 7
        assert all(rule.pattern.pattern for rule in grammar.rules(known.tag))
    if known.speech is not None:
        assert not known.speech.he & known.speech.she
        assert not known.speech.male & known.speech.female


def test_the_page_on_languages_says_what_there_is() -> None:
    rows = re.findall(r"^\| (\w+) \| `(\w+)` \| (.+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    told = {tag: [cell.strip() for cell in cells.split("|")] for _, tag, cells in rows}
    assert set(told) == {"en", *languages()}
    for name, known in languages().items():
        speech = known.speech
        layers = (speech, speech and speech.male, speech and speech.dialogue, known.names, known.dates)
        assert [cell != "–" for cell in told[name][:5]] == [bool(layer) for layer in layers], name
