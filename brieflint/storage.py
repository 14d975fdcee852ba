"""Files as they lie on a disk: read within bounds and only where there is an end, written whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from typing import BinaryIO

DRAFT = ".brieflint-"
"""The beginning of the names under which files are written before they take their place; no folder is searched for such."""
MOST_OWN = 64 * 2**20
"""The size of the largest baseline, record, report or list of labels that is read."""

_WAIT_FOR_NOBODY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class UnfitFileError(OSError):
    """A file that is none to read from, although the system would let us."""

    def __init__(self, number: int, what: str, advice: str = "") -> None:
        super().__init__(number, what)
        self.what = what
        self.advice = advice


@contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file, and see that it stays as it is until it is closed. Raises `OSError`.

    Pipes and devices may have no end, or never begin.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnfitFileError(errno.EINVAL, "this is a pipe or a device, and no file", "Hand it to: brieflint check -")
    # What takes the file's place in this moment does not keep us waiting either.
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _WAIT_FOR_NOBODY)) as stream:
        before = os.fstat(stream.fileno())
        yield stream
        after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise UnfitFileError(errno.EBUSY, "this file was changed while it was read", "Try again when nobody writes to it")


def read_whole(path: Path, most: int = MOST_OWN) -> bytes:
    """Read a regular file of at most so many bytes. Raises `OSError`."""
    with open_regular(path) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise UnfitFileError(errno.EFBIG, f"larger than {most // 2**20} MiB")
    return content


def read_text(path: Path, most: int = MOST_OWN) -> str:
    """Read a regular file of UTF-8, with or without its mark. Raises `OSError` and `UnicodeDecodeError`."""
    return read_whole(path, most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there whole or as it was before, with the rights that it had; text as UTF-8.

    What a link points to is replaced, not the link; devices and pipes are written into. Raises `OSError`.
    """
    # Names of files may hold bytes that are no text; a question mark is better than no report.
    data = content.encode(errors="replace") if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))
    before = None
    if path.exists():
        with path.open("r+b"):  # a file that may not be written is left alone, even where its folder may be changed
            before = path.stat()
    draft = path.with_name(f"{DRAFT}{token_hex(8)}")
    try:
        _write(draft, data, 0o600 if before else 0o666)
        if before:
            _give_rights(draft, before)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _save_names(path.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder of files, with their names below it, whole or not at all.

    Raises `FileExistsError` when there is anything already, other `OSError` when it cannot be written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise FileExistsError
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f"{DRAFT}{token_hex(8)}")
    try:
        for name, content in files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            _write(draft / name, content, 0o666)
        draft.replace(folder)
    except BaseException:
        rmtree(draft, ignore_errors=True)
        raise
    _save_names(folder.parent)


def _write(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    with open(descriptor, "wb") as stream:  # noqa: PTH123
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _give_rights(path: Path, like: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # Only the administrator may give files away; what anybody else writes is theirs.
        with suppress(PermissionError):
            os.chown(path, like.st_uid, like.st_gid)
    path.chmod(stat.S_IMODE(like.st_mode))


def _save_names(folder: Path) -> None:
    """Have the system remember where the files are, where it offers that; they are there in any case."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
