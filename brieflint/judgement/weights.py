"""The weights of `described.py` and `telling.py`, fitted by `fit.py` and `fit_telling.py` of `tests/quality`."""

from collections.abc import Mapping

MODEL_WEIGHTS: Mapping[str, float] = {
    "direction": 1.83,
    "outcome": 1.41,
    "scope": 1.99,
    "presence": 2.16,
    "commerce": 2.54,
    "arrangement": 1.69,
    "title": 0.52,
    "lines": 1.26,
    "label": 0.69,
    "short_label": 1.23,
    "long_title": 0.54,
    "long_lines": 1.16,
    "long_label": 1.40,
    "long_concerns": -0.81,
}
"""What speaks for a model."""

NONE_WEIGHTS: Mapping[str, float] = {
    "bias": 2.54,
    "substance": -0.50,
    "density": -1.17,
    "foreign_title": 1.74,
    "foreign_lines": 2.41,
    "covered_title": -0.79,
    "covered_lines": -1.09,
    "label": -0.35,
    "length": 0.34,
    "long_foreign_title": -0.29,
    "long_foreign_lines": 0.63,
    "best": 0.15,
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
