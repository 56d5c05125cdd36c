"""Who speaks in reports: invented snippets, one pattern each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paragraphs import in_paragraphs
from tei_edition.tagging import tag

if TYPE_CHECKING:
    from tei_edition.model.article import Article

QUOTED = {"said", "quote", "q", "soCalled"}

SNIPPETS = [
    # a verb after the quotation
    ('"The bridge will open in June," said Helen Marsh, the county engineer.', ["Helen Marsh"]),
    ('"The bridge will open in June," Helen Marsh said on Tuesday.', ["Helen Marsh"]),
    ('"The bridge will open in June," Helen Marsh, the county engineer, said on Tuesday.', ["Helen Marsh"]),
    ('"The bridge will open in June," county engineer Helen Marsh said.', ["Helen Marsh"]),
    ('"The bridge will open in June," said county engineer Helen Marsh.', ["Helen Marsh"]),
    ('"The bridge will open in June," said the county engineer, Helen Marsh.', ["Helen Marsh"]),
    ('"Will the bridge open?" asked Senator Paul Dexter.', ["Paul Dexter"]),
    ('"We are not afraid!" shouted Maria Lopez, a nurse from Leeds.', ["Maria Lopez"]),
    ('"The plan is dead," according to Peter Holm, who chairs the panel.', ["Peter Holm"]),
    ('"It was a mistake," conceded Robert Fenwick in an interview.', ["Robert Fenwick"]),
    ("“It was a mistake,” Robert Fenwick later told reporters.", ["Robert Fenwick"]),
    ('"It was a mistake," Robert Fenwick has repeatedly said.', ["Robert Fenwick"]),
    # a verb before it
    ('Helen Marsh said: "The bridge will open in June."', ["Helen Marsh"]),
    ('Helen Marsh said on Tuesday that the bridge was "as safe as any in the county."', ["Helen Marsh"]),
    ('Helen Marsh, who designed the bridge, told the council, "It will stand for a century."', ["Helen Marsh"]),
    ('Helen Marsh, an engineer at Norton Steel, said that the bridge was "as safe as any here."', ["Helen Marsh"]),
    ('When Paul Dexter arrived, Helen Marsh said, "You are late for the meeting."', ["Helen Marsh"]),
    ('After meeting Paul Dexter, Helen Marsh warned that the bridge was "close to collapse now."', ["Helen Marsh"]),
    ('According to Helen Marsh, the bridge is "close to collapse now."', ["Helen Marsh"]),
    ('In a letter to Paul Dexter, Helen Marsh wrote that the bridge was "close to collapse now."', ["Helen Marsh"]),
    ('Speaking in Leeds, Helen Marsh called the decision "a disgrace for all of us."', ["Helen Marsh"]),
    ('Helen Marsh accused the council of "hiding the truth from the public."', ["Helen Marsh"]),
    ('Helen Marsh had a simple answer: "Nobody asked the people who live there."', ["Helen Marsh"]),
    ('Helen Marsh and the council agree, but Paul Dexter said it was "a waste of public money."', ["Paul Dexter"]),
    # interrupted, going on
    ('"The bridge," Helen Marsh said, "will open in June."', ["Helen Marsh", "Helen Marsh"]),
    ('"It will open," said Helen Marsh. "We have tested every bolt."', ["Helen Marsh", "Helen Marsh"]),
    ('Helen Marsh called it "a scandal for the county" and "a danger to every child."', ["Helen Marsh", "Helen Marsh"]),
    ('"It will open," said Helen Marsh. She added: "We have tested every bolt."', ["Helen Marsh", "Helen Marsh"]),
    ('Helen Marsh said the road was "a danger to life" and was "deeply ashamed".', ["Helen Marsh", "Helen Marsh"]),
    ('Paul Dexter spoke of "a fair price to us all," and Helen Marsh, its author, said that he was "dreaming of it."',
     ["Paul Dexter", "Helen Marsh"]),
    # a subject that something governs
    ('The talks ended, with Helen Marsh telling reporters they were "stubborn but not hopeless."', ["Helen Marsh"]),
    ('Tell that to Helen Marsh, who put it this way: "I have two hands and thirty beds."', ["Helen Marsh"]),
    ('Paul Dexter was wrong. It was Helen Marsh who wrote that "the road is the river."', ["Helen Marsh"]),
    # whom a passive verb is about says nothing; its agent does
    ('The bridge was described by Helen Marsh as "a scandal for all of us."', ["Helen Marsh"]),
    ('Paul Dexter was told by Helen Marsh that he was "a danger to every child."', ["Helen Marsh"]),
    # a noun before a full stop is no title of the name after it
    ('"Guilty," said the foreman. Paul Dexter cried out, "I never did it!"', ["the foreman", "Paul Dexter"]),
    # one alone of several
    ('Two workers met Paul Dexter. "It took all weekend," one said.', ["one"]),
    ('Paul Dexter met the workers. "It took all weekend," said another.', ["another"]),
    # one of several; a name that follows later
    ('Paul Dexter denied it. "He should buy a new map," said one of them.', ["one of them"]),
    ('"Nobody sleeps," said a shopkeeper who would give only his first name, Idris.', ["Idris"]),
    ('A jury in Leeds heard how Grebe, 41, shouted "You will pay for this" before he left.', ["Grebe"]),
    # pronouns
    ('Helen Marsh met Paul Dexter on Monday. "The bridge will open in June," she said.', ["Helen Marsh"]),
    ('Helen Marsh met Paul Dexter on Monday. "The bridge will open in June," he said.', ["Paul Dexter"]),
    ('Paul Dexter praised George Hall in his speech. He said the work was "the best in years."', ["Paul Dexter"]),
    ('Paul Dexter noted that the news had suggested to George Hall a new plan. He called it "a very poor idea".',
     ["Paul Dexter"]),
    ('Paul Dexter left. "I am tired," he told George Hall. "Very tired," he added.', ["Paul Dexter", "Paul Dexter"]),
    ('Helen Marsh was quoted by the state news agency as saying that it was "of use to us all."', ["Helen Marsh"]),
    ('The paper quoted Helen Marsh, a leading engineer, as saying: "It will not stand."', ["Helen Marsh"]),
    # noun phrases
    ('"The bridge is safe," a spokesman for the county said.', ["a spokesman for the county"]),
    ('"The bridge is safe," said a White House spokesman.', ["a White House spokesman"]),
    ('"The bridge is safe," said an official who asked not to be named.', ["an official"]),
    ('Senator Paul Dexter arrived late. "I was delayed," the senator said.', ["Paul Dexter"]),
    ('Helen Marsh, the mayor, arrived late. "I was delayed in traffic," the mayor said.', ["Helen Marsh"]),
    ('Police said the driver was "well known to the officers."', ["Police"]),
    ('"The bridge is safe," officials said.', ["officials"]),
    # organisations
    ('The World Bank said in a statement that growth was "slower than we had expected."', ["World Bank"]),
    ('"Growth was slower than expected," the World Bank said in a report.', ["World Bank"]),
    # nobody
    ('The bridge was known as "the longest in the whole county".', [None]),
    ('Signs on the road read "Keep off the bridge today".', [None]),
]  # fmt: skip

PARAGRAPHS = [
    (['Helen Marsh said: "The bridge is safe.', '"We have tested every bolt."'], ["Helen Marsh", "Helen Marsh"]),
    (
        ['"Is the bridge safe?" asked Paul Dexter.', '"It is," said Helen Marsh.', '"Are you sure?"', '"Quite sure."'],
        ["Paul Dexter", "Helen Marsh", "Paul Dexter", "Helen Marsh"],
    ),
    (
        # whoever asks is not who answers, though nothing names him
        ['"I was tired," Helen Marsh said.', '"Of the bridge?"', '"Of the talk about it."'],
        ["Helen Marsh", None, "Helen Marsh"],
    ),
    (
        ['"Is the bridge safe, Helen?" asked Paul Dexter.', "Helen Marsh nodded.", '"It is," she said.'],
        ["Paul Dexter", "Helen Marsh"],
    ),
]


def speakers(article: Article) -> list[str | None]:
    found = [one for one in tag(article).annotations if one.label in QUOTED]
    return [one.speaker.of(article.text) if one.speaker else None for one in found]


@pytest.mark.parametrize(("text", "expected"), SNIPPETS)
def test_the_speaker_of_a_report(text: str, expected: list[str | None]) -> None:
    assert speakers(in_paragraphs(text)) == expected


@pytest.mark.parametrize(("paragraphs", "expected"), PARAGRAPHS)
def test_the_speakers_of_several_paragraphs(paragraphs: list[str], expected: list[str | None]) -> None:
    assert speakers(in_paragraphs(*paragraphs)) == expected
