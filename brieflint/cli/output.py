"""What the commands share: colour on terminals, errors for people, files written whole or not at all."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NoReturn

import click

COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


def is_coloured() -> bool:
    """Whether what is printed has colours: on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def painter(*, coloured: bool | None = None) -> Callable[[str, str], str]:
    """Paints with colours where there are any, or as `coloured` says; leaves text alone elsewhere."""
    coloured = is_coloured() if coloured is None else coloured

    def paint(text: str, role: str) -> str:
        if not coloured:
            return text
        return click.style(text, fg=COLOURS.get(role), bold=role in ("error", "strong"), dim=role == "faint")

    return paint


def stop(message: str) -> NoReturn:
    """Say what is wrong and end with exit code 2."""
    click.echo(message, err=True)
    sys.exit(2)


EXTRAS = {"openpyxl": "xlsx", "docx": "word", "docxtpl": "word", "lxml": "word"}
"""What an extra brings → its name."""


def stop_without(error: ModuleNotFoundError, what: str) -> NoReturn:
    """Say which extra `what` needs, and end with exit code 2. Raises the error again when no extra brings what is missing."""
    missing = (error.name or "").partition(".")[0]
    if missing not in EXTRAS:
        raise error
    stop(f"{what} need {missing}: pip install 'brieflint[{EXTRAS[missing]}]'")


def give(text: str | bytes, output: Path | None = None, option: str = "-o") -> None:
    """Write to the file `output`, which `option` names, or print when it is None; when it cannot be written end with code 2."""
    try:
        if output:
            write_whole(output, text)
        else:
            click.echo(text, nl=False)
    except BrokenPipeError:
        raise  # whoever read has read enough, which is no fault
    except OSError as error:
        where, advice = (output, f"another place with {option}") if output else ("standard output", "another place")
        stop(f"{where}: cannot be written ({error.strerror}). Choose {advice}.")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there whole or as it was before; text as UTF-8.

    What a link points to is replaced, not the link; devices and pipes are written into.
    """
    # Names of files may hold bytes that are no text; a question mark is better than no report.
    data = content.encode(errors="replace") if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile("wb", dir=path.parent, delete=False) as stream:
        draft = Path(stream.name)
        try:
            stream.write(data)
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
