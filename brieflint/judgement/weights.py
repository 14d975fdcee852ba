"""The weights of `described.py`, fitted by `tests/quality/fit.py` on labelled briefs."""

from collections.abc import Mapping

MODEL_WEIGHTS: Mapping[str, float] = {
    "direction": 1.89,
    "outcome": 1.67,
    "scope": 1.99,
    "presence": 2.18,
    "commerce": 3.15,
    "arrangement": 1.72,
    "title": 0.43,
    "lines": 1.04,
    "label": 0.73,
    "long_title": 0.43,
    "long_lines": 0.55,
    "long_label": 1.01,
    "long_concerns": -0.83,
}
"""What speaks for a model."""

NONE_WEIGHTS: Mapping[str, float] = {
    "bias": 2.26,
    "substance": -0.72,
    "density": -1.19,
    "foreign_title": 1.75,
    "foreign_lines": 2.02,
    "covered_title": -0.73,
    "covered_lines": -0.98,
    "label": 0.13,
    "length": 0.33,
    "long_foreign_title": -0.37,
    "long_foreign_lines": 0.05,
    "best": 0.27,
}
"""What speaks for none of the four."""
