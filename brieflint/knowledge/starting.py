"""A new pack to start from: small, commented, and right."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory


def start_pack(folder: Path) -> list[Path]:
    """Write a starter pack to `folder`, whole or not at all, and say which files it holds.

    Raises `FileExistsError` when there is anything already, other `OSError` when it cannot be written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise FileExistsError
    folder.parent.mkdir(parents=True, exist_ok=True)
    with as_file(files("brieflint.knowledge") / "starter") as starter, TemporaryDirectory(dir=folder.parent) as draft:
        made = Path(draft) / "pack"
        shutil.copytree(starter, made, copy_function=shutil.copyfile)
        made.replace(folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())
