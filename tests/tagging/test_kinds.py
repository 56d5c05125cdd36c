from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.tagging.kinds import kind_of
from tei_edition.tagging.speech.cast import Mention
from tei_edition.tagging.speech.clauses import VERB, Evidence

ANN = Mention(Span(0, 3), "name", "F", "p:ann:")
SPOKEN = Evidence(ANN, VERB, written=False, certainty=0.9)
WRITTEN = Evidence(ANN, VERB, written=True, certainty=0.9)
KINDS = {"said", "quote", "q", "soCalled", "title", "mentioned"}


@pytest.mark.parametrize(
    ("quoted", "before", "clue", "free", "kind"),
    [
        ('"We shall go there now."', "Ann said: ", SPOKEN, False, "said"),
        ('"We shall go there now."', "Ann wrote: ", WRITTEN, False, "quote"),
        ('"we shall go there now"', "In her letter to Bob Ann said ", SPOKEN, False, "quote"),
        ('"We shall go there now."', "", None, True, "q"),
        ('"Yes,"', "", SPOKEN, True, "said"),
        ('"theory"', "Ann rejected this ", SPOKEN, False, "soCalled"),
        ('"theory"', "They rejected this ", None, False, "soCalled"),
        ('"Winter Light"', "They read the poem ", None, False, "title"),
        ('"Call to Arms,"', "", None, True, "title"),
        ('"strike"', "They avoided the word ", None, False, "mentioned"),
        ('"the longest of all the bridges"', "It is known as ", None, False, "q"),
        ('"all shall be free and equal"', "from the manifesto of the ", None, False, "quote"),
    ],
)
def test_the_kind_of_a_quotation(
    quoted: str,
    before: str,
    clue: Evidence | None,
    free: bool,  # noqa: FBT001 - a case
    kind: str,
) -> None:
    assert kind_of(quoted, before, clue, free=free)[0] == kind


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from([None, SPOKEN, WRITTEN]), st.booleans())
def test_any_quotation_has_a_kind_and_a_certainty(
    quoted: str,
    before: str,
    clue: Evidence | None,
    free: bool,  # noqa: FBT001 - a case
) -> None:
    label, certainty, features = kind_of(quoted, before, clue, free=free)
    assert label in KINDS
    assert 0.5 <= certainty <= 1
    assert ("level" in dict(features)) == (label == "title")


def test_speech_is_surer_than_a_guess() -> None:
    sure = kind_of('"We shall go there now."', "", SPOKEN, free=True)[1]
    assert sure > kind_of('"We shall go there now."', "", None, free=True)[1]
