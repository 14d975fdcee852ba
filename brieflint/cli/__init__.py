"""The command line: each command in a module of its own, imported when it is called."""

import atexit
import gc
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from brieflint import __version__

COMMANDS = {
    "check": "check",
    "scan": "scan",
    "summary": "summary",
    "fix": "fix",
    "draft": "draft",
    "annotate": "annotate",
    "clean": "clean",
    "facts": "facts",
    "grid": "grid",
    "questions": "questions",
    "choose": "choose",
    "compare": "compare",
    "diff": "diff",
    "explain": "explain",
    "evaluate": "evaluate",
    "serve": "serve",
    "lsp": "lsp",
    "config": "config",
    "baseline": "baseline",
    "decisions": "decisions",
    "verify": "verify",
    "patterns": "patterns",
    "cache": "cache",
    "completion": "completion",
}
"""Command → module."""
STARTING = 300_000
"""Objects made before garbage is looked for: more than a start needs, and all of these stay; looking takes a tenth of it."""


class Commands(click.Group):
    """A group that imports a command only when it is called or its help is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"brieflint.cli.{COMMANDS[cmd_name]}").command
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; whatever it prints, and help too, may find no room."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            # What concerns a file is told where it is read or written; here nothing but what is printed can be meant.
            if error.filename is not None:
                raise
            from brieflint.cli.output import stop_unprinted

            stop_unprinted(error)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brieflint")
def main() -> None:
    """Check vendor briefs: does the engagement model that a brief names match the one that it describes?

    \b
    Examples:
      brieflint check rfp.docx.txt
      brieflint fix rfp.docx.txt
      brieflint draft rfp.docx.txt -o corrected.md
      brieflint questions rfp.docx.txt
      brieflint compare rfp.docx acme.pdf tarn.docx
      brieflint explain sa-called-ito
    """
    gc.set_threshold(STARTING)
    atexit.register(gc.freeze)  # the memory goes with the process, and need not be looked through for the last time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Consoles of older encodings lack signs that briefs hold; a question mark is better than no report.
            stream.reconfigure(errors="replace")
