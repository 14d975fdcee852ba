"""`brieflint scan` and `brieflint summary`: a record a brief, in order, and everything counted without reading again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.scanning.scan import RECORDS, SUMMARY, UNFINISHED
from brieflint.scanning.summary import read_summary, summarise

LAPTOPS = "Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n"


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    for number in range(6):
        path = folder / str(number % 2) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MISLABELLED if number % 2 else LAPTOPS)
    (folder / "1" / "damaged.docx").write_bytes(b"PK")
    return folder


def brieflint(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def records(results: Path) -> list[dict]:
    return [json.loads(line) for line in (results / RECORDS).read_text().splitlines()]


def test_a_scan_writes_what_check_says_a_record_a_brief(briefs: Path, tmp_path: Path):
    brieflint("scan", briefs, "-o", tmp_path / "results")
    assert (tmp_path / "results" / RECORDS).read_text() == brieflint("check", briefs, "--format", "jsonl").output


def test_a_scan_ends_with_2_when_something_could_not_be_read_and_else_with_0(briefs: Path, tmp_path: Path):
    assert brieflint("scan", briefs, "-o", tmp_path / "results").exit_code == 2
    (briefs / "1" / "damaged.docx").unlink()
    assert brieflint("scan", briefs, "-o", tmp_path / "results").exit_code == 0


def test_the_summary_counts_names_descriptions_rules_and_folders(briefs: Path, tmp_path: Path):
    brieflint("scan", briefs, "-o", tmp_path / "results")
    summary = read_summary(tmp_path / "results")
    assert summary.briefs == 7
    assert summary.matrix["it_outsourcing"]["staff_augmentation"] == 3
    assert summary.matrix["none"]["none"] == 3
    assert [(entry.briefs, entry.mislabelled, entry.unreadable) for entry in summary.folders] == [(3, 0, 0), (4, 3, 1)]
    assert next(rule for rule in summary.rules if rule.rule == "sa-called-ito").briefs == 3
    assert [path for path, _ in summary.unreadable] == [str(briefs / "1" / "damaged.docx")]


def test_the_sum_of_every_view_is_the_number_of_briefs(briefs: Path, tmp_path: Path):
    brieflint("scan", briefs, "-o", tmp_path / "results")
    summary = read_summary(tmp_path / "results")
    read = sum(count for row in summary.matrix.values() for count in row.values())
    assert read + len(summary.unreadable) == summary.briefs == sum(entry.briefs for entry in summary.folders)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_summary_is_the_same_without_scanning_again(briefs: Path, tmp_path: Path, form: str):
    printed = brieflint("scan", briefs, "-o", tmp_path / "results", "--format", form).output
    for path in sorted(briefs.rglob("*.*")):
        path.unlink()
    assert brieflint("summary", tmp_path / "results", "--format", form).output == printed


def test_the_summary_lies_beside_the_records(briefs: Path, tmp_path: Path):
    brieflint("scan", briefs, "-o", tmp_path / "results")
    written = (tmp_path / "results" / SUMMARY).read_text()
    assert brieflint("summary", tmp_path / "results", "--format", "json").output == written


def test_no_records_are_no_summary():
    empty = summarise([])
    assert (empty.briefs, empty.rules, empty.folders) == (0, (), ())


def test_a_folder_without_results_is_told(tmp_path: Path):
    result = brieflint("summary", tmp_path)
    assert result.exit_code == 2
    assert "Name the folder that brieflint scan has written." in result.stderr


def test_a_damaged_record_is_told_with_its_line(briefs: Path, tmp_path: Path):
    brieflint("scan", briefs, "-o", tmp_path / "results")
    with (tmp_path / "results" / RECORDS).open("a") as stream:
        stream.write('{"path": 3}\n')
    result = brieflint("summary", tmp_path / "results")
    assert (result.exit_code, "line 8 is no record of a brief" in result.stderr) == (2, True)


def test_results_that_cannot_be_written_are_told(briefs: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    result = brieflint("scan", briefs, "-o", tmp_path / "file" / "results")
    assert result.exit_code == 2
    assert "the results cannot be written" in result.stderr


def test_two_scans_do_not_write_into_one_folder_at_a_time(briefs: Path, tmp_path: Path):
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "results").mkdir()
    with (tmp_path / "results" / UNFINISHED).open("ab") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        result = brieflint("scan", briefs, "-o", tmp_path / "results")
    assert (result.exit_code, "another scan is writing here" in result.stderr) == (2, True)


def test_a_scan_that_was_killed_ends_in_the_same_records_when_it_is_run_again(
    briefs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "cache"))
    for number in range(8):
        (briefs / f"{number}.txt").write_text(f"{MISLABELLED}\nThe people join us for {number} months.\n" * 3)
    results = tmp_path / "results"
    call = [sys.executable, "-m", "brieflint", "scan", str(briefs), "-o", str(results)]
    process = subprocess.Popen(call, start_new_session=True, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while time.monotonic() < end and not ((results / UNFINISHED).exists() and (results / UNFINISHED).stat().st_size):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    brieflint("scan", briefs, "-o", results)
    assert (results / RECORDS).read_text() == brieflint("check", briefs, "--format", "jsonl", "--no-cache").output
