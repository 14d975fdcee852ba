"""Where the pattern files are, and what they hold as one number."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

COMPILED = "compiled.zip"


@cache
def shipped_folder() -> Traversable:
    """The patterns that come with brieflint: the same path for a wheel, an editable install and a checkout."""
    return files("brieflint.patterns")


def digest(folder: Traversable, endings: str | tuple[str, ...]) -> str:
    """A hash of the names and bytes of all files below `folder` that end so."""
    hashed = sha256()
    for name, file in _walk(folder, ""):
        if name.endswith(endings):
            content = file.read_bytes()
            hashed.update(f"{name}\0{len(content)}\0".encode())
            hashed.update(content)
    return hashed.hexdigest()


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry
