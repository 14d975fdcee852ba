"""What every sentence says for each of the four models, gathered by accountability dimension."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp

from brieflint.judgement.verdict import Evidence
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

CONCERN: Mapping[str, str] = {
    "direction": "direction",
    "people": "direction",
    "leadership": "direction",
    "outcome": "outcome",
    "quality": "outcome",
    "defines": "scope",
    "scope": "scope",
    "change": "scope",
    "integration": "presence",
    "individuals": "presence",
    "tools": "presence",
    "pricing": "commerce",
    "duration": "commerce",
    "transition": "commerce",
    "service_levels": "commerce",
    "none": "arrangement",
}
"""The reader's dimensions → the concerns that are weighed as one."""

MUTED: Mapping[str, float] = {
    "hypothetical": 0.7,
    "past": 0.3,
    "quoted": 0.0,
    "defined": 0.2,
    "compared": 0.4,
    "other_party": 0.2,
}
"""What a context leaves of a sentence's weight. Denial is left to the reader, which has learned it from examples."""

SATURATION = 1.5
"""The weight of sentences after which more of them add little to a concern."""


def dimension_of(sentence: Sentence) -> str:
    """The dimension in which a sentence most likely speaks; "none" when it speaks of the arrangement as a whole."""
    return sentence.dimension


def weigh_sentence(sentence: Sentence) -> dict[Model, float]:
    """How much a sentence speaks for each model: its section's weight, its context, and how surely it is not neutral."""
    share, speaking = sentence.divided
    weight = sentence.weight * speaking**2
    for effect in sentence.context:
        weight *= MUTED.get(effect, 1.0)
    return {model: weight * value for model, value in share.items()}


SHARED = 0.7
"""A sentence that speaks nearly as much for the described model as for another is evidence for the described one."""


def gather_evidence(sentences: Sequence[Sentence], described: str = "none") -> list[Evidence]:
    """For each sentence the model it speaks for more than its part, strongest first.

    Much evidence is shared by several models; where the `described` one has its share, the sentence counts for it.
    """
    found = []
    for number, sentence in enumerate(sentences):
        weights = weigh_sentence(sentence)
        model = max(weights, key=lambda name: weights[name])
        if described in weights and weights[described] >= SHARED * weights[model]:
            model = described
        strength = weights[model] - sum(weights.values()) / len(MODELS)
        if strength > 0:
            found.append(Evidence(sentence=number, dimension=dimension_of(sentence), model=model, strength=strength))
    return sorted(found, key=lambda evidence: (-evidence.strength, evidence.sentence))


def weigh_concerns(sentences: Iterable[Sentence]) -> dict[str, dict[Model, float]]:
    """For each concern how its sentences divide among the models, from -0.5 to 1.5; near 0 when there are few.

    It is shares that count, not sums: a long document says everything more often.
    """
    sums = {concern: dict.fromkeys(MODELS, 0.0) for concern in dict.fromkeys(CONCERN.values())}
    for sentence in sentences:
        concern = sums[CONCERN[dimension_of(sentence)]]
        for model, weight in weigh_sentence(sentence).items():
            concern[model] += weight
    return {name: _divide(weights) for name, weights in sums.items()}


def _divide(weights: Mapping[Model, float]) -> dict[Model, float]:
    total = sum(weights.values())
    if not total:
        return dict.fromkeys(MODELS, 0.0)
    amount = 1 - exp(-total / SATURATION)
    return {model: 2 * amount * (weight / total - 1 / len(MODELS)) for model, weight in weights.items()}
