"""`brieflint diff`: what changed in the judgement between two versions, and by which words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brieflint.buying.versions import Versions, compare_versions
from brieflint.cli import main

SA = """# Staff augmentation: two engineers for the lock gates

Two C++ engineers join our lock team by staff augmentation. Our technical lead assigns their tasks every morning and reviews
their code. They use our tools. We own the outcome.

Please quote a day rate per engineer.
"""
TURNED = SA.replace("Our technical lead assigns their tasks every morning and reviews\ntheir code.", "").replace(
    "We own the outcome.", "The supplier's project manager directs the engineers and assigns their tasks every morning."
)


@pytest.fixture
def compare(tmp_path):
    def compare(old: str, new: str, *options: str) -> Result:
        for name, text in (("old.md", old), ("new.md", new)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, ["diff", str(tmp_path / "old.md"), str(tmp_path / "new.md"), *options])

    return compare


def changes(result: Result) -> dict[str, dict]:
    return {change["label"]: change for change in json.loads(result.stdout)["changes"]}


@pytest.fixture(scope="module")
def versions(root) -> Versions:
    folder = root / "examples" / "versions"
    return compare_versions(str(folder / "draft.md"), str(folder / "final.md"))


def test_the_same_text_ends_with_0(compare):
    result = compare(SA, SA)
    assert result.exit_code == 0
    assert "the sentences are the same; nothing changed in the judgement" in " ".join(result.stdout.split())


def test_an_edit_that_changes_nothing_ends_with_0_and_is_counted(compare):
    result = compare(SA, SA.replace("They use our tools.", "They use our tools and our laptops."))
    assert result.exit_code == 0
    assert "1 sentence came, 1 went; nothing changed in the judgement" in " ".join(result.stdout.split())


def test_what_was_only_moved_or_wrapped_is_no_change(compare):
    moved = SA.replace("Please quote a day rate per engineer.\n", "").replace(
        "\n\nTwo", "\n\nPlease quote a day rate per engineer.\n\nTwo"
    )
    assert json.loads(compare(SA, moved, "--format", "json").stdout)["sentences"] == {"came": 0, "went": 0}


def test_another_name_is_told_with_its_place(compare):
    renamed = SA.replace("Staff augmentation:", "Managed service:").replace("by staff augmentation", "by managed service")
    named = changes(compare(SA, renamed, "--format", "json"))["Named"]
    assert (named["before"], named["after"]) == ("staff augmentation", "IT outsourcing")
    assert named["causes"][0]["text"].startswith("Managed service")


def test_a_row_that_turns_is_told_with_the_sentence_that_turned_it(compare):
    row = changes(compare(SA, TURNED, "--format", "json"))["Manages the people"]
    assert row["says"].endswith("turns who directs the people from the client to the vendor.")
    assert "The supplier's project manager directs" in row["causes"][0]["text"]


def test_an_answer_that_turns_a_row_is_told_by_its_number(versions):
    (change,) = [change for change in versions.changes if change.row == "manages_people"]
    assert change.what == "disputed"
    assert change.says.startswith("Answer 2 gives who directs the people to the vendor")
    assert change.causes[0].answer == "2"


def test_what_is_paid_for_is_told(versions):
    (change,) = [change for change in versions.changes if change.what == "paid"]
    assert (change.before, change.after) == ("a person's time", "what is delivered, at a fixed price")
    assert [cause.version for cause in change.causes] == ["new", "old"]


def test_another_described_model_is_told_with_what_came_and_went(root, compare):
    project = (root / "examples" / "software-outsourcing.txt").read_text(encoding="utf-8")
    described = changes(compare(SA, project, "--format", "json"))["Describes"]
    assert described["after"].startswith("software outsourcing")
    assert {cause["version"] for cause in described["causes"]} == {"old", "new"}


def test_findings_that_come_and_go_are_told(compare):
    mislabelled = SA.replace("Staff augmentation:", "Managed service:").replace("by staff augmentation", "as a managed service")
    result = compare(mislabelled, SA)
    assert "no longer found: sa-called-ito" in " ".join(result.stdout.split()).replace("No longer", "no longer")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_format_shows_the_words_and_ends_with_1(form, root):
    folder = root / "examples" / "versions"
    result = CliRunner().invoke(main, ["diff", str(folder / "draft.md"), str(folder / "final.md"), "--format", form])
    assert result.exit_code == 1
    assert "The supplier's project manager directs" in result.stdout


def test_a_version_that_is_not_there_ends_with_2(root):
    result = CliRunner().invoke(main, ["diff", str(root / "README.md"), "no.md"])
    assert (result.exit_code, result.stdout) == (2, "")


def test_it_goes_into_a_file(root, tmp_path: Path):
    out = tmp_path / "diff.md"
    folder = root / "examples" / "versions"
    arguments = ["diff", str(folder / "draft.md"), str(folder / "final.md"), "--format", "markdown", "-o", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    assert "now disputed" in out.read_text(encoding="utf-8")
