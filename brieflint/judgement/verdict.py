"""The verdict on a brief: what it names, what it describes, and the sentences that each of these rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brieflint.knowledge.guide import Model, Row
from brieflint.language.reading import Mention

DescribedModel = Literal["it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team", "mixed", "none"]
Reason = Literal["too_thin", "out_of_scope", "unclear", "unsupported_language", "several_lots"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence (its index in the reading) that speaks for `model` in one accountability dimension.

    `strength` is how much it moved the verdict towards that model, in the units of the scores.
    """

    sentence: int
    dimension: str
    model: Model
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One row of the accountability grid: the sentence it rests on, and one that disagrees, when there is one."""

    model: Model
    evidence: Evidence
    against: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The model that the substance describes. `confidence` is the probability that `model` is right, also for none."""

    model: DescribedModel
    confidence: float
    reason: Reason | None
    scores: Mapping[Model, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """What one part of a brief that buys several things names and describes. `part` is its number in the reading."""

    part: int
    title: str
    named: tuple[Mention, ...]
    described: Described


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Everything that was decided on one brief. `evidence` is strongest first."""

    named: tuple[Mention, ...]
    described: Described
    grid: Mapping[Row, Cell | None]
    evidence: tuple[Evidence, ...]
    lots: tuple[Lot, ...] = ()
