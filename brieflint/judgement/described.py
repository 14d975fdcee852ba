"""Which model the substance of a brief describes, how surely, and why not when it is none."""

from collections.abc import Mapping, Sequence
from math import exp

from brieflint.judgement.verdict import Described, DescribedModel, Reason
from brieflint.judgement.weighing import score_models, stance_of
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

SHARPNESS = 1.6
"""How fast the probabilities of the models part with the distance of their scores."""
SERVICES = frozenset({"software_build", "technical_people", "it_function", "product_development_capacity", "several"})
"""Objects of purchase that one of the four models can cover; `not_a_purchase` says nothing."""


def describe(sentences: Sequence[Sentence]) -> Described:
    """The model described by the sentences, or none."""
    scores = score_models(sentences)
    chances = softmax({model: SHARPNESS * score for model, score in scores.items()})
    best = max(MODELS, key=lambda model: chances[model])
    substance = weigh_substance(sentences)
    foreign = weigh_foreign_object(sentences)
    nothing = _logistic(
        NOTHING["bias"] + NOTHING["substance"] * substance + NOTHING["margin"] * _margin(scores) + NOTHING["foreign"] * foreign
    )
    if nothing >= 0.5:
        return Described(model="none", confidence=nothing, reason=_why_nothing(substance, foreign), scores=scores)
    return Described(model=best, confidence=(1 - nothing) * chances[best], reason=None, scores=scores)


NOTHING: Mapping[str, float] = {"bias": 2.0, "substance": -0.25, "margin": -1.5, "foreign": 3.0}
"""Log-odds that a brief describes none of the four: little substance, no leader among the scores, a foreign object."""


def weigh_substance(sentences: Sequence[Sentence]) -> float:
    """How much the brief says about accountability at all: the weighted number of sentences that are not neutral."""
    return sum(sentence.weight * stance_of(sentence)[1] ** 2 for sentence in sentences)


def weigh_foreign_object(sentences: Sequence[Sentence]) -> float:
    """How surely (0 to 1) the lines that say what is bought speak of something that none of the four models covers."""
    title = [sentence for sentence in sentences if sentence.objects and sentence.kind == "title"]
    lines = title or [sentence for sentence in sentences if sentence.objects][:3]
    foreign = [
        sum(chance for name, chance in sentence.objects.items() if name not in SERVICES and name != "not_a_purchase")
        for sentence in lines
    ]
    return sum(foreign) / len(foreign) if foreign else 0.0


def _why_nothing(substance: float, foreign: float) -> Reason:
    if foreign >= 0.5:
        return "out_of_scope"
    return "too_thin" if substance < 4 else "unclear"


def _margin(scores: Mapping[Model, float]) -> float:
    first, second = sorted(scores.values(), reverse=True)[:2]
    return first - second


def softmax(values: Mapping[Model, float]) -> dict[Model, float]:
    """Probabilities of the models."""
    most = max(values.values())
    powers = {model: exp(value - most) for model, value in values.items()}
    total = sum(powers.values())
    return {model: power / total for model, power in powers.items()}


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -500 else 0.0


__all__ = ["DescribedModel", "describe", "softmax", "weigh_foreign_object", "weigh_substance"]
