"""`brieflint draft`: where the draft goes, and what happens to what is there already."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.storage import write_whole

LAPTOPS = "Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n"


def draft(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["draft", *map(str, arguments)], input=stdin)


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "rfp.txt"
    path.write_text(MISLABELLED)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "corrected.md"


def test_the_draft_goes_to_the_terminal(brief: Path):
    result = draft(brief)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# ")
    assert "We invite offers for staff augmentation" in result.stdout


def test_the_draft_is_for_the_model_that_is_asked_for(brief: Path):
    assert "We invite offers for a dedicated team" in draft(brief, "--model", "dedicated_team").stdout


def test_an_unknown_model_is_a_mistake_in_the_call(brief: Path):
    assert draft(brief, "--model", "outsourcing").exit_code == 2


def test_standard_input_is_a_dash():
    assert "staff augmentation" in draft("-", stdin=MISLABELLED).stdout


def test_a_brief_that_describes_no_model_is_sent_back_for_a_choice(tmp_path: Path):
    path = tmp_path / "laptops.txt"
    path.write_text(LAPTOPS)
    result = draft(path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--model" in result.stderr


def test_a_brief_that_describes_no_model_is_drafted_for_the_chosen_one(tmp_path: Path):
    path = tmp_path / "laptops.txt"
    path.write_text(LAPTOPS)
    assert draft(path, "--model", "it_outsourcing").exit_code == 0


def test_a_brief_that_is_not_there_ends_with_2(tmp_path: Path):
    result = draft(tmp_path / "no.txt")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_the_draft_goes_into_the_file_that_is_asked_for(brief: Path, out: Path):
    result = draft(brief, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text() == draft(brief).stdout


def test_nothing_but_the_draft_is_left_in_the_folder(brief: Path, out: Path):
    draft(brief, "-o", out)
    assert list(out.parent.iterdir()) == [out]


def test_a_new_file_gets_the_permissions_that_new_files_get(brief: Path, out: Path):
    beside = out.with_name("beside")
    beside.touch()
    draft(brief, "-o", out)
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(brief: Path, out: Path, mode: int):
    out.write_text("older")
    out.chmod(mode)
    draft(brief, "-o", out)
    assert out.read_text().startswith("# ")
    assert stat.S_IMODE(out.stat().st_mode) == mode


def test_a_file_that_is_there_stays_when_there_is_nothing_to_write(tmp_path: Path, out: Path):
    out.write_text("older")
    assert draft(tmp_path / "no.txt", "-o", out).exit_code == 2
    assert out.read_text() == "older"


def test_a_brief_can_be_replaced_by_its_draft(brief: Path):
    expected = draft(brief).stdout
    draft(brief, "-o", brief)
    assert brief.read_text() == expected


def test_a_folder_that_is_not_there_ends_with_2_and_is_told(brief: Path, tmp_path: Path):
    result = draft(brief, "-o", tmp_path / "no" / "corrected.md")
    assert result.exit_code == 2
    assert "corrected.md: cannot be written" in result.stderr
    assert "Choose another place with -o." in result.stderr


def test_a_place_below_a_file_ends_with_2(brief: Path):
    assert draft(brief, "-o", brief / "corrected.md").exit_code == 2
    assert brief.read_text() == MISLABELLED


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be written")
def test_a_folder_that_may_not_be_written_ends_with_2(brief: Path, out: Path):
    out.write_text("older")
    out.parent.chmod(0o500)
    result = draft(brief, "-o", out)
    out.parent.chmod(0o700)
    assert result.exit_code == 2
    assert out.read_text() == "older"


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_ends_with_2_and_leaves_what_was_there(brief: Path, out: Path, monkeypatch: pytest.MonkeyPatch):
    out.write_text("older")
    monkeypatch.setattr(os, "fsync", full)
    result = draft(brief, "-o", out)
    assert result.exit_code == 2
    assert "cannot be written (No space left on device)" in result.stderr
    assert out.read_text() == "older"
    assert list(out.parent.iterdir()) == [out]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(out: Path, monkeypatch: pytest.MonkeyPatch):
    out.write_text("older")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(out, "newer")
    assert out.read_text() == "older"
    assert list(out.parent.iterdir()) == [out]


def test_line_ends_and_letters_are_written_as_they_are(out: Path):
    write_whole(out, "Łódź\n")
    assert out.read_bytes() == "Łódź\n".encode()


def test_a_link_that_is_written_to_stays_a_link(out: Path):
    link = out.with_name("link.md")
    link.symlink_to(out)
    write_whole(link, "newer")
    assert (link.is_symlink(), out.read_text()) == (True, "newer")


def test_a_pipe_is_written_into_and_not_replaced(out: Path):
    os.mkfifo(out)
    reader = os.open(out, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(out, "newer")
        assert os.read(reader, 100) == b"newer"
    finally:
        os.close(reader)
    assert out.is_fifo()
