"""The command line: each command in a module of its own, imported when it is called."""

import sys
from importlib import import_module
from io import TextIOWrapper

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
    "explain": "explain",
    "evaluate": "evaluate",
    "config": "config",
    "baseline": "baseline",
    "decisions": "decisions",
    "verify": "verify",
    "patterns": "patterns",
    "cache": "cache",
    "completion": "completion",
}
"""Command → module."""


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
      brieflint explain sa-called-ito
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Consoles of older encodings lack signs that briefs hold; a question mark is better than no report.
            stream.reconfigure(errors="replace")
