"""What every sentence adds to the scores of the four models."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from brieflint.judgement.verdict import Evidence
from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

SPEAKS_FOR: Mapping[str, Mapping[Model, float]] = {
    "ito": {"it_outsourcing": 1.0},
    "so": {"software_outsourcing": 1.0},
    "sa": {"staff_augmentation": 1.0},
    "dt": {"dedicated_team": 1.0},
    "sa_dt": {"staff_augmentation": 0.5, "dedicated_team": 0.5},
    "so_ito": {"software_outsourcing": 0.5, "it_outsourcing": 0.5},
    "not_sa": {"software_outsourcing": 1 / 3, "it_outsourcing": 1 / 3, "dedicated_team": 1 / 3},
}
"""The reader's classes → the models they speak for."""

DIMENSION_WEIGHT: Mapping[str, float] = {
    "direction": 1.5,
    "people": 1.0,
    "leadership": 1.0,
    "outcome": 1.5,
    "quality": 1.0,
    "defines": 1.0,
    "scope": 1.0,
    "change": 1.0,
    "integration": 0.8,
    "individuals": 0.8,
    "service_levels": 0.8,
    "tools": 0.5,
    "pricing": 0.6,
    "duration": 0.4,
    "transition": 0.4,
    "none": 1.0,
}
"""Who directs and who owns the outcome outrank everything; price form, duration and tools support (guide 28 to 36)."""

FADING = 0.7
"""What the next sentence of the same dimension for the same model counts, in comparison with the one before."""

MUTED = {
    "negated": 1.0,
    "hypothetical": 0.7,
    "past": 0.3,
    "quoted": 0.0,
    "defined": 0.2,
    "compared": 0.4,
    "other_party": 0.2,
    "rejected": 1.0,
}
"""What a context leaves of a sentence's weight. Negation is left to the reader, which has learned it from examples."""


def stance_of(sentence: Sentence) -> tuple[dict[Model, float], float]:
    """How a sentence divides among the models if it is not neutral (adding up to one), and how probably it is not."""
    share: dict[Model, float] = dict.fromkeys(MODELS, 0.0)
    for name, probability in sentence.stance.items():
        for model, part in SPEAKS_FOR.get(name, {}).items():
            share[model] += part * probability
    speaking = sum(share.values())
    return {model: value / speaking for model, value in share.items()} if speaking else share, speaking


def dimension_of(sentence: Sentence) -> str:
    """The dimension in which a sentence most likely speaks; "none" when it speaks of the arrangement as a whole."""
    return max(sentence.dimensions, key=lambda name: sentence.dimensions[name])


def weigh_sentence(sentence: Sentence) -> dict[Model, float]:
    """What a sentence adds to each model, before its dimension is capped: positive for, negative against."""
    share, speaking = stance_of(sentence)
    weight = sentence.weight * speaking**2
    for effect in sentence.context:
        weight *= MUTED.get(effect, 1.0)
    return {model: weight * (value - 0.25) for model, value in share.items()}


def gather_evidence(sentences: Sequence[Sentence]) -> list[Evidence]:
    """For each sentence the model it speaks for most, strongest first."""
    found = []
    for number, sentence in enumerate(sentences):
        added = weigh_sentence(sentence)
        model = max(added, key=lambda name: added[name])
        dimension = dimension_of(sentence)
        strength = added[model] * DIMENSION_WEIGHT.get(dimension, 1.0)
        if strength > 0:
            found.append(Evidence(sentence=number, dimension=dimension, model=model, strength=strength))
    return sorted(found, key=lambda evidence: (-evidence.strength, evidence.sentence))


def score_models(sentences: Iterable[Sentence]) -> dict[Model, float]:
    """The scores of the models: per dimension what its sentences add, each further one counting less."""
    added: dict[tuple[str, Model], list[float]] = defaultdict(list)
    for sentence in sentences:
        dimension = dimension_of(sentence)
        for model, value in weigh_sentence(sentence).items():
            added[dimension, model].append(value)
    scores: dict[Model, float] = dict.fromkeys(MODELS, 0.0)
    for (dimension, model), values in added.items():
        scores[model] += DIMENSION_WEIGHT.get(dimension, 1.0) * _fade(values)
    return scores


def _fade(values: list[float]) -> float:
    """The sum of the values, largest first, each counting FADING of the one before; for and against apart."""
    up = sorted((value for value in values if value > 0), reverse=True)
    down = sorted(value for value in values if value < 0)
    return sum(value * FADING**at for part in (up, down) for at, value in enumerate(part))
