"""Without its extra there is no editor to test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from editor import Stage, staging


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """An editor and a server that was started in a folder of its own."""
    with staging(tmp_path_factory.mktemp("editor")) as play:
        yield play


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing but settings of its own."""
    (tmp_path / "brieflint.toml").write_text("root = true\n")
    return tmp_path


@pytest.fixture
def uri(folder: Path) -> str:
    """A brief in that folder, for the editor."""
    return (folder / "rfp.txt").as_uri()
