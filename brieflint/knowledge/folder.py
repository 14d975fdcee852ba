"""Where the pattern files are, and what they hold as one number."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

COMPILED = "compiled.zip"
LEGAL = "legal"
"""The folder of notes that are read only where they are asked for: what is compiled does not hold them."""
LARGEST = 2 * 1024 * 1024
"""Bytes of the largest file of sentences or template that is read: well above any that a person writes."""
LARGEST_YAML = LARGEST // 4
"""Bytes of the largest pattern file: YAML is read at some hundred thousand characters a second."""


class UnfitFile(Exception):
    """A file that cannot be read as text; the message says why."""


@cache
def shipped_folder() -> Traversable:
    """The patterns that come with brieflint: the same path for a wheel, an editable install and a checkout."""
    return files("brieflint.patterns")


def read_text(file: Traversable, most: int = LARGEST) -> str:
    """The text of a pattern file. Raises `UnfitFile`."""
    if not file.is_file():
        raise UnfitFile("this is no regular file" if _exists(file) else "the file is missing")
    try:
        with file.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise UnfitFile(f"the file cannot be read ({error.strerror})") from None
    if len(content) > most:
        raise UnfitFile(f"the file is larger than {most // 1024} KiB; divide it into several")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnfitFile(f"the file is not UTF-8 text (the first odd byte is on line {line}); save it as UTF-8") from None


def _exists(file: Traversable) -> bool:
    return isinstance(file, Path) and (file.is_symlink() or file.exists())


def digest(folder: Traversable, endings: str | tuple[str, ...], without: str | None = None) -> str:
    """A hash of the names and bytes of all files below `folder` that end so, but for those in the folder `without` in it."""
    hashed = sha256()
    for name, file in _walk(folder, ""):
        if name.endswith(endings) and not (without and name.startswith(f"{without}/")):
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
