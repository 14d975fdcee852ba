"""Whatever stops brieflint while it writes: what was there stays as it was, and nothing is left lying about."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner
from samples import MISLABELLED

from brieflint import storage
from brieflint.cli import main
from brieflint.fixing import fix_path, write_fixed
from brieflint.storage import write_folder, write_whole

OLD, NEW = b"older\n", b"newer\n" * 2000
STEPS = ["open", "fdopen", "fsync", "chown", "chmod", "replace"]
CAUSES = {
    "disk full": OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "no right": PermissionError(errno.EPERM, os.strerror(errno.EPERM)),
    "stopped": KeyboardInterrupt(),
    "no memory": MemoryError(),
}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fail_at(step: str, cause: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one step of writing fail, as if the disk, the system or the person at the keyboard had stopped it."""

    def fail(*_: object, **__: object) -> None:
        raise cause

    if step == "fdopen":
        monkeypatch.setattr(storage, "open", fail, raising=False)
    elif step == "open":
        opened = os.open
        monkeypatch.setattr(os, "open", lambda *given, **named: fail() if given[1] & os.O_CREAT else opened(*given, **named))
    elif step in ("replace", "chmod"):
        monkeypatch.setattr(Path, step, fail)
    else:
        monkeypatch.setattr(os, step, fail)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(OLD)
    return tmp_path / "a.txt"


@pytest.mark.parametrize("cause", CAUSES.values(), ids=CAUSES.keys())
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_leaves_the_original_and_no_litter(place, monkeypatch, step: str, cause: BaseException):
    with monkeypatch.context() as broken:
        fail_at(step, cause, broken)
        if step == "chown" and isinstance(cause, PermissionError):
            write_whole(place, NEW)  # only the administrator may give files away
            return
        with pytest.raises(type(cause)):
            write_whole(place, NEW)
    assert place.read_bytes() == OLD
    assert names(place.parent) == ["a.txt"]


