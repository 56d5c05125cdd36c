from __future__ import annotations

import pytest

from tei_edition.model.article import Metadata, plain_article
from tei_edition.tagging import tag

SPOKEN = {"said", "quote", "q"}


def speakers(text: str) -> list[str | None]:
    article = plain_article("x", text, Metadata(language="en"))
    found = [one for one in tag(article).annotations if one.label in SPOKEN]
    return [one.speaker.of(text) if one.speaker else None for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A noun phrase that begins a sentence of narration is nearer than the name before it.
        ('"No!" cried Leo Brandt. The chairman rapped his gavel. "Order," he said.', ["Leo Brandt", "The chairman"]),
        ('Mr. Okafor left. His wife stayed. "Good night," she said.', ["His wife"]),
        # A relative in the middle of a sentence, where no person named fits.
        ('Mr. Okafor said his wife had warned him. "Stay," she told him.', ["his wife"]),
        # ... but none that a preposition governs, nobody within a quotation, and no possessive.
        ('Ann Lee spoke of her sister. "It was late," she said.', ["Ann Lee"]),
        ('Ann Lee rose. "I will see my sister," she said.', ["Ann Lee"]),
        ('Ann Lee heard her sister\'s voice. "Who is there?" she asked.', ["Ann Lee"]),
        # A group is no he; it may be an it.
        ('Paul Lund faced the crowd. The committee voted. "Thank you," he said.', ["Paul Lund"]),
        ('The company "regrets any inconvenience," it said.', ["The company"]),
        ('It rained. The spokesman, who gave no name, was asked why. "Ask the army," he replied.', ["The spokesman"]),
        # Nobody was named before: the person named next.
        ('"I won\'t," she said. Sara Quint has said so before.', ["Sara Quint"]),
        ('"I won\'t," she said. Paul Lund nodded.', [None]),
        # In apposition a name goes before its noun.
        ('Her husband, Daniel Stone, was less sure. "She never told me," he said.', ["Daniel Stone"]),
        ('Neighbors heard it. "All night," said one of them, Lucy Park.', ["Lucy Park"]),
        # A relative whose name no tagger knows.
        ('Ann Lee sold the house. Her brother, Zork, kept the boat. "I like boats," he said.', ["Zork"]),
        ('Ann Lee wept. Her trainer, Zork Mo, held her. "She will be back," he promised.', ["Zork Mo"]),
        # Two speakers in one paragraph: narration between them parts them.
        (
            'Astrid Dahl warned of "no wages in May." The leader of her rivals, Nils Berg, rose. "Resign!" he shouted.',
            ["Astrid Dahl", "Nils Berg"],
        ),
    ],
)
def test_whom_a_pronoun_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By age, though another is named since; by people, whoever was named last.
        ('Ann Lee, 71, met Paul Lund, 30. "It rained," the 71-year-old said.', ["Ann Lee"]),
        ('Paul Lund, the coach, was calm. "We lost," said the Swede.', ["Paul Lund"]),
        ('Ann Lee was calm. "We lost," the Frenchwoman said.', ["Ann Lee"]),
        # Nobody was named: the phrase itself. Bodies and those who are many are no single person.
        ('It was over. "We lost," said the Swede.', ["the Swede"]),
        ('Paul Lund resigned. "We regret it," the British said.', ["the British"]),
        ('Paul Lund resigned. "We regret it," the Government said.', ["the Government"]),
    ],
)
def test_whom_an_epithet_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
