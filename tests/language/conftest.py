"""Pipelines as somebody else would build them."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

COMPONENTS = ("layout", "terms", "reader", "signals", "naming", "context")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """A blank pipeline with all components."""
    pipeline = spacy.blank("en")
    for name in COMPONENTS:
        pipeline.add_pipe(f"brieflint_{name}")
    return pipeline


@pytest.fixture(scope="session")
def lay_out() -> Callable[[str], Doc]:
    """A blank pipeline with the layout alone."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("brieflint_layout")
    return pipeline