@pytest.mark.parametrize("step", ["open", "fdopen", "fsync", "replace"])
def test_a_crash_at_any_step_leaves_no_half_folder(tmp_path, monkeypatch, step: str):
    with monkeypatch.context() as broken:
        fail_at(step, CAUSES["disk full"], broken)
        with pytest.raises(OSError, match="No space"):
            write_folder(tmp_path / "house", {"terms/a.yaml": b"x", "rules/b.yaml": b"y"})
    assert names(tmp_path) == []


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond a kilobyte."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_in_the_middle_leaves_the_original(place):
    with small_disk(), pytest.raises(OSError, match="File too large"):
        write_whole(place, NEW)
    assert place.read_bytes() == OLD
    assert names(place.parent) == ["a.txt"]


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder into which even the administrator who runs the tests cannot write while they are somebody else."""
    folder = Path(mkdtemp())
    (folder / "a.txt").write_bytes(OLD)
    for path, mode in ((folder / "a.txt", 0o444), (folder, 0o555)):
        path.chmod(mode)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_a_folder_that_may_only_be_read_stays_as_it_is(read_only: Path, name: str):
    with pytest.raises(PermissionError):
        write_whole(read_only / name, NEW)
    assert [(path.name, path.read_bytes()) for path in read_only.iterdir()] == [("a.txt", OLD)]


def test_a_file_that_may_only_be_read_stays_as_it_is_where_its_folder_may_be_changed(read_only: Path):
    if os.geteuid() == 65534:
        os.seteuid(0)
        read_only.chmod(0o777)
        os.seteuid(65534)
    else:
        read_only.chmod(0o777)
    with pytest.raises(PermissionError):
        write_whole(read_only / "a.txt", NEW)
    assert [(path.name, path.read_bytes()) for path in read_only.iterdir()] == [("a.txt", OLD)]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_rights_are_kept(place: Path, mode: int):
    place.chmod(mode)
    before = place.stat()
    write_whole(place, NEW)
    after = place.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_nobody_else_sees_a_private_file_while_it_is_written(place: Path, monkeypatch: pytest.MonkeyPatch):
    place.chmod(0o600)
    seen = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: seen.append(os.fstat(descriptor).st_mode & 0o077))
    write_whole(place, NEW)
    assert seen[0] == 0


def test_new_files_have_the_rights_that_the_system_gives(tmp_path: Path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.txt", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_that_points_to_itself_is_no_trap(tmp_path: Path):
    (tmp_path / "a").symlink_to("a")
    write_whole(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


def test_a_fix_does_not_write_over_what_somebody_else_wrote_meanwhile(tmp_path: Path):
    brief = tmp_path / "a.txt"
    brief.write_text(MISLABELLED)
    fixed = fix_path(str(brief), unsafe=True)
    assert fixed.applied
    brief.write_text("Mine, and newer.")
    with pytest.raises(Exception, match="somebody else changed the file in the meantime"):
        write_fixed(fixed)
    assert brief.read_text() == "Mine, and newer."


def test_two_runs_at_once_on_one_folder_give_what_one_gives(tmp_path: Path):
    """Both write the same files at the same time; each is whole at the end, and nothing else is there."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for number in range(6):
            (tmp_path / folder / f"{number}.txt").write_text(f"{MISLABELLED}\nLot {number}.\n")
    command = [sys.executable, "-m", "brieflint", "fix", "--no-config", "--write", "--unsafe"]
    subprocess.run([*command, tmp_path / "one"], capture_output=True, check=False)
    both = [
        subprocess.Popen([*command, tmp_path / "two"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)
    ]
    assert all(run.wait() in (0, 1, 2) for run in both)
    found = [{path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("one", "two")]
    assert found[0] == found[1]
    assert MISLABELLED.encode() not in found[0]["0.txt"]


WRITERS: dict[str, Callable[[Path], list[str]]] = {
    "check -o": lambda out: ["check", "a.txt", "-o", str(out)],
    "check --record": lambda out: ["check", "a.txt", "--record", str(out)],
    "draft": lambda out: ["draft", "a.txt", "-o", str(out)],
    "grid": lambda out: ["grid", "a.txt", "-o", str(out)],
    "questions": lambda out: ["questions", "a.txt", "-o", str(out)],
    "decisions": lambda out: ["decisions", "a.txt", "-o", str(out)],
    "baseline": lambda out: ["baseline", "write", "a.txt", "-o", str(out)],
    "explain": lambda out: ["explain", "--markdown", str(out.parent)],
    "patterns new": lambda out: ["patterns", "new", str(out.parent / "house")],
    "fix": lambda _: ["fix", "a.txt", "--write", "--unsafe"],
}


@pytest.mark.parametrize("call", WRITERS.values(), ids=WRITERS.keys())
def test_every_command_that_writes_says_that_the_disk_is_full_and_leaves_nothing(tmp_path, monkeypatch, call):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(MISLABELLED)
    Path("out").mkdir()
    Path("out/known.json").write_bytes(OLD)
    with monkeypatch.context() as broken:
        fail_at("fsync", CAUSES["disk full"], broken)
        result = CliRunner().invoke(main, call(Path("out/known.json")))
    assert result.exit_code == 2, result.output
    assert "No space left on device" in result.stderr
    assert Path("a.txt").read_text() == MISLABELLED
    assert [(path.name, path.read_bytes()) for path in Path("out").iterdir()] == [("known.json", OLD)]


PRINTERS = ["check a.txt", "facts a.txt", "fix a.txt --unsafe", "config show a.txt", "config schema", "patterns list"]


@pytest.mark.parametrize("call", [*PRINTERS, "choose", "explain", "completion bash", "--help", "--version"])
def test_every_command_that_prints_says_that_the_disk_is_full(tmp_path, call: str):
    (tmp_path / "a.txt").write_text(MISLABELLED)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "brieflint", *call.split()]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    told = "standard output: cannot be written (No space left on device). Choose another place.\n"
    assert (done.returncode, done.stderr[-len(told) :]) == (2, told)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_only_one_module_writes_files(root: Path):
    """A command that wrote in a way of its own would not keep these promises."""
    writes = (".write_text(", ".write_bytes(", "NamedTemporaryFile", "mkstemp", 'open("w', "os.replace", "copytree(")
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "brieflint").rglob("*.py")
        if any(sign in path.read_text(encoding="utf-8") for sign in writes)
    }
    assert found == {"brieflint/storage.py", "brieflint/scanning/store.py"}  # what is remembered may be lost at any time
