"""Globs as in `.gitignore`: which files are meant, from the folder of the file in which they stand."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

_SIGN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]/]*\]|\\.|.", re.DOTALL)


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
            last = self._find_last("/".join(steps[:end]), is_folder=folder or end < len(steps))
            if last and not last.startswith("!"):
                return True
        return False

    def decide(self, path: str | PurePath, *, folder: bool) -> bool | None:
        """Whether a file, or a folder, is meant by its own name, None when no pattern says anything of it."""
        last = self._find_last(PurePath(os.path.relpath(path, self.folder)).as_posix(), is_folder=folder)
        return None if last is None else not last.startswith("!")

    def _find_last(self, name: str, *, is_folder: bool) -> str | None:
        """The last pattern that matches a name as a whole."""
        for pattern in reversed(self.patterns):
            glob = pattern.removeprefix("!")
            if (is_folder or not glob.endswith("/")) and _compile(glob).fullmatch(name):
                return pattern
        return None


def match_any(globs: Sequence[Globs], path: str | PurePath, *, folder: bool = False) -> bool:
    """Whether any of several lists means a path."""
    return any(entry.match(path, folder=folder) for entry in globs)


@lru_cache(maxsize=256)
def _compile(glob: str) -> re.Pattern[str]:
    """A glob with a slash inside is bound to its folder, any other means names at any depth."""
    body = glob.rstrip("/")
    body = body.removeprefix("/") if "/" in body else f"**/{body}"
    return re.compile("".join(map(_translate, _SIGN.findall(body))), re.DOTALL)


def _translate(sign: str) -> str:
    if sign == "**/":
        return "(?:[^/]+/)*"
    if sign in ("/**", "**"):
        return "/.+" if sign == "/**" else ".*"
    if sign == "*":
        return "[^/]*"
    if sign == "?":
        return "[^/]"
    if len(sign) > 2 and sign[0] == "[" and sign[-1] == "]":
        inner = sign[1:-1]
        return f"[{'^' if inner[0] == '!' else ''}{re.escape(inner.removeprefix('!')).replace(chr(92) + '-', '-')}]"
    return re.escape(sign[-1])
