"""`--patterns`: the commands with a pack of one's own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packs import TERM, write_pack

import brieflint
from brieflint.cli import main

PROJECT = """Bench loans for the clinic

The partner builds the booking system for a fixed price. It leads its own people and answers for delivery by April. The
specification is final. Acceptance ends the contract.
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """A brief under the name of a house term."""
    path = tmp_path / "brief.txt"
    path.write_text(PROJECT)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def check(brief: Path, *packs: Path) -> dict[str, object]:
    options = [option for pack in packs for option in ("--patterns", str(pack))]
    return json.loads(run("check", brief, "--format", "json", *options).stdout)["briefs"][0]


def rules(report: dict[str, object]) -> set[str]:
    return {finding["rule"] for finding in report["findings"]}  # type: ignore[attr-defined]


def test_a_house_term_names_its_model(brief: Path, tmp_path: Path):
    pack = write_pack(tmp_path / "house", terms=TERM)
    assert "so-called-sa" not in rules(check(brief))
    assert "so-called-sa" in rules(check(brief, pack))


def test_a_house_term_that_is_not_to_be_flagged_is_understood_and_not_reported(brief: Path, tmp_path: Path):
    report = check(brief, write_pack(tmp_path / "house", terms=f"{TERM}    flag: false\n"))
    assert [name["model"] for name in report["named"]] == ["staff_augmentation"]  # type: ignore[attr-defined]
    assert rules(report) <= {"brief-incomplete"}


def test_a_draft_takes_out_a_house_term_unless_it_is_not_to_be_flagged(brief: Path, tmp_path: Path):
    flagged = write_pack(tmp_path / "a", terms=TERM)
    understood = write_pack(tmp_path / "b", terms=f"{TERM}    flag: false\n")
    said = [
        "## Write instead" in run("draft", brief, "--model", "software_outsourcing", "--patterns", pack).stdout
        for pack in (flagged, understood)
    ]
    assert said == [True, False]


def test_packs_lie_over_each_other(brief: Path, tmp_path: Path):
    first = write_pack(tmp_path / "a", terms=TERM)
    second = write_pack(tmp_path / "b", terms="drop: [house.bench_loan]")
    assert "so-called-sa" not in rules(check(brief, first, second))


def test_a_rule_of_a_pack_can_be_explained(tmp_path: Path):
    run("patterns", "new", tmp_path / "house")
    told = run("explain", "house-unpaid-trial-of-people", "--patterns", tmp_path / "house")
    assert told.stdout.startswith("house-unpaid-trial-of-people\n  An unpaid trial of people whom you direct\n")


@pytest.mark.parametrize("command", [["check"], ["draft"]])
def test_a_pack_that_is_not_there_ends_with_2(brief: Path, tmp_path: Path, command: list[str]):
    result = run(*command, brief, "--patterns", tmp_path / "none")
    assert (result.exit_code, result.stderr) == (2, f"{tmp_path}/none: there is no such folder\n")


def test_sentences_that_were_not_learned_end_with_2_and_say_what_to_run(brief: Path, tmp_path: Path):
    pack = write_pack(tmp_path / "house", naming="text\tterm\tuse\nA bench loan.\tbench loan\tapplied\n")
    result = run("check", brief, "--patterns", pack)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"run: brieflint patterns train {pack}\n")


def test_python_takes_packs_as_well(tmp_path: Path):
    pack = write_pack(tmp_path / "house", terms=TERM)
    assert [name.model for name in brieflint.check(PROJECT, patterns=[pack]).named] == ["staff_augmentation"]


def test_a_finding_that_does_not_come_from_the_guide_names_no_source(tmp_path: Path):
    run("patterns", "new", tmp_path / "house")
    text = (
        "Two testers\n\nTwo testers join our team. Our lead gives them their tasks every morning and reviews their work. "
        "They take part in our stand-up and use our tools. We stay responsible for every release. "
        "The first week is a free trial.\n"
    )
    (tmp_path / "brief.txt").write_text(text)
    told = run("check", tmp_path / "brief.txt", "--patterns", tmp_path / "house").stdout
    (finding,) = [part for part in told.split("\n\n") if "house-unpaid-trial-of-people" in part]
    assert "Source" not in finding
