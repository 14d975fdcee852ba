"""The account of a judgement: what each feature added to which score, and what each sentence moved."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from brieflint.judgement.features import features_of_models, features_of_nothing
from brieflint.judgement.objects import find_objects
from brieflint.judgement.verdict import DescribedModel
from brieflint.judgement.weights import MODEL_WEIGHTS, NONE_WEIGHTS
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

LEAST = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """For each model, and for none of them, what each feature added to its score; and the probabilities that follow."""

    models: Mapping[Model, Mapping[str, float]]
    nothing: Mapping[str, float]
    chances: Mapping[DescribedModel, float]

    @property
    def scores(self) -> dict[Model, float]:
        """The score of each model."""
        return {model: sum(self.models[model].values()) for model in MODELS}


def account(sentences: Sequence[Sentence], named: Collection[str]) -> Account:
    """The account of what the sentences describe; `named` are the models that the brief names."""
    objects = find_objects(sentences)
    models = {
        model: _weigh(MODEL_WEIGHTS, features) for model, features in features_of_models(sentences, named, objects).items()
    }
    best = max(sum(parts.values()) for parts in models.values())
    nothing = _weigh(NONE_WEIGHTS, features_of_nothing(sentences, named, objects, best))
    scores: dict[DescribedModel, float] = {model: sum(models[model].values()) for model in MODELS}
    return Account(models=models, nothing=nothing, chances=softmax(scores | {"none": sum(nothing.values())}))


def _weigh(weights: Mapping[str, float], features: Mapping[str, float]) -> dict[str, float]:
    return {name: weights[name] * value for name, value in features.items()}


def softmax(scores: Mapping[DescribedModel, float]) -> dict[DescribedModel, float]:
    """Probabilities."""
    most = max(scores.values())
    powers = {name: exp(score - most) for name, score in scores.items()}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}


def find_effects(
    sentences: Sequence[Sentence], named: Collection[str], model: DescribedModel, numbers: Iterable[int]
) -> dict[int, float]:
    """How far each of the sentences `numbers` moved the log-odds of `model`: with it, less without it; names stay."""
    whole = _odds(account(sentences, named).chances[model])
    return {
        number: whole - _odds(account([*sentences[:number], *sentences[number + 1 :]], named).chances[model])
        for number in numbers
    }


def _odds(chance: float) -> float:
    clipped = min(max(chance, LEAST), 1 - LEAST)
    return log(clipped / (1 - clipped))
