"""A new pack to start from: small, commented, and right."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from brieflint.storage import write_folder


def start_pack(folder: Path) -> list[Path]:
    """Write a starter pack to `folder`, whole or not at all, and say which files it holds.

    Raises `FileExistsError` when there is anything already, other `OSError` when it cannot be written.
    """
    starter = dict(_read(files("brieflint.knowledge") / "starter"))
    write_folder(folder, starter)
    return sorted(folder / name for name in starter)


def _read(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _read(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()
