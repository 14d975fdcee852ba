"""`brieflint decisions`."""

from pathlib import Path

import click

from brieflint.cli.output import give, stop, tell
from brieflint.errors import ConfigError, PatternError


@click.command("decisions")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], output: Path | None) -> None:
    """List as CSV what people have decided in briefs ("brieflint: ignore …"): why, who, when, and whether it still holds.

    \b
    Examples:
      brieflint decisions proposals/ -o decisions.csv
    """
    from brieflint.checking import check_paths
    from brieflint.recording.decisions import write_decisions

    try:
        report = check_paths(paths)
        text = write_decisions(report)
    except (ConfigError, PatternError) as error:
        stop(str(error))
    give(text, output)
    for brief in report.unreadable:
        tell(brief.error, err=True)
    context.exit(2 if report.unreadable else 0)
