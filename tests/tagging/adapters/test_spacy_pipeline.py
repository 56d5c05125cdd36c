from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.core.span import Span
from tei_edition.model.article import Article, Block, plain_article
from tei_edition.tagging.adapters import making
from tei_edition.tagging.adapters.making import NotAvailableError, made
from tei_edition.tagging.adapters.spacy_pipeline import tagger_of

if TYPE_CHECKING:
    from pathlib import Path

spacy: Any = pytest.importorskip("spacy")

PATTERNS = [
    {"label": "PERSON", "pattern": "Anna Holm"},
    {"label": "PERSON", "pattern": "Holm's"},
    {"label": "GPE", "pattern": "Bergen"},
    {"label": "WORK_OF_ART", "pattern": '"The Cold Sea"'},
    {"label": "MONEY", "pattern": "40 crowns"},
]
TEXT = 'Anna Holm left Bergen.\n\n😀 Holm\'s book "The Cold Sea" costs 40 crowns in Bergen.'


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline of rules, saved as users save theirs."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    folder = tmp_path_factory.mktemp("spacy") / "harbour"
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline with a statistical recogniser, trained on a handful of sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    examples = [
        spacy.training.Example.from_dict(nlp.make_doc(f"{name} lives in {town}."), {"entities": entities})
        for name, town in [("Ada", "Leeds"), ("Tom", "York"), ("Ida", "Hull"), ("Ben", "Bath")]
        for entities in [[(0, 3, "PERSON"), (13, 13 + len(town), "GPE")]]
    ]
    optimiser = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimiser, drop=0.0)
    folder = tmp_path_factory.mktemp("spacy") / "towns"
    nlp.to_disk(folder)
    return folder


def spans(model: Path, article: Article) -> list[tuple[str, str]]:
    return [(one.label, one.span.of(article.text)) for one in tagger_of(str(model))(article).layer.annotations]


def test_entities_become_annotations_at_their_places(ruled: Path) -> None:
    assert spans(ruled, plain_article("x", TEXT)) == [
        ("persName", "Anna Holm"),
        ("placeName", "Bergen"),
        ("persName", "Holm"),
        ("title", "The Cold Sea"),
        ("placeName", "Bergen"),
    ]


def test_a_trained_pipeline(trained: Path) -> None:
    found = spans(trained, plain_article("x", "Ada lives in Leeds."))
    assert found == [("persName", "Ada"), ("placeName", "Leeds")]


def test_it_speaks_under_its_models_name_with_medium_certainty(ruled: Path) -> None:
    layer = tagger_of(str(ruled))(plain_article("x", TEXT)).layer
    assert layer.agent == "spacy-harbour"
    assert {(one.agent, one.certainty) for one in layer.annotations} == {("spacy-harbour", 0.8)}
    assert [one.feature("level") for one in layer.annotations if one.label == "title"] == ["m"]


def test_only_running_text_is_shown(ruled: Path) -> None:
    text = "Bergen\nAnna Holm left."
    blocks = (Block("fw", Span(0, 6)), Block("space", Span(6, 7)), Block("p", Span(7, len(text))))
    assert spans(ruled, Article("x", text, blocks)) == [("persName", "Anna Holm")]


def test_a_passage_longer_than_spacy_allows(ruled: Path) -> None:
    text = "x " * 520_000 + "Bergen"
    assert spans(ruled, plain_article("x", text))[-1:] == [("placeName", "Bergen")]


def test_nothing_to_read(ruled: Path) -> None:
    assert spans(ruled, plain_article("x", " ")) == []


@pytest.mark.parametrize("model", ["no_such_model_sm", "", "/nowhere/at/all"])
def test_a_model_that_is_not_there(model: str) -> None:
    with pytest.raises(NotAvailableError) as told:
        made(f"spacy:{model}")
    assert "spaCy cannot load" in told.value.message
    assert "spacy download" in told.value.cure


def test_a_folder_that_holds_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "en"}), encoding="utf-8")
    with pytest.raises(NotAvailableError):
        tagger_of(str(tmp_path))


def test_spacy_itself_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("tei_edition.tagging.adapters.spacy_pipeline.import_module", missing)
    with pytest.raises(NotAvailableError) as told:
        making.made("spacy:en_core_web_sm")
    assert "tei-edition[spacy]" in told.value.cure
