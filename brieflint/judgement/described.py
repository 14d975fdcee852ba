"""Which model the substance of a brief describes, how surely, and why not when it is none.

A linear model over a few dozen readable features, fitted by `tests/quality/fit.py`: for each of the four models what the
concerns, the object of the purchase and the label say for it, and for "none" how little there is or how foreign it is.
"""

from collections.abc import Collection, Sequence

from brieflint.judgement.accounts import account
from brieflint.judgement.features import weigh_substance
from brieflint.judgement.objects import find_objects
from brieflint.judgement.verdict import Described, DescribedModel, Reason
from brieflint.language.reading import Sentence

THIN = 4.0
"""A brief whose sentences speak less than this altogether is too thin to judge."""
UNCLEAR = 0.34
"""A model less probable than this is not named: better to ask."""
FOREIGN = 0.5
"""From this part of the object being foreign, a brief that describes nothing is called out of scope."""


def describe(sentences: Sequence[Sentence], named: Collection[str] = ()) -> Described:
    """The model described by the sentences, or none. `named` are the models that the brief names."""
    told = account(sentences, named)
    scores, chances = told.scores, told.chances
    best: DescribedModel = max(chances, key=lambda name: chances[name])
    if best != "none" and chances[best] < UNCLEAR:
        return Described(model="none", confidence=1 - chances[best], reason="unclear", scores=scores)
    reason = _why_nothing(sentences) if best == "none" else None
    return Described(model=best, confidence=chances[best], reason=reason, scores=scores)


def _why_nothing(sentences: Sequence[Sentence]) -> Reason:
    objects = find_objects(sentences)
    if max(objects.foreign_title, objects.foreign_lines) >= FOREIGN:
        return "out_of_scope"
    return "too_thin" if weigh_substance(sentences) < THIN else "unclear"
