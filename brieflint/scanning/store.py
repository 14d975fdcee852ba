"""A folder of the user's own that remembers things by their keys, for as long as there is room.

It holds texts of contracts, so nobody else may look into it. What is in it is never trusted: an entry that is damaged, or
not there any more, is a miss, and nothing in it is ever run.
"""

import os
import stat
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp

VERSION = "1"
"""Changes when the layout does."""
MOST_BYTES = 1 << 30
MOST_DAYS = 30
PRUNED = "pruned"
"""The file whose time tells when old entries were last removed."""
SECONDS_A_DAY = 86_400
DIGEST = 16
BOUND = 1000
"""Entries written by one run after which it looks for old ones, whatever the time."""


class Store:
    """Entries by key. Several processes may use one folder at a time; none of the methods raises `OSError`."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most_bytes = most_bytes
        self._written = 0

    def get(self, key: str) -> bytes | None:
        """The content under a key, None when there is none or it is damaged."""
        path = self._locate(key)
        try:
            with path.open("rb") as stream:
                told = stream.read()
            os.utime(path)
        except OSError:
            return None
        content = told[DIGEST:]
        return content if told[:DIGEST] == _seal(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        """Remember content. When there is no room, or the folder may not be written to, it is forgotten."""
        path = self._locate(key)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, exist_ok=True)
            handle, draft = mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_seal(key, content) + content)
                Path(draft).replace(path)
            except BaseException:
                Path(draft).unlink(missing_ok=True)
                raise
            self._written += 1

    def prune(self) -> None:
        """Remove what was not used for `MOST_DAYS`, and beyond the bound what was not used for longest; at most daily."""
        mark = self.folder / PRUNED
        with suppress(OSError):
            last = mark.stat().st_mtime if mark.exists() else 0.0
            if self._written < BOUND and 0 <= time.time() - last < SECONDS_A_DAY:
                return
            mark.touch()
            self._remove_old(time.time() - MOST_DAYS * SECONDS_A_DAY)

    def _remove_old(self, since: float) -> None:
        left = self._most_bytes
        for used, size, path in sorted(self._list(), reverse=True):
            left -= size
            if left < 0 or used < since:
                with suppress(OSError):
                    path.unlink()

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget everything but what lies under these keys."""
        kept = {self._locate(key) for key in keys}
        for _, _, path in list(self._list()):
            if path not in kept:
                with suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Forget everything, and tell how many entries that were."""
        removed = 0
        for _, _, path in list(self._list()):
            with suppress(OSError):
                path.unlink()
                removed += 1
        return removed

    def measure(self) -> tuple[int, int]:
        """The number of entries and of their bytes."""
        sizes = [size for _, size, _ in self._list()]
        return len(sizes), sum(sizes)

    def _locate(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _list(self) -> Iterator[tuple[float, int, Path]]:
        """When each entry was used last, its size and its place."""
        with suppress(OSError):
            for folder in [entry for entry in os.scandir(self.folder) if entry.is_dir(follow_symlinks=False)]:
                with suppress(OSError):
                    for entry in os.scandir(folder.path):
                        state = entry.stat(follow_symlinks=False)
                        yield state.st_mtime, state.st_size, Path(entry.path)


def find_folder() -> Path:
    """The folder for the user's entries, which need not be there: `BRIEFLINT_CACHE`, else below the user's cache folder."""
    if given := os.environ.get("BRIEFLINT_CACHE"):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME", "")
    usual = Path("~/Library/Caches" if sys.platform == "darwin" else "~/.cache").expanduser()
    return (Path(base) if Path(base).is_absolute() else usual) / "brieflint" / VERSION


def open_store() -> Store | None:
    """The user's entries; None when the folder cannot be made, or belongs to somebody else."""
    folder = find_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
        if state.st_uid != os.getuid():
            return None
        if stat.S_IMODE(state.st_mode) != 0o700:
            folder.chmod(0o700)
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None
    return Store(folder)


def make_key(*parts: str | bytes) -> str:
    """A key for what these parts decide."""
    hashed = blake2b(digest_size=20)
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        hashed.update(len(content).to_bytes(8, "big"))
        hashed.update(content)
    return hashed.hexdigest()


def _seal(key: str, content: bytes) -> bytes:
    hashed = blake2b(content, digest_size=DIGEST, key=key.encode()[:64])
    return hashed.digest()
