"""What the commands share: colour on terminals, errors for people, files written whole or not at all."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NoReturn

import click

COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


def painter() -> Callable[[str, str], str]:
    """Paints with colours on a terminal, unless NO_COLOR is set; leaves text alone elsewhere."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def paint(text: str, role: str) -> str:
        if not coloured:
            return text
        return click.style(text, fg=COLOURS.get(role), bold=role in ("error", "strong"), dim=role == "faint")

    return paint


def stop(message: str) -> NoReturn:
    """Say what is wrong and end with exit code 2."""
    click.echo(message, err=True)
    sys.exit(2)


def give(text: str | bytes, output: Path | None) -> None:
    """Write to the file `output`, or print when it is None; say it and end with exit code 2 when it cannot be written."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        write_whole(output, text)
    except OSError as error:
        stop(f"{output}: cannot be written ({error.strerror}). Choose another place with -o.")


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that it is there whole or as it was before."""
    content = text.encode() if isinstance(text, str) else text
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile("wb", dir=path.parent, delete=False) as stream:
        draft = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            draft.chmod(mode)
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
