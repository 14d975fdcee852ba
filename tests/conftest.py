"""What several tests need."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Patterns
from brieflint.linting.report import BriefReport

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def patterns() -> Patterns:
    return load_knowledge()


@pytest.fixture(scope="session")
def check() -> Callable[[str], BriefReport]:
    """Checks a text as if it were a plain text file."""
    return lambda text: check_document(read_bytes(text.encode(), "brief.txt"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the project."""
    return ROOT


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is remembered, so that nobody's own is touched."""
    folder = tmp_path_factory.mktemp("cache") / "brieflint"
    os.environ["BRIEFLINT_CACHE"] = str(folder)
    return folder


@pytest.fixture(autouse=True)
def outside_of_any_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """The form of a report and of progress depends on where they are made; tests say themselves when they are in a job."""
    for job in ("GITHUB_ACTIONS", "CI"):
        monkeypatch.delenv(job, raising=False)
