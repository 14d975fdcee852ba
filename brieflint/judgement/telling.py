"""How telling a sentence is: whether a professional would quote it to show what a brief describes.

What speaks loudest to the reader is not always what convinces a person: direction, outcome and price convince, a job title or
the history of the team does not. Logistic regression, fitted by `tests/quality/fit_telling.py` on quotes in labelled briefs.
"""

from math import exp, log

from brieflint.judgement.weighing import CONCERN
from brieflint.judgement.weights import TELLING_WEIGHTS
from brieflint.knowledge.guide import Model
from brieflint.language.reading import Sentence

SHORT = 12
"""Words below which a sentence says less the shorter it is."""
HEADINGS = frozenset({"heading", "title"})


def tell(sentence: Sentence, model: Model) -> float:
    """The probability (0 to 1) that a professional would quote the sentence to show that a brief describes `model`."""
    odds = sum(TELLING_WEIGHTS[name] * value for name, value in features_of_telling(sentence, model).items())
    return 1 / (1 + exp(-odds))


def features_of_telling(sentence: Sentence, model: Model) -> dict[str, float]:
    """What makes a sentence telling, or not."""
    share, speaking = sentence.divided
    return {
        "bias": 1.0,
        "speaks": share[model] * speaking,
        "margin": share[model] - max(value for name, value in share.items() if name != model),
        "short": min(0.0, log(max(len(sentence.text.split()), 1) / SHORT)),
        "heading": float(sentence.kind in HEADINGS),
        "weight": sentence.weight,
        **{name: sentence.dimensions.get(name, 0.0) for name in CONCERN},
    }
