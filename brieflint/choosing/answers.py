"""The answers that a brief itself gives to the five questions, each with the sentences that it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brieflint.choosing.votes import Answer
from brieflint.judgement.verdict import Evidence
from brieflint.judgement.weighing import gather_evidence
from brieflint.knowledge.guide import Model
from brieflint.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """Which sentences give an answer: those that speak for one of `models` in one of `dimensions`, or hold a signal."""

    answer: Answer
    models: tuple[Model, ...] = ()
    dimensions: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


SA: Model = "staff_augmentation"
DT: Model = "dedicated_team"
SO: Model = "software_outsourcing"
ITO: Model = "it_outsourcing"
SOURCES: Mapping[str, tuple[Source, ...]] = {
    "q1": (
        Source("yes", (ITO,), ("scope", "none", "service_levels", "defines", "outcome")),
        Source("no", (SO, SA, DT), ("scope", "none", "defines", "direction")),
    ),
    "q2": (
        Source("yes", (SO,), ("scope", "defines", "quality")),
        Source("no", (SA, DT), ("scope", "change", "defines"), ("evolving_scope",)),
    ),
    "q3": (
        Source("yes", (SA,), ("direction", "leadership")),
        Source("no", (DT,), ("leadership",), ("no_technical_lead",)),
    ),
    "q4": (),
    "q5": (
        Source("yes", (SA,), ("direction", "change", "defines")),
        Source("partly", (DT,), ("direction", "change", "defines")),
        Source("no", (SO,), ("direction", "change", "defines")),
    ),
}
"""Question → where its answers come from. The fourth is answered by durations alone."""
ENOUGH = 0.25
"""A weaker sentence answers nothing."""
FEWEST_WORDS = 3
"""Shorter scraps, such as a word of a list, answer nothing either."""
WORD = re.compile(r"\w+")
CLEAR = 2.0
"""An answer needs this many times the strength of all others; else the brief says both, and people are asked."""
SHOWN = 2
"""Sentences shown for an answer."""
RIGHTS = re.compile(
    r"(?i)\b(?:intellectual property|ip rights?|copyrights?|licen[cs]es?|patents?|moral rights|title to|"
    r"(?:own(?:s|ed|ership)?|belongs?|vests?|property) .{0,60}(?:code|software|deliverables?|work product|results?|"
    r"materials?))\b"
)
"""A clause about rights says who holds the code, not who decides about it, so it does not answer the fifth question."""
MONTH = 3
"""The guide's line between short and lasting work, in months (guide 48)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAnswer:
    """What a brief says to one question. `answer` is None when its sentences pull apart; `sentences` are their indices."""

    answer: Answer | None
    sentences: tuple[int, ...]


def read_answers(reading: Reading, months: Iterable[tuple[float, int]] = ()) -> dict[str, TextAnswer]:
    """The answers of a brief, by question; questions on which it is silent are left out.

    `months` are the lengths of the work that it states, in months, each with the index of its sentence.
    """
    evidence = gather_evidence(reading.sentences)
    found = {name: _weigh(sources, name, evidence, reading) for name, sources in SOURCES.items() if sources}
    found["q4"] = _read_length(list(months))
    return {name: answer for name, answer in sorted(found.items()) if answer}


def _weigh(sources: Sequence[Source], name: str, evidence: Sequence[Evidence], reading: Reading) -> TextAnswer | None:
    strengths: dict[Answer, float] = {}
    sentences: dict[Answer, list[int]] = {}
    for source in sources:
        behind = _gather(source, name, evidence, reading)
        if behind:
            strengths[source.answer] = sum(behind.values())
            sentences[source.answer] = sorted(behind, key=lambda at: (-behind[at], at))
    if not strengths:
        return None
    best = max(strengths, key=lambda answer: strengths[answer])
    if strengths[best] >= CLEAR * (sum(strengths.values()) - strengths[best]):
        return TextAnswer(answer=best, sentences=tuple(sentences[best][:SHOWN]))
    return TextAnswer(answer=None, sentences=tuple(found[0] for found in sentences.values()))


def _gather(source: Source, name: str, evidence: Sequence[Evidence], reading: Reading) -> dict[int, float]:
    """The sentences behind an answer and how strong each is."""
    behind = {
        item.sentence: item.strength
        for item in evidence
        if item.model in source.models and item.dimension in source.dimensions and item.strength >= ENOUGH
    }
    behind |= {hit.sentence: 1.0 for hit in reading.signals if hit.signal in source.signals and hit.asserted}
    behind = {at: strength for at, strength in behind.items() if len(WORD.findall(reading.sentences[at].text)) >= FEWEST_WORDS}
    if name == "q5":
        behind = {at: strength for at, strength in behind.items() if not RIGHTS.search(reading.sentences[at].text)}
    return behind


def _read_length(months: Sequence[tuple[float, int]]) -> TextAnswer | None:
    if not months:
        return None
    answers: list[Answer] = ["yes" if length >= MONTH else "no" for length, _ in months]
    sentences = tuple(dict.fromkeys(at for _, at in months))[:SHOWN]
    return TextAnswer(answer=answers[0] if len(set(answers)) == 1 else None, sentences=sentences)
