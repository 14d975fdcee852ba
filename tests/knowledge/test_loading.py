"""Mistakes in pattern files are told to people: all of them, with file and line."""

import shutil
from pathlib import Path

import pytest

from brieflint.errors import PatternError
from brieflint.knowledge.artefact import compile_artefact, load_folder, restore
from brieflint.knowledge.folder import LEGAL, digest, shipped_folder
from brieflint.knowledge.loading import load_patterns
from brieflint.knowledge.patterns import Patterns
from brieflint.language.examples import digest_examples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped patterns, without the compiled file."""
    copy = tmp_path / "patterns"
    shutil.copytree(Path(str(shipped_folder())), copy, ignore=shutil.ignore_patterns("compiled.zip", "__pycache__"))
    return copy


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(PatternError) as caught:
        load_patterns(folder)
    return caught.value.mistakes


def edit(file: Path, old: str, new: str) -> int:
    """Replace the first `old` and say on which line it stood."""
    text = file.read_text(encoding="utf-8")
    at = text.index(old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[:at].count("\n") + 1


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_valid_one(folder: Path):
    line = edit(folder / "signals/contraindications.yaml", "    learned: true", "    learnt: true")
    assert mistakes(folder) == [f"signals/contraindications.yaml:{line}: unknown key 'learnt'; did you mean 'learned'?"]


def test_a_missing_field_is_named_with_the_line_of_its_entry(folder: Path):
    line = edit(folder / "rules/naming.yaml", "    kind: naming\n", "")
    assert mistakes(folder) == [f"rules/naming.yaml:{line - 1}: the field 'kind' is missing"]


def test_a_broken_frame_is_named_with_the_line_of_its_entry(folder: Path):
    edit(folder / "signals/contraindications.yaml", "need* (no|not)", "need* (no|not")
    (found,) = mistakes(folder)
    assert found.startswith("signals/contraindications.yaml:4:")
    assert "')' is missing" in found


def test_all_mistakes_of_all_files_come_at_once(folder: Path):
    edit(folder / "rules/naming.yaml", "severity: advice", "severity: loud")
    edit(folder / "terms/outsourcing.yaml", "phrases:", "phrase:")
    files = {mistake.split(":")[0] for mistake in mistakes(folder)}
    assert files == {"rules/naming.yaml", "terms/outsourcing.yaml"}


def test_broken_yaml_is_named_with_its_line(folder: Path):
    (folder / "spelling.yaml").write_text("spellings:\n  - [a, b\n  - c: ]\n", encoding="utf-8")
    (found,) = mistakes(folder)
    assert found.startswith("spelling.yaml:3: not valid YAML")


def test_a_doubled_key_is_a_mistake(folder: Path):
    (folder / "spelling.yaml").write_text("spellings: []\nspellings: []\n", encoding="utf-8")
    assert mistakes(folder) == ["spelling.yaml:2: the key 'spellings' stands twice"]


def test_a_missing_file_is_a_mistake(folder: Path):
    (folder / "guide.yaml").unlink()
    assert mistakes(folder) == ["guide.yaml:1: the file is missing"]


def test_a_rule_cannot_ask_for_a_further_signal_that_is_not_there(folder: Path):
    edit(folder / "rules/contradiction.yaml", "also: [client_directs]", "also: [client_steers]")
    assert "no signal 'client_steers' in signals/" in mistakes(folder)[0]


def test_a_rule_cannot_ask_for_a_signal_that_is_not_there(folder: Path):
    edit(folder / "rules/contradiction.yaml", "signals: [no_technical_lead]", "signals: [no_lead]")
    assert "no signal 'no_lead' in signals/" in mistakes(folder)[0]


def test_yaml_tags_run_no_code(folder: Path):
    (folder / "spelling.yaml").write_text("spellings: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    assert "not plain YAML" in mistakes(folder)[0]


def test_the_compiled_file_holds_the_same_patterns_as_the_yaml_files(patterns: Patterns):
    assert load_patterns(shipped_folder()) == patterns


def test_the_compiled_file_is_fresh():
    """Fails when a YAML file or an example sentence changed: run `brieflint patterns train`."""
    import json
    from zipfile import ZipFile

    with ZipFile(Path(str(shipped_folder())) / "compiled.zip") as archive:
        assert json.loads(archive.read("patterns.json"))["digest"] == digest(shipped_folder(), ".yaml", without=LEGAL)
        assert archive.read("reader/digest").decode() == digest_examples(shipped_folder())


def test_a_changed_yaml_file_is_read_instead_of_the_compiled_one(folder: Path):
    shutil.copy(Path(str(shipped_folder())) / "compiled.zip", folder)
    edit(folder / "guide.yaml", "name: staff augmentation", "name: lent staff")
    assert load_folder(folder).guide.models["staff_augmentation"].name == "lent staff"


def test_compiling_twice_gives_the_same_bytes(patterns: Patterns):
    assert compile_artefact(shipped_folder(), patterns, {}) == compile_artefact(shipped_folder(), patterns, {})


def test_restoring_undoes_storing(patterns: Patterns):
    import dataclasses
    import json

    assert restore(Patterns, json.loads(json.dumps(dataclasses.asdict(patterns)))) == patterns
