"""`brieflint verify`."""

from pathlib import Path

import click

from brieflint.cli.output import stop, tell
from brieflint.errors import BriefError, ConfigError, PatternError


@click.command("verify")
@click.argument("record", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def command(context: click.Context, record: Path) -> None:
    """Run again what a RECORD of check --record tells of, and say what differs.

    \b
    Exit code: 0 nothing differs, 1 something does, 2 it could not be run again.

    \b
    Examples:
      brieflint verify audit/rfp.json

    """
    from brieflint.recording.verification import verify

    try:
        differences = verify(record)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    for told in differences:
        tell(told)
    if not differences:
        tell(f"{record}: the same inputs, program, patterns and configuration give the same result.")
    context.exit(int(bool(differences)))
