"""The names of the models and of the readers: what the command line offers, without the knowledge behind it."""

from typing import Literal

Model = Literal["it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team"]
MODELS: tuple[Model, ...] = ("it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team")

Reader = Literal["buyer", "bidder", "evaluator", "policy"]
READERS: tuple[Reader, ...] = ("buyer", "bidder", "evaluator", "policy")
