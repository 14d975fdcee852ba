"""Word files to prove reviews on: the example of the documentation, every hand-made body, and briefs beside the project."""

import os
from pathlib import Path

import pytest

from tests.reviewing import example
from tests.reviewing.bodies import BODIES, build

ROOT = Path(__file__).parents[2]
BRIEFS = Path(os.environ.get("BRIEFLINT_BRIEFS", ROOT.parent / "shared" / "briefs"))
"""A folder of real briefs, which is not part of the project; where it is missing, the proof goes without it."""
REAL = sorted(path for folder in ("real", "reading") for path in (BRIEFS / folder).glob("*.docx"))
FILES = [
    pytest.param(example.build, id="example"),
    pytest.param(lambda: build("".join(BODIES.values())), id="bodies"),
    *(pytest.param(path.read_bytes, id=path.stem) for path in REAL),
]
