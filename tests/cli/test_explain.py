"""`brieflint explain`: from a name to an explanation, whatever way it is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brieflint.cli import main


def explain(*topic: str) -> Result:
    return CliRunner().invoke(main, ["explain", *topic])


def test_a_rule_is_explained_by_its_id():
    result = explain("sa-called-ito")
    assert result.exit_code == 0
    assert result.stdout.startswith("sa-called-ito\n")


@pytest.mark.parametrize(
    "topic", [["staff", "augmentation"], ["staff augmentation"], ["Staff-Augmentation"], ["staff_augmentation"]]
)
def test_a_model_is_explained_however_it_is_written(topic: list[str]):
    assert explain(*topic).stdout.startswith("staff augmentation\n")


@pytest.mark.parametrize("topic", ["owns_outcome", "q3", "m1"])
def test_rows_questions_and_mislabellings_are_explained(topic: str):
    result = explain(topic)
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) > 5


def test_without_a_topic_all_topics_are_listed():
    text = explain().stdout
    assert all(topic in text for topic in ("sa-called-ito", "dedicated_team", "owns_outcome", "q5", "m3"))


def test_every_listed_topic_can_be_explained():
    topics = [line.split()[0] for line in explain().stdout.splitlines() if line.startswith("  ") and line[2] != " "]
    assert len(topics) > 25
    assert [topic for topic in topics if explain(topic).exit_code] == []


def test_an_unknown_topic_ends_with_2_and_is_told_on_standard_error():
    result = explain("sa-caled-ito")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "sa-caled-ito" in result.stderr


def test_wrong_patterns_end_with_2(tmp_path: Path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yaml").write_text("rules: 3\n")
    result = CliRunner().invoke(main, ["explain", "sa-called-ito", "--patterns", str(tmp_path)])
    assert (result.exit_code, "rules/a.yaml:1" in result.stderr) == (2, True)
