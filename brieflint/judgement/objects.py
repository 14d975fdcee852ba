"""What is being bought, by the title and the lines that may say so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brieflint.knowledge.guide import MODELS, Model
from brieflint.language.reading import Sentence

COVERED: Mapping[str, Model] = {
    "software_build": "software_outsourcing",
    "technical_people": "staff_augmentation",
    "it_function": "it_outsourcing",
    "product_development_capacity": "dedicated_team",
}
"""Objects that one of the four models covers → the model."""
SILENT = frozenset({"not_a_purchase", "several"})
"""Classes that point to no object; all others point to one that none of the four models covers."""
FADING = 0.98
"""What a line says counts for this much less with every line before it: what is bought is said early."""
PLACES: Mapping[str, float] = {"purpose": 2.0, "scope": 1.5, "opening": 1.5, "background": 0.15}
"""Sections → how much their lines count for what is bought; 1 elsewhere."""
CLARITY = 3
"""The power of the likeliest object's probability: a line that may mean several things counts little."""
LINES = 10
"""A brief says in so few lines what it buys; the rest of a long one only drowns them."""
HALF = 0.5
"""The weight of lines at which half of what they say is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """How surely (0 to 1) the brief buys what each model covers, and something foreign to all, by title and by its lines."""

    title: Mapping[Model, float]
    lines: Mapping[Model, float]
    foreign_title: float
    foreign_lines: float


def find_objects(sentences: Iterable[Sentence]) -> Objects:
    """What the title and the lines of a brief say is bought."""
    title: Mapping[str, float] = {}
    lines: list[tuple[float, dict[str, float]]] = []
    for sentence in sentences:
        if not sentence.objects:
            continue
        if sentence.kind == "title":
            title = sentence.objects
            continue
        chances = {name: chance for name, chance in sentence.objects.items() if name != "not_a_purchase"}
        buys = sum(chances.values())
        if not buys:  # so surely no purchase that nothing is left of the rest
            continue
        weight = FADING ** len(lines) * PLACES.get(sentence.section, 1.0) * buys * (max(chances.values()) / buys) ** CLARITY
        lines.append((weight, chances))
    told: dict[str, float] = defaultdict(float)
    for weight, chances in sorted(lines, key=lambda line: -line[0])[:LINES]:
        for name, chance in chances.items():
            told[name] += weight * chance
    total = sum(told.values()) + HALF
    shares = {name: value / total for name, value in told.items()}
    return Objects(title=_covered(title), lines=_covered(shares), foreign_title=_foreign(title), foreign_lines=_foreign(shares))


def _covered(chances: Mapping[str, float]) -> dict[Model, float]:
    found: dict[Model, float] = dict.fromkeys(MODELS, 0.0)
    for name, model in COVERED.items():
        found[model] = chances.get(name, 0.0)
    return found


def _foreign(chances: Mapping[str, float]) -> float:
    return sum(chance for name, chance in chances.items() if name not in SILENT and name not in COVERED)
