"""Which files are meant: those named, the supported ones in folders and packages named, and standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from brieflint.documents import is_package, is_supported
from brieflint.documents.formats import is_sheet
from brieflint.errors import BriefError

STDIN = "-"
LOCK = "~$"
"""The beginning of the name of the files that Word leaves beside an open document."""


@dataclass(frozen=True, slots=True)
class Found:
    """Paths to check, in a stable order, each once; and how many files in folders and packages were left alone."""

    paths: tuple[str, ...]
    skipped: int


class Wants(Protocol):
    """Whether the configuration wants a file to be checked, or a folder to be looked into."""

    def __call__(self, path: str | Path, *, folder: bool = False) -> bool:
        """Answer for one path."""


def want_all(path: str | Path, *, folder: bool = False) -> bool:
    """Want everything."""
    del path, folder
    return True


def discover(paths: Sequence[str], wants: Wants = want_all, *, sheets: bool = False) -> Found:
    """Files as given, whatever they are but Word's lock files; of folders and packages every supported file, by name.

    In folders hidden files and links are left out. Packages are looked into wherever they are found. What `wants` denies is
    skipped, also when it was named: hooks name every file that changed. With `sheets`, spreadsheets in folders count too.
    """
    found: dict[str, None] = {}
    skipped = 0
    for path in paths:
        is_folder = path != STDIN and _is_folder(path)
        for file in map(str, _walk(Path(path), wants)) if is_folder else (path,):
            if Path(file).name.startswith(LOCK):
                continue
            if file != STDIN and not is_package(file) and not wants(file):
                skipped += 1
                continue
            if is_package(file):
                inside = _look_into(file, sheets)
                wanted = [brief for brief in inside.paths if wants(brief)]
                found |= dict.fromkeys(wanted)
                skipped += inside.skipped + len(inside.paths) - len(wanted)
            elif is_folder and not (is_supported(file) or (sheets and is_sheet(file)) or _is_folder(file)):
                skipped += 1
            else:
                found[file] = None
    return Found(tuple(found), skipped)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _look_into(package: str, sheets: bool) -> Found:
    from brieflint.documents.container import list_entries

    try:
        entries = list_entries(package, sheets=sheets)
    except BriefError:
        # What is wrong with it is told when it is its turn to be read.
        return Found((package,), 0)
    return Found(tuple(f"{package}/{brief}" for brief in entries.briefs), entries.skipped)


def _walk(folder: Path, wants: Wants) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        # What is wrong with it is told when it is its turn to be read.
        yield folder
        return
    for entry in entries:
        if entry.name.startswith((".", LOCK)) or entry.is_symlink():
            continue
        if entry.is_dir():
            if wants(entry, folder=True):
                yield from _walk(entry, wants)
        elif entry.is_file():
            yield entry
