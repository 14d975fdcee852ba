"""Packages of several briefs (`.zip`): each is read in memory, and nothing is ever unpacked to disk."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISLNK

from brieflint.documents.files import PACKAGE, load, telling
from brieflint.documents.formats import is_sheet, is_supported
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.archive import Archive, Budget
from brieflint.errors import BriefError

GRACE = 2**20
"""Below this size nobody asks how well an entry was compressed."""

_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:")
_LEFT_ALONE = (".", "~$", "__MACOSX")
"""The beginnings of the names of hidden files, of those that Word leaves beside open documents, and of what macOS adds."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The briefs in a package by their paths inside it, in a stable order; and how many other files it holds."""

    briefs: tuple[str, ...]
    skipped: int


def list_entries(path: str, limits: Limits = DEFAULT, *, sheets: bool = False) -> Entries:
    """Find the briefs in a package, and in the packages in it; with `sheets` spreadsheets too. Raises `BriefError`."""
    return _open(path, limits).list_entries(sheets=sheets)


def load_entry(path: str, entry: str, limits: Limits = DEFAULT) -> bytes:
    """Load a brief in a package; errors name it by the path of the package and its own. Raises `BriefError`."""
    name = f"{path}/{entry}"
    try:
        return _open(path, limits).load(entry)
    except BriefError as error:
        raise BriefError(name, error.what, error.advice) from None


class Package:
    """A package that has been opened, with those in it that were needed so far. Raises `BriefError` for what cannot be."""

    def __init__(self, data: bytes, name: str, budget: Budget, limits: Limits, depth: int = 1) -> None:
        self._name = name
        self._budget = budget
        self._limits = limits
        self._depth = depth
        self._archive = Archive(data, name, limits, budget, GRACE)
        self._inner: dict[str, Package] = {}
        self._files: dict[str, str] = {}
        """The files that a person would see in the folder: from their paths to the names of their parts."""
        for part, entry in self._archive.entries.items():
            if _LEADS_OUT.match(entry.filename):
                raise BriefError(name, "this file holds a path that leads out of it", "Ask its sender for a clean copy")
            path = PurePosixPath(part)
            if part and not (part.endswith("/") or S_ISLNK(entry.external_attr >> 16) or any(map(_is_left_alone, path.parts))):
                self._files[path.as_posix()] = part

    def list_entries(self, *, sheets: bool = False) -> Entries:
        """Find the briefs in it, and in the packages in it; with `sheets` spreadsheets too."""
        briefs: list[str] = []
        skipped = 0
        for path in sorted(self._files, key=lambda path: PurePosixPath(path).parts):
            if path.lower().endswith(PACKAGE):
                inside = self._open(path).list_entries(sheets=sheets)
                briefs.extend(f"{path}/{brief}" for brief in inside.briefs)
                skipped += inside.skipped
            elif is_supported(path) or (sheets and is_sheet(path)):
                briefs.append(path)
            else:
                skipped += 1
        return Entries(tuple(briefs), skipped)

    def load(self, path: str) -> bytes:
        """The bytes of a brief in it."""
        if path in self._files:
            return self._archive.read(self._files[path])
        for parent in PurePosixPath(path).parents:
            outer = parent.as_posix()
            if outer.lower().endswith(PACKAGE) and outer in self._files:
                return self._open(outer).load(PurePosixPath(path).relative_to(parent).as_posix())
        raise BriefError(f"{self._name}/{path}", "there is no such file in the package", "Check the name and the folder")

    def _open(self, path: str) -> "Package":
        if path not in self._inner:
            name = f"{self._name}/{path}"
            if self._depth >= self._limits.package_depth:
                raise BriefError(name, "these packages are nested too deeply", "Unpack them and name the briefs inside")
            self._inner[path] = Package(
                self._archive.read(self._files[path]), name, self._budget, self._limits, self._depth + 1
            )
        return self._inner[path]


def _is_left_alone(name: str) -> bool:
    return name.startswith(_LEFT_ALONE)


def _open(path: str, limits: Limits) -> Package:
    with telling(path):
        state = Path(path).stat()
    return _open_once(path, limits, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _open_once(path: str, limits: Limits, *_state: int) -> Package:
    """Open a package, which is asked for once for each brief in it, for as long as it stays the same."""
    return Package(load(path, limits), path, Budget(limits.package_bytes), limits)
