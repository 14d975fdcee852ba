"""A folder with a brief in it, and commands to run there."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main

REMARK = "brieflint: ignore sa-called-ito -- agreed with legal"


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (tmp_path / "brieflint.toml").write_text("root = true\n")
    path = tmp_path / "briefs" / "a.txt"
    path.parent.mkdir()
    path.write_text(f"{REMARK}\n{MISLABELLED}")
    return path


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def git(brief: Path) -> Callable[..., None]:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=brief.parent, check=True, capture_output=True)

    git("init", "-q")
    return git
