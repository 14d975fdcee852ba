"""What a brief names: the terms that are applied to this work, not merely mentioned."""

from collections.abc import Sequence
from math import exp, log

from brieflint.language.reading import Mention, Reading, Sentence

DENYING = frozenset({"negated", "rejected", "past", "other_party", "compared", "defined", "quoted", "hypothetical"})
APPLIED_AT = 0.5
REPEATED_AT = 0.35
"""A term of a model that is named already needs less: it is shorthand for the same work."""
LEANING = {"title": 2.0, "heading": 0.5, "field": 0.8}
"""What the place of a term adds to the log-odds that it names the work: titles name, and vendors decide by them."""


def find_named(reading: Reading) -> tuple[Mention, ...]:
    """The mentions that name this work, in reading order."""
    surely = [mention for mention in reading.mentions if applied_probability(mention, reading.sentences) >= APPLIED_AT]
    models = {mention.model for mention in surely}
    return tuple(
        mention
        for mention in reading.mentions
        if mention in surely or (mention.model in models and applied_probability(mention, reading.sentences) >= REPEATED_AT)
    )


def applied_probability(mention: Mention, sentences: Sequence[Sentence]) -> float:
    """The probability (0 to 1) that a term names the work, by its sentence, its place and the cues around it."""
    sentence = sentences[mention.sentence]
    if mention.applied <= 0 or mention.context & DENYING:
        return 0.0
    clipped = min(max(mention.applied, 1e-6), 1 - 1e-6)
    odds = log(clipped / (1 - clipped)) + LEANING.get(sentence.kind, 0.0)
    return 1 / (1 + exp(-odds))
