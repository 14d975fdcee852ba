"""How long the work itself lasts, as far as a brief says so: not its notice, its warranty, its sprints or its offers."""

import re
from collections.abc import Iterator, Sequence

from brieflint.documents.document import Document
from brieflint.facts.extract import find_facts
from brieflint.facts.fact import Fact
from brieflint.facts.periods import months_of
from brieflint.language.reading import Reading

TERM = re.compile(
    r"\b(?:from|duration|term|initial|contract(?: period)?|engagement|assignment|for|of|lasts?|runs?|period|length|"
    r"option|extension|award)\b",
    re.IGNORECASE,
)
HEADED = re.compile(r"\b(?:duration|terms?|length|period)\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:notice|trial|probation|warranty|guarantee|defects?|free of charge|free time|payments?|invoices?|valid|"
    r"sprints?|iterations?|cycle|overlap|replacement|"
    r"handover|records?|insurance|response|respond|resolve|within|transition|take-?over|non-solicitation|renewals?|"
    r"extensions?|experience|questions?)\b",
    re.IGNORECASE,
)
LEAST = 10
"""Days; anything shorter is a term inside the work."""


def find_lengths(document: Document, reading: Reading) -> list[tuple[float, int]]:
    """The lengths of the work in months, each with the index of its sentence; only what a sentence clearly says of it."""
    found = []
    for fact, number in locate(find_facts(document), reading):
        sentence = reading.sentences[number]
        if fact.kind != "duration" or sentence.weight < 0.5 or sentence.context:
            continue
        clause = re.split(r"[,;(]", sentence.text[max(0, fact.start - sentence.start - 60) : fact.end - sentence.start + 40])
        near = next((piece for piece in clause if " ".join(fact.text.split()) in piece), sentence.text)
        if (
            (TERM.search(near) or HEADED.search(sentence.place.section or ""))
            and not OTHER.search(near)
            and months_of(fact.value) * 30 >= LEAST
        ):
            found.append((months_of(fact.value), number))
    return found


def locate(facts: Sequence[Fact], reading: Reading) -> Iterator[tuple[Fact, int]]:
    """Each fact with the index of the sentence that it stands in; facts outside all sentences are left out."""
    sentences = [(sentence.start, sentence.end, at) for at, sentence in enumerate(reading.sentences)]
    at = 0
    for fact in sorted(facts, key=lambda fact: fact.start):
        while at < len(sentences) and sentences[at][1] <= fact.start:
            at += 1
        if at < len(sentences) and sentences[at][0] <= fact.start:
            yield fact, sentences[at][2]
