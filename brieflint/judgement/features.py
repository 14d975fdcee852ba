"""What speaks for each of the four models, and for none of them: the features that `weights.py` weighs."""

from collections.abc import Collection, Sequence
from math import log, log1p

from brieflint.judgement.objects import Objects
from brieflint.judgement.weighing import weigh_concerns
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

LONG = 100
"""Sentences from which on a document counts as long: its boilerplate shouts, so the object and the label weigh more."""
SHORT = 40
"""Sentences below which a document counts as short: it says little beside its label."""


def features_of_models(
    sentences: Sequence[Sentence], named: Collection[str], objects: Objects
) -> dict[Model, dict[str, float]]:
    """What speaks for each model."""
    concerns = weigh_concerns(sentences)
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
    return sum(sentence.weight * sentence.divided[1] ** 2 for sentence in sentences)


def lengthiness(sentences: Sequence[Sentence]) -> float:
    """0 up to `LONG` sentences, growing with the logarithm beyond."""
    return max(0.0, log(max(len(sentences), 1) / LONG))


def shortness(sentences: Sequence[Sentence]) -> float:
    """0 from `SHORT` sentences on, growing with the logarithm below."""
    return max(0.0, log(SHORT / max(len(sentences), 5)))
