"""The weights of `described.py`, fitted by `tests/quality/fit.py` on labelled briefs."""

from collections.abc import Mapping

MODEL_WEIGHTS: Mapping[str, float] = {
    "direction": 1.88,
    "outcome": 1.73,
    "scope": 2.03,
    "presence": 2.11,
    "commerce": 3.11,
    "arrangement": 1.67,
    "title": 0.44,
    "lines": 1.01,
    "label": 0.92,
    "long_title": 0.51,
    "long_lines": 0.59,
    "long_label": 0.94,
    "long_concerns": -0.74,
}
"""What speaks for a model."""

NONE_WEIGHTS: Mapping[str, float] = {
    "bias": 2.39,
    "substance": -0.63,
    "density": -1.18,
    "foreign_title": 1.79,
    "foreign_lines": 1.99,
    "covered_title": -0.72,
    "covered_lines": -0.92,
    "label": -0.62,
    "length": 0.14,
    "long_foreign_title": -0.27,
    "long_foreign_lines": 0.09,
    "best": 0.28,
}
"""What speaks for none of the four."""
