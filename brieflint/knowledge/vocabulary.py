"""The names of the models, readers and severities: what is offered to people, without the knowledge behind it."""

from typing import Literal

Model = Literal["it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team"]
MODELS: tuple[Model, ...] = ("it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team")

Reader = Literal["buyer", "bidder", "evaluator", "policy"]
READERS: tuple[Reader, ...] = ("buyer", "bidder", "evaluator", "policy")

Severity = Literal["error", "warning", "advice"]
