"""A folder with configuration files in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from brieflint.configuration.finding import Configuration
from brieflint.configuration.settings import Options, Settings


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def find() -> Callable[..., Settings]:
    return lambda path, **options: Configuration(Options(**options)).find(path)
