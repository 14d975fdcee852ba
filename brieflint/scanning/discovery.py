"""Which files are meant: those named, the supported ones in folders named, and standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brieflint.documents import is_supported

STDIN = "-"
LOCK = "~$"
"""The beginning of the name of the files that Word leaves beside an open document."""


@dataclass(frozen=True, slots=True)
class Found:
    """Paths to check, in a stable order, each once; and how many files in folders were left alone."""

    paths: tuple[str, ...]
    skipped: int


def discover(paths: Sequence[str]) -> Found:
    """Files as given, whatever they are; of folders every supported file below, by name, hidden ones and links left out."""
    found: dict[str, None] = {}
    skipped = 0
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            found[path] = None
            continue
        for file in _walk(Path(path)):
            if is_supported(file):
                found[str(file)] = None
            else:
                skipped += 1
    return Found(tuple(found), skipped)


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", LOCK)) or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.is_file():
            yield entry
