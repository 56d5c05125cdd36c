from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.article import Metadata, plain_article
from tei_edition.tagging import tag
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
        ('"love rat"', "Ann described him as a ", SPOKEN, False, "said"),
        ('"theory"', "They rejected it as a ", None, False, "soCalled"),
        ('"means what it says"', "Ann, writing for a majority, held that it ", SPOKEN, False, "quote"),
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


@pytest.mark.parametrize(
    ("quoted", "before", "kind"),
    [
        ('"R&D"', "The firm spent more on ", "q"),
        ('"AT&T"', "They sold their shares in ", "q"),
        ('"OK"', "She answered with a loud ", "q"),
        ('"Harbour"', "The band began with ", "q"),
        ('"Harbour Lights"', "The band began with ", "title"),
        ('"The Long Way Home."', "The band began with ", "title"),
        ('"The Long Way Home."', "", "q"),
        ('"The Keeper of the Bees,"', "In the spring he finished ", "title"),
        ("« L'affaire Brunet »", "On parle de ", "q"),
        ("„Der Alte Fischer“", "Man sprach von ", "q"),
        ("»Der Alte Fischer«", "Man las den Roman ", "q"),
        ('"experts"', "They listened to the so-called ", "soCalled"),
        ('"experts"', "They listened to the so called ", "soCalled"),
        ("«experts»", "Ils écoutaient les soi-disant ", "soCalled"),
        ('"experts"', "They listened to men who were called ", "mentioned"),
        ('"helpful"', "The clerk was not ", "soCalled"),
        ('"friends"', "He was left alone with his many new ", "soCalled"),
        ('"friends"', "He was betrayed by ", "soCalled"),
        ("«amis»", "Il se méfiait de ses ", "soCalled"),
        ('"friends?"', "He was betrayed by ", "q"),
        ('"no longer friends at all"', "They were ", "q"),
        ("«n'est pas finie»", "La guerre ", "q"),
        ('"ya veremos"', "El ministro ", "q"),
        ('"never again"', "", "q"),
    ],
)
def test_a_kind_needs_plain_evidence(quoted: str, before: str, kind: str) -> None:
    assert kind_of(quoted, before, None)[0] == kind


@given(st.text(alphabet="ABCDEFGHIJ&.-0123456789", min_size=1, max_size=12))
def test_initials_alone_are_no_title(initials: str) -> None:
    assert kind_of(f'"{initials}"', "They spoke of ", None)[0] == "q"


@given(st.sampled_from(["", "Then ", "They went on and ", "Rain fell, "]), st.text(max_size=30))
def test_without_a_clause_nothing_is_asserted_as_said(before: str, quoted: str) -> None:
    assert kind_of(f'"{quoted}"', before, None)[0] != "said"


@pytest.mark.parametrize("noun", ["novel", "poem", "song", "film", "newspaper", "thesis"])
def test_a_noun_for_a_work_makes_even_one_word_a_title(noun: str) -> None:
    label, certainty, features = kind_of('"Harbour"', f"She kept the {noun} ", None)
    assert (label, certainty) == ("title", 0.85) or noun == "thesis"
    assert noun != "newspaper" or features == (("level", "j"),)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('Over the hearth hangs Ribot\'s "Christ Taken from the Cross" to this day.', "title"),
        ('The crowd sang "The Parting Glass" at the end.', "title"),
        ('He is known as "the Duke" to his friends.', "mentioned"),
        ('Residents of the block call it "the icebox."', "mentioned"),
        ('Ann Lee called it "a disgrace."', "said"),
        ('The telegram read "ARRIVE MONDAY SEND MONEY" and was unsigned.', "quote"),
        ('A sign on the door said "Closed for lack of coal."', "quote"),
        ('Ann Lee said "Yes Sir" and left.', "said"),
        ('The bank, which "lost" the files, has found them.', "soCalled"),
    ],
)
def test_kinds_in_their_sentences(text: str, label: str) -> None:
    article = plain_article("x", text, Metadata(language="en"))
    assert label in {
        one.label for one in tag(article).annotations if text[one.span.start] == '"' or one.label == "title"
    }
