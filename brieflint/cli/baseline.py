"""`brieflint baseline`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import config_options, read_options
from brieflint.cli.output import give, stop, tell
from brieflint.errors import ConfigError, PatternError


@click.group("baseline")
def command() -> None:
    """Adopt brieflint on old briefs: note what it finds in them today, and report only what is new.

    \b
    Examples:
      brieflint baseline write proposals/ --output brieflint-baseline.json
      brieflint check proposals/ --baseline brieflint-baseline.json
    """


@command.command("write")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write, to be kept."
)
@config_options
@click.pass_context
def write(context: click.Context, /, paths: tuple[str, ...], output: Path, **config: Any) -> None:
    """Note all findings of today in a file, for check --baseline.

    \b
    Examples:
      brieflint baseline write proposals/ --output brieflint-baseline.json
      brieflint check proposals/ --baseline brieflint-baseline.json
    """
    from brieflint.adopting import find_known
    from brieflint.linting.baseline import write_baseline
    from brieflint.reporting.words import count

    try:
        known = find_known(paths, read_options(**config), output)
    except (ConfigError, PatternError) as error:
        stop(str(error))
    give(write_baseline(known.entries), output, "--output")
    briefs = {entry.path for entry in known.entries}
    tell(f"{output}: {count(len(known.entries), 'known finding')} in {count(len(briefs), 'brief')}.")
    for told in known.unreadable:
        tell(told, err=True)
    context.exit(2 if known.unreadable else 0)
