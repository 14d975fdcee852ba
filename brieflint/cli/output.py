"""What the commands share: colour on terminals, words and errors for people, what is printed or written."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from brieflint.signs import calm, clean, printable
from brieflint.storage import write_whole

COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan", "info": "blue"}


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


def say(line: str, *, err: bool = False) -> None:
    """Print one line, without any sign in it that could end it, steer the terminal or command the job whose log this is."""
    click.echo(calm(clean(line)), err=err)


def stop(message: str) -> NoReturn:
    """Say what is wrong, a mistake a line, and end with exit code 2."""
    for line in message.split("\n"):
        say(line, err=True)
    sys.exit(2)


EXTRAS = {
    "openpyxl": "xlsx",
    "docx": "word",
    "docxtpl": "word",
    "lxml": "word",
    "pygls": "lsp",
    "lsprotocol": "lsp",
}
"""What an extra brings → its name."""


def stop_without(error: ModuleNotFoundError, what: str) -> NoReturn:
    """Say which extra `what` needs, and end with exit code 2. Raises the error again when no extra brings what is missing."""
    missing = (error.name or "").partition(".")[0]
    if missing not in EXTRAS:
        raise error
    stop(f"{what} need {missing}: pip install 'brieflint[{EXTRAS[missing]}]'")


def give(text: str | bytes, output: Path | None = None, option: str = "-o", *, commands: bool = False) -> None:
    """Write to the file `output`, which `option` names, or print when it is None; when it cannot be written end with code 2.

    What is printed may go to the log of a job, which only `commands` may command.
    """
    if output is None:
        click.echo(calm(text) if isinstance(text, str) and not commands else text, nl=False)
        return
    save(output, text, f"Choose another place with {option}.")


def save(path: Path, content: str | bytes, advice: str) -> None:
    """Write a file whole; when that cannot be done, say so with this advice and end with exit code 2."""
    try:
        write_whole(path, content)
    except BrokenPipeError:
        raise  # whoever read has read enough, which is no fault
    except OSError as error:
        stop(f"{printable(str(path))}: cannot be written ({error.strerror}). {advice}")


def stop_unprinted(error: OSError) -> NoReturn:
    """Say that there is no more room for what is printed, and end with exit code 2."""
    with suppress(OSError, ValueError):
        # Python would try once more to print what is left when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(OSError):
        stop(f"standard output: cannot be written ({error.strerror}). Choose another place.")
    sys.exit(2)
