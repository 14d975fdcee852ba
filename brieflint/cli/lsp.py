"""`brieflint lsp`."""

import signal
import sys
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import say, stop_without
from brieflint.knowledge.vocabulary import READERS, Reader


@click.command("lsp")
@click.option("--stdio", is_flag=True, hidden=True, help="What it does anyway; editors like to say it.")
@click.option(
    "--as", "reader", type=click.Choice(READERS), help="Who reads the text; by default the buyer, for proposals an evaluator."
)
@settings_options
def command(stdio: bool, reader: Reader | None, **config: Any) -> None:
    """Check briefs in an editor while they are written: a language server, which your editor starts and talks to.

    It reads plain text and Markdown, with the configuration that holds for each file; docs/editor.md has the settings for
    several editors.

    \b
    Examples:
      brieflint lsp
      brieflint lsp --as bidder
    """
    del stdio
    options = read_options(**config)
    try:
        from brieflint.editing.server import serve
    except ModuleNotFoundError as error:
        stop_without(error, "Editors")
    if sys.stdin.isatty():
        say(
            "brieflint lsp waits for an editor to talk to it. Ctrl+C ends it; docs/editor.md tells how to set up yours.",
            err=True,
        )
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    serve(options, reader)
