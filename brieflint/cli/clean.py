"""`brieflint clean`."""

from pathlib import Path

import click

from brieflint.cli.output import give, stop
from brieflint.errors import BriefError


@click.command("clean")
@click.argument("reviewed", metavar="FILE.docx")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The clean file; may be the same."
)
def command(reviewed: str, output: Path) -> None:
    """Take every comment and tracked change by "brieflint" out of a Word file, and nothing else.

    Suggestions that are still open are rejected; those that somebody accepted are words of the brief by now, and stay.

    \b
    Examples:
      brieflint clean reviewed.docx -o clean.docx
      brieflint clean reviewed.docx -o reviewed.docx
    """
    from brieflint.reviewing.annotating import clean_path

    try:
        data = clean_path(reviewed)
    except BriefError as error:
        stop(str(error))
    give(data, output)
