"""`brieflint patterns`: the keeper's commands."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brieflint.cli import main
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge

SHIPPED = Path(__file__).parents[2] / "patterns"


def patterns(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["patterns", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "patterns"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.zip", "__pycache__"))
    return copy


def test_the_shipped_patterns_have_no_mistakes():
    known = load_knowledge()
    result = patterns("check")
    assert result.exit_code == 0
    assert result.stdout == (
        f"{len(known.terms)} terms, {len(known.signals)} signals, {len(known.rules)} rules: no mistakes.\n"
    )


def test_another_folder_can_be_checked(folder: Path):
    (folder / "signals" / "contraindications.yaml").unlink()
    assert patterns("check", folder).exit_code == 2


def test_a_mistake_is_told_with_file_and_line(folder: Path):
    rules = folder / "rules" / "naming.yaml"
    text = rules.read_text()
    rules.write_text(text.replace("severity: advice", "severity: loud", 1))
    line = text[: text.index("severity: advice")].count("\n") + 1
    result = patterns("check", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"rules/naming.yaml:{line}:" in result.stderr


def test_every_mistake_is_told(folder: Path):
    for name in ("naming", "completeness"):
        path = folder / "rules" / f"{name}.yaml"
        path.write_text(path.read_text().replace("severity: advice", "severity: loud", 1))
    told = patterns("check", folder).stderr
    assert "rules/naming.yaml" in told
    assert "rules/completeness.yaml" in told


def test_a_folder_that_is_not_there_is_a_mistake_in_the_call(tmp_path: Path):
    assert patterns("check", tmp_path / "no").exit_code == 2


def test_training_writes_the_artefact_into_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brieflint.language.training.train", lambda where, tell: b"packed")
    result = patterns("train", folder)
    assert result.exit_code == 0
    assert (folder / "compiled.zip").read_bytes() == b"packed"
    assert "6 bytes" in result.stdout


def test_training_on_wrong_patterns_ends_with_2_and_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def wrong(*_: object) -> bytes:
        raise PatternError(["sentences/naming.tsv:7: needs the columns"])

    monkeypatch.setattr("brieflint.language.training.train", wrong)
    result = patterns("train", folder)
    assert (result.exit_code, result.stderr) == (2, "sentences/naming.tsv:7: needs the columns\n")
    assert not (folder / "compiled.zip").exists()


def test_training_without_its_library_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def missing(*_: object) -> bytes:
        raise ImportError

    monkeypatch.setattr("brieflint.language.training.train", missing)
    result = patterns("train", folder)
    assert result.exit_code == 2
    assert "pip install 'brieflint[train]'" in result.stderr
