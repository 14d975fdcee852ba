"""The five-row accountability grid (guide 28 to 35), filled with the sentences of the brief."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from brieflint.judgement.verdict import Cell, Evidence
from brieflint.knowledge.guide import ROWS, Model, Row

DIMENSIONS: Mapping[Row, frozenset[str]] = {
    "defines_work": frozenset({"defines", "scope"}),
    "manages_people": frozenset({"direction", "people", "leadership"}),
    "owns_outcome": frozenset({"outcome"}),
    "handles_change": frozenset({"change"}),
    "holds_quality_risk": frozenset({"quality", "service_levels"}),
}
ENOUGH = 0.2
"""Weaker sentences leave a row "not stated"."""
DISAGREES = 0.6
"""A sentence for another model is shown beside the row's own when it is at least this part as strong."""


def fill_grid(evidence: Sequence[Evidence]) -> dict[Row, Cell | None]:
    """The grid for `evidence`, strongest first: per row the model with most behind it and the sentence it rests on."""
    return {row: _fill_row([item for item in evidence if item.dimension in DIMENSIONS[row]]) for row in ROWS}


def _fill_row(evidence: Sequence[Evidence]) -> Cell | None:
    strong = [item for item in evidence if item.strength >= ENOUGH]
    if not strong:
        return None
    sums: dict[Model, float] = defaultdict(float)
    for item in strong:
        sums[item.model] += item.strength
    model = max(sums, key=lambda name: sums[name])
    own = next(item for item in strong if item.model == model)
    against = next((item for item in strong if item.model != model), None)
    if against and against.strength < DISAGREES * own.strength:
        against = None
    return Cell(model=model, evidence=own, against=against)
