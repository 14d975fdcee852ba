"""Other linters of prose, in a virtual environment of their own; one that cannot be had is said to be missing."""

import subprocess
import sys
from pathlib import Path
from venv import EnvBuilder

PROSELINT = "proselint"


def install(packages: list[str], folder: Path) -> dict[str, str]:
    """Install packages with pip; those that could be, each with the path of its command."""
    EnvBuilder(with_pip=True).create(folder)
    found = {}
    for package in packages:
        done = subprocess.run(  # noqa: S603
            [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", package], capture_output=True, check=False
        )
        command = folder / "bin" / package
        if done.returncode == 0 and command.exists():
            found[package] = str(command)
        else:
            sys.stderr.write(f"{package}: cannot be installed here, so its rows are missing\n")
    return found
