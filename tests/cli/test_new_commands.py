"""`brieflint facts`, `grid`, `questions` and `choose`: what they print, where it goes, how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "rfp.txt"
    path.write_text(MISLABELLED)
    return path


@pytest.mark.parametrize("command", ["facts", "grid", "questions", "choose"])
def test_a_brief_that_is_not_there_ends_with_2(command: str, tmp_path: Path):
    result = run(command, tmp_path / "no.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no such file" in result.stderr


@pytest.mark.parametrize("command", ["facts", "grid", "questions", "choose"])
def test_the_same_brief_gives_the_same_output(command: str, brief: Path):
    first = run(command, brief)
    assert first.exit_code == 0
    assert first.stdout == run(command, brief).stdout != ""


def test_facts_are_json_for_machines(brief: Path):
    report = json.loads(run("facts", brief, "--format", "json").stdout)
    (count,) = [fact for fact in report["facts"] if fact["kind"] == "count"]
    assert (count["text"], count["value"], count["line"], count["where"]) == ("Two", "2", 3, "line 3")
    assert MISLABELLED[count["start"] : count["end"]] == "Two"


def test_the_table_goes_into_a_file(brief: Path, tmp_path: Path):
    out = tmp_path / "table.html"
    assert run("grid", brief, "--format", "html", "-o", out).exit_code == 0
    assert out.read_text() == run("grid", brief, "--format", "html").stdout


def test_a_workbook_needs_a_file(brief: Path, tmp_path: Path):
    assert run("questions", brief, "--format", "xlsx").exit_code == 2
    assert run("questions", brief, "--format", "xlsx", "-o", tmp_path / "q.xlsx").exit_code == 0
    assert (tmp_path / "q.xlsx").read_bytes().startswith(b"PK")


def test_a_folder_that_is_not_there_ends_with_2_and_is_told(brief: Path, tmp_path: Path):
    result = run("questions", brief, "-o", tmp_path / "no" / "q.csv")
    assert result.exit_code == 2
    assert "Choose another place with -o." in result.stderr


def test_without_a_terminal_the_questions_are_printed():
    result = run("choose")
    assert result.exit_code == 0
    assert [f"  q{number}  " in result.stdout for number in range(1, 6)] == [True] * 5


def test_flags_answer_the_questions():
    result = run("choose", "--q1", "no", "--q2", "yes", "--q3", "no", "--q4", "no", "--q5", "no")
    assert "Most votes are for software outsourcing." in result.stdout
    assert "Open questions" not in result.stdout


def test_only_the_fifth_question_can_be_answered_partly():
    assert run("choose", "--q5", "partly").exit_code == 0
    assert run("choose", "--q1", "partly").exit_code == 2


def test_a_lot_needs_a_brief_that_has_it(brief: Path):
    assert run("choose", "--lot", "1").exit_code == 2
    assert "there is no lot 3" in run("choose", brief, "--lot", "3").stderr
