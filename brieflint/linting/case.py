"""What the rules look at: a brief, or one lot of it, that describes one model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Model
from brieflint.language.reading import Mention


@dataclass(frozen=True, slots=True)
class Case:
    """One brief, or one lot of it, as the rules see it."""

    named: tuple[Mention, ...]
    model: Model
    confidence: float
    part: int | None = None


def find_cases(verdict: Verdict) -> Iterator[Case]:
    """The brief as a whole, when it describes one model; else each of its lots that does."""
    model = verdict.described.model
    if model not in ("none", "mixed"):
        yield Case(verdict.named, cast(Model, model), verdict.described.confidence)
    elif model == "mixed":
        for lot in verdict.lots:
            if lot.described.model not in ("none", "mixed"):
                yield Case(lot.named, cast(Model, lot.described.model), lot.described.confidence, lot.part)
