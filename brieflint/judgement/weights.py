"""The weights of `described.py` and `telling.py`, fitted by `fit.py` and `fit_telling.py` of `tests/quality`."""

from collections.abc import Mapping

MODEL_WEIGHTS: Mapping[str, float] = {
    "direction": 1.85,
    "outcome": 1.76,
    "scope": 2.03,
    "presence": 2.12,
    "commerce": 3.12,
    "arrangement": 1.67,
    "title": 0.43,
    "lines": 1.02,
    "label": 0.93,
    "long_title": 0.50,
    "long_lines": 0.60,
    "long_label": 0.94,
    "long_concerns": -0.76,
}
"""What speaks for a model."""

NONE_WEIGHTS: Mapping[str, float] = {
    "bias": 2.40,
    "substance": -0.64,
    "density": -1.18,
    "foreign_title": 1.79,
    "foreign_lines": 2.00,
    "covered_title": -0.70,
    "covered_lines": -0.93,
    "label": -0.63,
    "length": 0.14,
    "long_foreign_title": -0.26,
    "long_foreign_lines": 0.09,
    "best": 0.28,
}
"""What speaks for none of the four."""

TELLING_WEIGHTS: Mapping[str, float] = {
    "bias": -2.01,
    "speaks": 0.50,
    "margin": 0.34,
    "short": 1.53,
    "heading": -0.54,
    "weight": 0.85,
    "direction": 1.23,
    "people": 0.90,
    "leadership": -0.34,
    "outcome": 0.96,
    "quality": -0.47,
    "defines": 0.50,
    "scope": -0.40,
    "change": -0.35,
    "integration": 0.06,
    "individuals": -0.94,
    "tools": 0.06,
    "pricing": 1.16,
    "duration": -0.07,
    "transition": -1.10,
    "service_levels": -0.79,
    "none": -2.42,
}
"""What makes a sentence one that a professional would quote."""
