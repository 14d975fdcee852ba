"""What git is told to ignore: the files `.gitignore` of a work tree, and its `.git/info/exclude`."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from brieflint.configuration.globs import Globs

NAME = ".gitignore"
TOP = ".git"
"""What lies at the top of a work tree."""
OWN = ".git/info/exclude"


class GitIgnore:
    """Tells what is ignored; each file is read once. What lies in no work tree is not ignored."""

    def __init__(self) -> None:
        self._found: dict[Path, tuple[Globs, ...] | None] = {}

    def covers(self, path: Path, *, folder: bool) -> bool:
        """Whether a file, or a folder, is ignored, though nothing around it is. `path` is absolute."""
        decided = (rules.decide(path, folder=folder) for rules in self._list(path.parent) or ())
        return next((decision for decision in decided if decision is not None), False)

    def _list(self, folder: Path) -> tuple[Globs, ...] | None:
        """The rules for what lies in a folder, the nearest first; None in no work tree."""
        if folder not in self._found:
            above: tuple[Globs, ...] | None = None
            if (folder / TOP).exists():
                above = tuple(_read(folder / OWN, folder))
            elif folder != folder.parent:
                above = self._list(folder.parent)
            self._found[folder] = None if above is None else (*_read(folder / NAME, folder), *above)
        return self._found[folder]


def _read(path: Path, folder: Path) -> Iterator[Globs]:
    with suppress(OSError):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        kept = (line if line.endswith("\\ ") else line.rstrip() for line in lines)
        yield Globs(folder, tuple(line for line in kept if line and not line.startswith("#")))
