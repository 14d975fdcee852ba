"""What the classes of the stance reader mean for the four models."""

from collections.abc import Mapping

from brieflint.knowledge.guide import MODELS, Model

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


def divide_stance(stance: Mapping[str, float]) -> tuple[dict[Model, float], float]:
    """How a sentence divides among the models if it is not neutral (adding up to one), and how probably it is not."""
    share: dict[Model, float] = dict.fromkeys(MODELS, 0.0)
    for name, probability in stance.items():
        for model, part in SPEAKS_FOR.get(name, {}).items():
            share[model] += part * probability
    speaking = sum(share.values())
    return {model: value / speaking for model, value in share.items()} if speaking else share, speaking
