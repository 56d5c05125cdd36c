from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.finding import Severity
from tei_edition.core.span import Span
from tei_edition.model.article import plain_article
from tei_edition.model.layer import Annotation, Layer
from tei_edition.tagging.adapters import Tagging, checked, made

TEXT = "Anna Holm\nmet nobody."
ARTICLE = plain_article("x", TEXT)


def answer(*annotations: Annotation, agent: str = "mine") -> Tagging:
    return checked(ARTICLE, Layer(ARTICLE.digest, agent, annotations))


@given(
    st.lists(
        st.builds(
            lambda start, length, label: Annotation(Span(start, start + length), label, "mine"),
            st.integers(0, 40),
            st.integers(1, 40),
            st.sampled_from(["persName", "date", "dragon", "", "q"]),
        ),
        max_size=5,
    ),
    st.text(max_size=12),
)
def test_what_stays_fits_the_text_and_what_goes_is_told(annotations: list[Annotation], agent: str) -> None:
    found = checked(ARTICLE, Layer(ARTICLE.digest, agent, tuple(annotations)))
    assert len(found.layer.annotations) + len(found.findings) == len(annotations)
    assert all(one.span.end <= len(TEXT) and one.span.of(TEXT).strip() for one in found.layer.annotations)
    assert {one.code for one in found.findings} <= {"T705"}


def test_a_good_answer_stays_as_it_is() -> None:
    one = Annotation(Span(0, 9), "persName", "mine")
    assert answer(one) == Tagging(Layer(ARTICLE.digest, "mine", (one,)))


def test_what_does_not_fit_is_told_with_its_place() -> None:
    found = answer(
        Annotation(Span(10, 13), "dragon", "mine"),
        Annotation(Span(9, 10), "persName", "mine"),
        Annotation(Span(14, 99), "persName", "mine"),
        Annotation(Span(0, 4), "said", "mine", speaker=Span(90, 99)),
    )
    assert found.layer.annotations == ()
    assert [(one.code, one.severity, one.locus.line) for one in found.findings] == [
        ("T705", Severity.WARNING, 1),
        ("T705", Severity.WARNING, 1),
        ("T705", Severity.WARNING, 2),
        ("T705", Severity.WARNING, 2),
    ]
    assert "“dragon” is no element" in found.findings[2].message


@pytest.mark.parametrize(
    ("agent", "known"),
    [
        ("my tagger!", "my-tagger"),
        ("", "tagger"),
        ("7b", "tagger-7b"),
        ("reader", "tagger-reader"),
        ("ed-mw", "tagger-ed-mw"),
        ("editor", "tagger-editor"),
        ("educated", "educated"),
        ("default", "default"),
    ],
)
def test_no_tagger_speaks_as_a_person_and_each_has_a_name_that_xml_takes(agent: str, known: str) -> None:
    found = answer(Annotation(Span(0, 9), "persName", "someone"), agent=agent)
    assert found.layer.agent == found.layer.annotations[0].agent == known


def test_a_layer_made_on_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        checked(ARTICLE, Layer("0" * 64, "mine", ()))


@pytest.mark.parametrize("name", ["default", "my_package:tag", "", "spacyish:x"])
def test_other_names_ask_for_no_model(name: str) -> None:
    assert made(name) is None
