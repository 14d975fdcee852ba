"""`brieflint fix`: what is shown, what is written, and with which exit code."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents.packages import docx, p
from samples import MISLABELLED

from brieflint.cli import main

LAPTOPS = "Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n"
OPEN = """Managed service for the booking portal

Two Java developers join our product team and work in our sprints. They attend our daily stand-up.
Our technical lead assigns their tasks every morning. They use our repository and our laptops.
We interview the candidates. We pay a monthly rate per developer on signed timesheets.
"""
"""Who owns the outcome is not said here."""


def fix(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["fix", *map(str, arguments)])


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "rfp.txt"
    path.write_text(MISLABELLED)
    return path


def test_the_difference_is_shown_and_the_file_left_alone(brief: Path):
    result = fix(brief)
    assert result.exit_code == 1
    assert "-Request for proposals: IT outsourcing for the booking portal\n" in result.stdout
    assert "+Request for proposals: staff augmentation for the booking portal\n" in result.stdout
    assert brief.read_text() == MISLABELLED


def test_write_changes_the_file_and_is_content(brief: Path):
    result = fix(brief, "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 name changed" in result.stderr
    assert brief.read_text() == MISLABELLED.replace("IT outsourcing", "staff augmentation")


def test_a_second_time_there_is_nothing_to_do(brief: Path):
    fix(brief, "--write")
    result = fix(brief)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_file_that_is_written_keeps_its_permissions(brief: Path):
    brief.chmod(0o640)
    fix(brief, "--write")
    assert stat.S_IMODE(brief.stat().st_mode) == 0o640


def test_a_link_stays_a_link(brief: Path, tmp_path: Path):
    link = tmp_path / "link.txt"
    link.symlink_to(brief)
    assert fix(link, "--write").exit_code == 0
    assert link.is_symlink()
    assert "staff augmentation" in brief.read_text()


def test_a_brief_that_leaves_the_outcome_open_waits_for_a_word(tmp_path: Path):
    path = tmp_path / "open.txt"
    path.write_text(OPEN)
    result = fix(path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'line 1: "Managed service" may have to be "Staff augmentation service"; --unsafe writes it.' in result.stderr
    assert fix(path, "--write").exit_code == 1
    assert path.read_text() == OPEN
    assert fix(path, "--write", "--unsafe").exit_code == 0
    assert path.read_text().startswith("Staff augmentation service for the booking portal\n")


def test_a_rightly_named_brief_is_left_alone(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(LAPTOPS)
    assert (fix(path).exit_code, fix(path).output) == (0, "")


def test_words_that_stay_are_pointed_out(brief: Path):
    brief.write_text(MISLABELLED + "This is not the IT outsourcing of our servers, which another firm looks after.\n")
    result = fix(brief, "--write")
    assert result.exit_code == 0
    assert 'line 9: "IT outsourcing" stays here' in result.stderr


def test_files_of_other_formats_are_sent_on_to_draft(tmp_path: Path):
    path = tmp_path / "rfp.docx"
    path.write_bytes(docx("".join(map(p, MISLABELLED.splitlines()))))
    result = fix(path, "--write")
    assert result.exit_code == 2
    assert "fix changes text and Markdown files only" in result.stderr
    assert f"brieflint draft {path}" in result.stderr


def test_in_a_folder_the_files_are_fixed_that_can_be(brief: Path, tmp_path: Path):
    (tmp_path / "rfp.docx").write_bytes(docx(p("IT outsourcing")))
    assert fix(tmp_path, "--write").exit_code == 0
    assert "staff augmentation" in brief.read_text()


def test_a_folder_without_a_text_is_no_failure_and_is_told(tmp_path: Path):
    (tmp_path / "rfp.docx").write_bytes(docx(p("IT outsourcing")))
    result = fix(tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No text or Markdown brief was found here.\n"


def test_a_file_that_is_not_there_does_not_stop_the_others(brief: Path, tmp_path: Path):
    result = fix(tmp_path / "no.txt", brief, "--write")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr
    assert "staff augmentation" in brief.read_text()


def test_standard_input_is_no_file():
    result = fix("-")
    assert result.exit_code == 2
    assert "fix works on files" in result.stderr


def test_a_byte_order_mark_and_windows_line_ends_stay(tmp_path: Path):
    path = tmp_path / "rfp.md"
    before = b"\xef\xbb\xbf" + MISLABELLED.replace("\n", "\r\n").encode()
    path.write_bytes(before)
    assert fix(path, "--write").exit_code == 0
    assert path.read_bytes() == before.replace(b"IT outsourcing", b"staff augmentation")


def test_nothing_in_a_file_name_acts_on_the_screen(tmp_path: Path):
    path = tmp_path / "a\x1b[31m\u202e.txt"
    path.write_text(OPEN)
    output = fix(path, "--unsafe").output + fix(path).output
    assert "\x1b" not in output
    assert "\u202e" not in output
