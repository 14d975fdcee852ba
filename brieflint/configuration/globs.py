"""Globs as in `.gitignore`: which files are meant, from the folder of the file in which they stand.

They are matched step by step, so that no glob takes longer than its length times that of the path.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from pathlib import Path, PurePath

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_Steps = tuple[re.Pattern[str] | None, ...]
"""What each step of a path has to be; None stands for any number of steps."""


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns that hold below a folder.

    Of several that match a path the last decides, and one with `!` takes it out; but nothing takes a file out of a folder that
    is meant as a whole.
    """

    folder: Path
    patterns: tuple[str, ...]

    def match(self, path: str | PurePath, *, folder: bool = False) -> bool:
        """Whether a file, or a folder, or any folder around it, is meant."""
        name = os.path.relpath(path, self.folder)
        if name.startswith(os.pardir):
            return False
        steps = PurePath(name).parts
        for end in range(1, len(steps) + 1):
            last = self._find_last(steps[:end], is_folder=folder or end < len(steps))
            if last and not last.startswith("!"):
                return True
        return False

    def decide(self, path: str | PurePath, *, folder: bool) -> bool | None:
        """Whether a file, or a folder, is meant by its own name, None when no pattern says anything of it."""
        last = self._find_last(PurePath(os.path.relpath(path, self.folder)).parts, is_folder=folder)
        return None if last is None else not last.startswith("!")

    def _find_last(self, steps: Sequence[str], *, is_folder: bool) -> str | None:
        """The last pattern that matches a path as a whole."""
        for pattern in reversed(self.patterns):
            glob = pattern.removeprefix("!")
            if (is_folder or not glob.endswith("/")) and _matches(_compile(glob), steps):
                return pattern
        return None


def match_any(globs: Sequence[Globs], path: str | PurePath, *, folder: bool = False) -> bool:
    """Whether any of several lists means a path."""
    return any(entry.match(path, folder=folder) for entry in globs)


def _matches(glob: _Steps, path: Sequence[str]) -> bool:
    """Whether a glob matches a path, of which it may have come as far as several of its own steps at a time."""
    reached = _pass_over(glob, {0})
    for step in path:
        places = [(at, glob[at]) for at in reached if at < len(glob)]
        reached = _pass_over(glob, {at + (sign is not None) for at, sign in places if sign is None or sign.match(step)})
    return len(glob) in reached


def _pass_over(glob: _Steps, places: set[int]) -> set[int]:
    """The places in a glob, and those behind each `**` that stands for no step there."""
    reached = set(places)
    for place in places:
        at = place
        while at < len(glob) and glob[at] is None:
            at += 1
            reached.add(at)
    return reached


@lru_cache(maxsize=256)
def _compile(glob: str) -> _Steps:
    """A glob with a slash inside is bound to its folder, any other means names at any depth."""
    body = glob.rstrip("/")
    body = body.removeprefix("/") if "/" in body else f"**/{body}"
    if body == "**" or body.endswith("/**"):
        body += "/*"  # what lies in a folder, and not the folder
    return tuple(None if step == "**" else re.compile(_translate(step)) for step in body.split("/"))


def _translate(step: str) -> str:
    # What stands behind a backslash means itself, which is written as a set of one here.
    return translate(_ESCAPED.sub(lambda found: f"[{found[1]}]" if found[1] in "*?[" else found[1], step))
