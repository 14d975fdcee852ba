"""`brieflint evaluate`: what is scored and told, and with which exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from brieflint.cli import main


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture(scope="module")
def result(root: Path) -> Result:
    return evaluate(root / "examples" / "labels.jsonl", "--format", "json")


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Two labels: one of a brief with nothing in it, one of a file that is not there."""
    (tmp_path / "thin.txt").write_text("Two desks\n\nWe buy two desks.\n", encoding="utf-8")
    lines = [{"path": path, "named": [], "described": "none", "mislabelled": False} for path in ("thin.txt", "gone.txt")]
    path = tmp_path / "labels.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_the_examples_are_judged_as_they_are_labelled(result: Result):
    plain = json.loads(result.stdout)
    assert result.exit_code == 0
    assert plain["errors"] == []
    assert (plain["figures"]["briefs"], plain["figures"]["recall"], plain["figures"]["false_alarms"]) == (11, 1.0, 0)


def test_a_report_that_is_there_is_scored_without_checking_again(result: Result, tmp_path: Path, root: Path):
    report = tmp_path / "report.json"
    report.write_text(json.dumps(json.loads(result.stdout)["report"]), encoding="utf-8")
    moved = tmp_path / "labels.jsonl"
    moved.write_text((root / "examples" / "labels.jsonl").read_text(encoding="utf-8"), encoding="utf-8")
    again = json.loads(evaluate(moved, "--report", report, "--format", "json").stdout)
    assert again | {"labels": ""} == json.loads(result.stdout) | {"labels": ""}


def test_an_evaluation_can_be_compared_with_a_later_one(result: Result, tmp_path: Path, root: Path):
    plain = json.loads(result.stdout)
    plain["report"]["briefs"][0]["described"]["model"] = "dedicated_team"
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(plain), encoding="utf-8")
    new.write_text(result.stdout, encoding="utf-8")
    found = evaluate(root / "examples" / "labels.jsonl", "--report", new, "--against", old, "--format", "json")
    (change,) = json.loads(found.stdout)["against"]["changes"]
    assert (change["path"], change["before"], change["now"]) == ("rfp.docx.txt", "dedicated_team", "staff_augmentation")


def test_a_brief_that_cannot_be_read_is_told_and_ends_with_2(labels: Path):
    found = evaluate(labels)
    assert found.exit_code == 2
    text = " ".join(found.stdout.split())
    assert "gone.txt: there is no such file" in text
    assert "1 could not be read and counts as wrong in every figure" in text


def test_wrong_labels_end_with_2_and_nothing_is_scored(tmp_path: Path):
    path = tmp_path / "labels.jsonl"
    path.write_text('{"path": "a.txt", "named": [], "describes": "none", "mislabelled": false}\n', encoding="utf-8")
    found = evaluate(path)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == f"{path}:1: unknown key 'describes'; did you mean 'described'?\n"


def test_a_misjudged_brief_is_told_with_the_sentences_that_caused_it(tmp_path: Path, root: Path):
    path = tmp_path / "labels.jsonl"
    brief = root / "examples" / "rfp.docx.txt"
    plain = {"path": str(brief), "named": ["it_outsourcing"], "described": "it_outsourcing", "mislabelled": False}
    path.write_text(json.dumps(plain), encoding="utf-8")
    text = " ".join(evaluate(path).stdout.split())
    assert "labelled: names it_outsourcing; describes it_outsourcing; not mislabelled" in text
    assert "told: names it_outsourcing; describes staff_augmentation; mislabelled" in text
    assert 'taken as a name of it_outsourcing: "IT OUTSOURCING" (line 3)' in text
    assert "staff_augmentation: \"The Town's technical lead" in text


def test_a_term_wrongly_taken_as_a_name_is_told(tmp_path: Path, root: Path):
    path = tmp_path / "labels.jsonl"
    brief = root / "examples" / "rfp.docx.txt"
    path.write_text(json.dumps({"path": str(brief), "named": [], "described": "none", "mislabelled": False}), encoding="utf-8")
    assert 'taken as a name of it_outsourcing: "IT OUTSOURCING" (line 3)' in evaluate(path).stdout


def test_markdown_comes_in_tables(result: Result, tmp_path: Path, root: Path):
    report = tmp_path / "report.json"
    report.write_text(result.stdout, encoding="utf-8")
    text = evaluate(root / "examples" / "labels.jsonl", "--report", report, "--format", "markdown").stdout
    html = MarkdownIt().enable("table").render(text)
    assert html.count("<table>") == text.count("## ") == 5
    assert "<td>described_accuracy</td>" in html
