"""`brieflint patterns`: the keeper's commands."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packs import TERM, write_pack

from brieflint.cli import main
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.trying import Remark, Trial

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


def test_a_new_pack_has_no_mistakes(tmp_path: Path):
    assert patterns("new", tmp_path / "house").exit_code == 0
    assert patterns("check", tmp_path / "house").exit_code == 0


def test_a_new_pack_says_which_files_it_wrote(tmp_path: Path):
    *files, _ = patterns("new", tmp_path / "house").stdout.splitlines()
    assert files == sorted(str(path) for path in (tmp_path / "house").rglob("*") if path.is_file())


def test_an_empty_folder_may_become_a_pack(tmp_path: Path):
    assert patterns("new", tmp_path).exit_code == 0


def test_a_new_pack_overwrites_nothing(tmp_path: Path):
    (tmp_path / "terms").mkdir()
    result = patterns("new", tmp_path)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [tmp_path / "terms"])
    assert "stays as it is" in result.stderr


def test_a_new_pack_does_not_take_the_place_of_a_file(tmp_path: Path):
    (tmp_path / "house").write_text("mine")
    assert patterns("new", tmp_path / "house").exit_code == 2
    assert (tmp_path / "house").read_text() == "mine"


def test_a_mistake_in_a_pack_is_told_with_the_path_of_its_file(tmp_path: Path):
    pack = write_pack(tmp_path / "house", terms=TERM.replace("phrases", "phrase"))
    result = patterns("check", pack)
    assert result.exit_code == 2
    assert f"{pack}/terms/house.yaml:5: unknown key 'phrase'; did you mean 'phrases'?" in result.stderr


def test_the_list_says_where_each_entry_comes_from(tmp_path: Path):
    pack = write_pack(tmp_path / "house", terms=TERM)
    lines = patterns("list", pack).stdout.splitlines()
    assert [line.split()[-1] for line in lines if "house.bench_loan" in line] == [f"{pack}/terms/house.yaml:3"]
    assert any(line.endswith("shipped terms/outsourcing.yaml:3") for line in lines)


def test_the_list_says_what_a_pack_replaces_and_drops(tmp_path: Path):
    terms = f"{TERM.replace('house.bench_loan', 'out.bare')}drop: [out.manpower]\n"
    own = patterns("list", write_pack(tmp_path / "house", terms=terms), "--own").stdout
    assert "replaces shipped terms/outsourcing.yaml:3" in own
    assert f"dropped by {tmp_path}/house/terms/house.yaml:6" in own
    assert "sa.staff_augmentation" not in own


def test_examples_that_come_out_wrong_end_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    trial = Trial(tried={"rule examples": 3}, failures=[Remark("a.yaml", 3, "r is silent")], compared={}, changes={})
    monkeypatch.setattr("brieflint.trying.try_patterns", lambda packs: trial)
    result = patterns("test", write_pack(tmp_path / "house", terms=TERM))
    assert (result.exit_code, result.stdout) == (1, "a.yaml:3: r is silent\nTried 3 rule examples: 1 came out wrong.\n")


def test_the_first_ten_changes_elsewhere_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    changes = {"shipped rule examples": [Remark("a.yaml", line, "names nothing") for line in range(1, 13)]}
    trial = Trial(tried={}, failures=[], compared={"shipped rule examples": 147}, changes=changes)
    monkeypatch.setattr("brieflint.trying.try_patterns", lambda packs: trial)
    result = patterns("test", write_pack(tmp_path / "house", terms=TERM))
    assert result.exit_code == 0
    assert "Changed elsewhere: 12 of 147 shipped rule examples." in result.stdout
    assert result.stdout.count("names nothing") == 10
    assert result.stdout.endswith("and 2 more\n")


def test_a_pack_without_sentences_needs_no_training(tmp_path: Path):
    result = patterns("train", write_pack(tmp_path / "house", terms=TERM))
    assert result.exit_code == 2
    assert "nothing to learn; use it as it is" in result.stderr
