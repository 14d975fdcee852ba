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
    """Patterns that hold below a folder; of several that match a path the last decides, and one with `!` takes it out."""

    folder: Path
    patterns: tuple[str, ...]

    def match(self, path: str | PurePath, *, folder: bool = False) -> bool:
        """Whether a file, or a folder, or any folder around it, is meant."""
        name = os.path.relpath(path, self.folder)
        if name.startswith(os.pardir):
            return False
        steps = PurePath(name).parts
        names = ["/".join(steps[: end + 1]) for end in range(len(steps))]
        meant = False
        for pattern in self.patterns:
            glob = pattern.removeprefix("!")
            for position, candidate in enumerate(names):
                is_folder = folder or position < len(names) - 1
                if (is_folder or not glob.endswith("/")) and _compile(glob).fullmatch(candidate):
                    meant = not pattern.startswith("!")
                    break
        return meant


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
