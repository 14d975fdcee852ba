"""Which model the substance of a brief describes, how surely, and why not when it is none.

A linear model over a few dozen readable features, fitted by `tests/quality/fit.py`: for each of the four models what the
concerns, the object of the purchase and the label say for it, and for "none" how little there is or how foreign it is.
"""

from collections.abc import Collection, Mapping, Sequence
from math import exp, log, log1p

from brieflint.judgement.objects import Objects, find_objects
from brieflint.judgement.verdict import Described, DescribedModel, Reason
from brieflint.judgement.weighing import weigh_concerns
from brieflint.judgement.weights import MODEL_WEIGHTS, NONE_WEIGHTS
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence
from brieflint.language.stance import divide_stance

LONG = 100
"""Sentences from which on a document counts as long: its boilerplate shouts, so the object and the label weigh more."""
SHORT = 40
"""Sentences below which a document counts as short: it says little beside its label."""
THIN = 4.0
"""A brief whose sentences speak less than this altogether is too thin to judge."""
UNCLEAR = 0.34
"""A model less probable than this is not named: better to ask."""
FOREIGN = 0.5
"""From this part of the object being foreign, a brief that describes nothing is called out of scope."""


def describe(sentences: Sequence[Sentence], named: Collection[str] = ()) -> Described:
    """The model described by the sentences, or none. `named` are the models that the brief names."""
    scores = score_models(sentences, named)
    objects = find_objects(sentences)
    nothing = add_up(NONE_WEIGHTS, features_of_nothing(sentences, named, objects, max(scores.values())))
    candidates: dict[DescribedModel, float] = {model: scores[model] for model in MODELS}
    chances = softmax(candidates | {"none": nothing})
    best: DescribedModel = max(chances, key=lambda name: chances[name])
    if best != "none" and chances[best] < UNCLEAR:
        return Described(model="none", confidence=1 - chances[best], reason="unclear", scores=scores)
    reason = _why_nothing(sentences, objects) if best == "none" else None
    return Described(model=best, confidence=chances[best], reason=reason, scores=scores)


def score_models(sentences: Sequence[Sentence], named: Collection[str]) -> dict[Model, float]:
    """The score of each model."""
    features = features_of_models(sentences, named)
    return {model: add_up(MODEL_WEIGHTS, features[model]) for model in MODELS}


def features_of_models(sentences: Sequence[Sentence], named: Collection[str]) -> dict[Model, dict[str, float]]:
    """What speaks for each model."""
    concerns = weigh_concerns(sentences)
    objects = find_objects(sentences)
    labels = [model for model in MODELS if model in named]
    length = lengthiness(sentences)
    found: dict[Model, dict[str, float]] = {}
    for model in MODELS:
        own = {name: shares[model] for name, shares in concerns.items()}
        label = 1 / len(labels) if model in labels else 0.0
        found[model] = {
            **own,
            "title": objects.title[model],
            "lines": objects.lines[model],
            "label": label,
            "short_label": shortness(sentences) * label,
            "long_title": length * objects.title[model],
            "long_lines": length * objects.lines[model],
            "long_label": length * label,
            "long_concerns": length * sum(own.values()),
        }
    return found


def features_of_nothing(
    sentences: Sequence[Sentence], named: Collection[str], objects: Objects, best: float
) -> dict[str, float]:
    """What speaks for "none of the four". `best` is the best score of a model."""
    substance = weigh_substance(sentences)
    length = lengthiness(sentences)
    return {
        "bias": 1.0,
        "substance": log1p(substance),
        "density": substance / max(len(sentences), 1),
        "foreign_title": objects.foreign_title,
        "foreign_lines": objects.foreign_lines,
        "covered_title": sum(objects.title.values()),
        "covered_lines": sum(objects.lines.values()),
        "label": float(any(model in named for model in MODELS)),
        "length": log(max(len(sentences), 5) / 50),
        "long_foreign_title": length * objects.foreign_title,
        "long_foreign_lines": length * objects.foreign_lines,
        "best": best,
    }


def weigh_substance(sentences: Sequence[Sentence]) -> float:
    """How much the brief says about accountability at all: the weighted number of sentences that are not neutral."""
    return sum(sentence.weight * divide_stance(sentence.stance)[1] ** 2 for sentence in sentences)


def lengthiness(sentences: Sequence[Sentence]) -> float:
    """0 up to `LONG` sentences, growing with the logarithm beyond."""
    return max(0.0, log(max(len(sentences), 1) / LONG))


def shortness(sentences: Sequence[Sentence]) -> float:
    """0 from `SHORT` sentences on, growing with the logarithm below."""
    return max(0.0, log(SHORT / max(len(sentences), 5)))


def add_up(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The weighted sum of features."""
    return sum(weights[name] * value for name, value in features.items())


def softmax(scores: Mapping[DescribedModel, float]) -> dict[DescribedModel, float]:
    """Probabilities."""
    most = max(scores.values())
    powers = {name: exp(score - most) for name, score in scores.items()}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}


def _why_nothing(sentences: Sequence[Sentence], objects: Objects) -> Reason:
    if max(objects.foreign_title, objects.foreign_lines) >= FOREIGN:
        return "out_of_scope"
    return "too_thin" if weigh_substance(sentences) < THIN else "unclear"
