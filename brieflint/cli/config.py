"""`brieflint config`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import config_options, read_options
from brieflint.cli.output import give, stop
from brieflint.errors import ConfigError, PatternError


@click.group("config")
def command() -> None:
    """Look at the configuration: brieflint.toml, or [tool.brieflint] in pyproject.toml.

    \b
    Examples:
      brieflint config show proposals/rfp.docx
      brieflint config schema > brieflint.schema.json
    """


@command.command("show")
@click.argument("path")
@config_options
def show_command(path: str, **config: Any) -> None:
    """Print the settings that hold for PATH, a file or a folder, and where each comes from.

    \b
    Examples:
      brieflint config show proposals/rfp.docx
      brieflint config show proposals/rfp.docx --ignore naming
    """
    from brieflint.configuration.showing import show
    from brieflint.grounds import GroundsFinder

    try:
        file = str(Path(path) / "brief") if Path(path).is_dir() else path
        give(show(GroundsFinder(read_options(**config)).find(file).settings))
    except (ConfigError, PatternError) as error:
        stop(str(error))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of brieflint.toml, for editors.

    \b
    Examples:
      brieflint config schema > brieflint.schema.json
    """
    from brieflint.configuration.content import write_schema

    click.echo(write_schema(), nl=False)
