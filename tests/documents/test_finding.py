"""Which briefs are checked: in folders and packages, beside Word's lock files, and from standard input."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import docx, p, zipped

from brieflint.cli import main
from brieflint.configuration.finding import Configuration
from brieflint.scanning.discovery import discover

BRIEF = "Purchase of laptops\n\nThe district buys 140 laptops.\n"


def check(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments), "--format", "json"], input=stdin)


def statuses(result: Result) -> dict[str, str]:
    return {brief["path"]: brief["status"] for brief in json.loads(result.stdout)["briefs"]}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "tender.zip"
    path.parent.mkdir()
    path.write_bytes(zipped({"b.docx": docx(p("Words.")), "a.txt": BRIEF, "plan.doc": "x"}))
    return path


def test_every_brief_in_a_package_is_checked(package: Path):
    result = check(package)
    assert statuses(result) == {f"{package}/a.txt": "checked", f"{package}/b.docx": "checked"}
    assert json.loads(result.stdout)["summary"]["skipped"] == 1
    assert result.exit_code == 0


def test_packages_in_folders_are_looked_into(package: Path):
    (package.parent / "z.txt").write_text(BRIEF)
    (package.parent / "plan.doc").write_text("x")
    found = discover([str(package.parent)], Configuration())
    assert found.paths == (f"{package}/a.txt", f"{package}/b.docx", str(package.parent / "z.txt"))
    assert found.skipped == 2


def test_one_brief_in_a_package_can_be_named(package: Path):
    assert statuses(check(package / "a.txt")) == {f"{package}/a.txt": "checked"}


def test_a_brief_in_a_package_can_be_drafted(package: Path):
    assert "laptops" in CliRunner().invoke(main, ["draft", f"{package}/a.txt", "--model", "dedicated_team"]).stdout


def test_a_damaged_package_cannot_be_checked(package: Path):
    package.write_bytes(package.read_bytes()[:-30])
    result = check(package.parent)
    assert statuses(result) == {str(package): "unreadable"}
    assert "damaged" in json.loads(result.stdout)["briefs"][0]["error"]
    assert result.exit_code == 2


def test_a_damaged_brief_in_a_package_leaves_the_others(tmp_path: Path):
    path = tmp_path / "tender.zip"
    path.write_bytes(zipped({"a.docx": "x", "b.txt": BRIEF}))
    assert list(statuses(check(path)).values()) == ["unreadable", "checked"]


@pytest.mark.parametrize("named", ["folder", "file"])
def test_the_lock_files_of_word_are_skipped(tmp_path: Path, named: str):
    lock = tmp_path / "~$brief.docx"
    lock.write_bytes(b"\x08Ana Silva")
    (tmp_path / "brief.txt").write_text(BRIEF)
    paths = [str(tmp_path)] if named == "folder" else [str(lock), str(tmp_path / "brief.txt")]
    assert discover(paths, Configuration()).paths == (str(tmp_path / "brief.txt"),)


@pytest.mark.parametrize("name", ["old.doc", "mail.msg", "letter.rtf", "plan.pages"])
def test_a_file_to_be_converted_is_told_of_when_it_is_named_and_skipped_in_folders(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"x")
    assert discover([str(tmp_path)], Configuration()).skipped == 1
    error = json.loads(check(tmp_path / name).stdout)["briefs"][0]["error"]
    assert f"{Path(name).suffix} files cannot be read" in error
    assert "Open it in" in error


def test_a_name_that_no_system_allows_is_not_found():
    assert list(statuses(check("b" * 5000)).values()) == ["unreadable"]


def test_standard_input_is_read_as_the_name_says():
    words = docx(p("Purchase of laptops") + p("The district buys 140 laptops."))
    assert statuses(check("-", "--stdin-name", "brief.docx", stdin=words)) == {"-": "checked"}


def test_standard_input_without_a_name_is_text():
    assert statuses(check("-", stdin=docx(p("Words.")))) == {"-": "unreadable"}


def test_what_is_wrong_with_standard_input_is_told_by_its_name():
    brief = json.loads(check("-", "--stdin-name", "old.doc", stdin=b"x").stdout)["briefs"][0]
    assert brief["path"] == "-"
    assert brief["error"].startswith("old.doc: .doc files cannot be read")


def test_a_name_for_standard_input_that_is_not_read_is_a_mistake_in_the_call(package: Path):
    result = check(package, "--stdin-name", "brief.docx")
    assert result.exit_code == 2
    assert "--stdin-name" in result.stderr


def test_a_package_on_standard_input_says_how_to_go_on():
    assert "Unpack it" in check("-", "--stdin-name", "a.zip", stdin=zipped({"a.txt": BRIEF})).stdout
