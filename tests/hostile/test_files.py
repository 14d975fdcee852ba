"""Files that are none, have no end, change, or are called what no file should be called."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from brieflint import storage
from brieflint.cli import main
from brieflint.configuration.finding import Configuration
from brieflint.documents import files, read
from brieflint.errors import BriefError
from brieflint.scanning.discovery import discover

BRIEF = "Purchase of laptops\n\nThe district buys 140 laptops.\n"
NAMES = {
    "newline": b"a\nb.docx",
    "escape": b"a\x1b[31mred.docx",
    "no UTF-8": b"a\xff\xfe.docx",
    "turned about": "a\u202ecod.txt.docx".encode(),
    "one-byte escape": b"a\x9b2J.docx",
    "carriage return": b"a\r::error::b.docx",
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [os.fsdecode(given) if isinstance(given, bytes) else str(given) for given in arguments])


def refuse(path: Path, saying: str) -> None:
    """The file is refused in one line with its name, and the brief beside it is checked all the same."""
    good = path.parent / "good.txt"
    good.write_text(BRIEF)
    result = run("check", "--no-config", path, good, "--format", "json")
    told, other = json.loads(result.stdout)["briefs"]
    assert (result.exit_code, told["status"], other["status"]) == (2, "unreadable", "checked")
    assert saying in told["error"]
    assert told["error"].isprintable()


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    refuse(tmp_path / "a.txt", "a.txt: this is a pipe or a device, and no file")


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(storage.stat, "S_ISREG", lambda _: True)
    with pytest.raises(BriefError, match="empty"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/tty", "/dev/random"])
def test_a_device_is_not_read(tmp_path: Path, device: str):
    (tmp_path / "a.txt").symlink_to(device)
    refuse(tmp_path / "a.txt", "this is a pipe or a device")


@pytest.mark.parametrize("command", ["facts", "draft", "grid", "questions", "choose", "fix"])
def test_no_command_waits_for_a_pipe(tmp_path: Path, command: str):
    os.mkfifo(tmp_path / "a.txt")
    result = run(command, tmp_path / "a.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "this is a pipe or a device" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "a.txt", "--config", "pipe"),
        ("check", "a.txt", "--baseline", "pipe"),
        ("check", "pipe", "--record", "record.json"),
        ("verify", "pipe"),
        ("evaluate", "pipe"),
        ("evaluate", "labels", "--report", "pipe"),
    ],
    ids=" ".join,
)
def test_no_file_of_our_own_is_waited_for_when_it_is_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("a.txt").write_text(BRIEF)
    Path("labels").write_text('{"path": "a.txt", "named": [], "described": "none", "mislabelled": false}\n')
    result = run(*arguments)
    assert result.exit_code == 2
    assert "this is a pipe or a device" in " ".join(result.output.split())


def test_links_out_of_the_tree_are_left_alone_in_folders(tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(BRIEF)
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "a.txt").symlink_to(outside / "secret.txt")
    (tree / "folder").symlink_to(outside)
    (tree / "above").symlink_to(tree)
    assert discover([str(tree)], Configuration()).paths == ()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("command", ["check", "facts", "fix", "draft"])
def test_a_name_is_shown_safely(tmp_path: Path, name: bytes, command: str):
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_bytes(b"x")
    result = run(command, path)
    assert result.exit_code == 2
    shown = result.stdout + result.stderr
    assert shown.replace("\n", "").isprintable()
    assert not any(line.startswith(("b.docx", "::error")) for line in shown.split("\n"))


@pytest.mark.parametrize("option", ["--config", "--patterns", "--baseline", "-o"])
def test_a_name_in_an_option_is_shown_safely(tmp_path: Path, option: str):
    (tmp_path / "a.txt").write_text(BRIEF)
    result = run("check", tmp_path / "a.txt", option, "/proc/\x1b[31m\u202e\rx")
    assert result.exit_code == 2
    assert result.stderr.replace("\n", "").isprintable()


SPARSE = """
import resource, sys
from brieflint.documents import read
from brieflint.errors import BriefError
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
for path in sys.argv[1:]:
    try:
        read(path)
    except BriefError as error:
        print(error)
"""


def test_sparse_files_of_four_gigabytes_are_refused_before_they_are_read(tmp_path: Path):
    paths = [tmp_path / f"a{suffix}" for suffix in (".txt", ".md", ".html", ".docx", ".odt", ".pdf", ".eml", ".zip")]
    for path in paths:
        with path.open("wb") as stream:
            stream.truncate(4 * 2**30)
    done = subprocess.run([sys.executable, "-c", SPARSE, *paths], capture_output=True, text=True, check=True)
    assert done.stdout.count("far larger than any brief") == len(paths)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_line_of_a_hundred_megabytes_is_refused(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"staff augmentation " * 5_300_000)
    with pytest.raises(BriefError, match=r"100,700,000 characters, and 5,000,000 is the most|far larger"):
        read(tmp_path / name)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.txt"
    path.write_text(BRIEF)
    check_size = files.Limits.check_size

    def write_meanwhile(self, size, name):
        with path.open("a") as stream:
            stream.write("Two developers more.")
        check_size(self, size, name)

    monkeypatch.setattr(files.Limits, "check_size", write_meanwhile)
    with pytest.raises(BriefError, match="changed while it was read"):
        read(path)


def test_a_file_that_disappears_before_it_is_read_is_missed(tmp_path: Path):
    (tmp_path / "a.txt").write_text(BRIEF)
    (path,) = discover([str(tmp_path)], Configuration()).paths
    Path(path).unlink()
    with pytest.raises(BriefError, match="no such file"):
        read(path)


def test_there_is_no_end_of_memory_in_sight_for_any_of_these(tmp_path: Path):
    """A run over a folder of hostile files stays below a bound of memory, and checks what is good."""
    (tmp_path / "line.txt").write_bytes(b"x" * 100_000_000)
    (tmp_path / "tags.html").write_bytes(b"<div>" * 1_000_000)
    with (tmp_path / "sparse.docx").open("wb") as stream:
        stream.truncate(4 * 2**30)
    (tmp_path / "good.txt").write_text(BRIEF)
    most = 3 * 2**30
    done = subprocess.run(
        [sys.executable, "-m", "brieflint", "check", "--no-config", "--format", "json", tmp_path],
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
        check=False,
    )
    told = {Path(brief["path"]).name: brief["status"] for brief in json.loads(done.stdout)["briefs"]}
    assert done.returncode == 2
    assert told == dict.fromkeys(("line.txt", "tags.html", "sparse.docx"), "unreadable") | {"good.txt": "checked"}
