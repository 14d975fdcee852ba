"""`brieflint check`."""

from pathlib import Path

import click

from brieflint.cli.options import patterns_option
from brieflint.cli.output import painter, stop
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import open_packs
from brieflint.reporting.formats import FORMATS, write
from brieflint.reporting.view import View


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to report.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the five that weigh most.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "advice"]),
    default="error",
    show_default=True,
    help="The lightest finding for which the exit code is 1.",
)
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@patterns_option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    everything: bool,
    fail_on: str,
    stdin_name: str | None,
    folders: tuple[Path, ...],
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format json
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.checking import check_paths
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    try:
        packs = open_packs(folders)
        report = check_paths(paths, stdin_name or STDIN, packs)
        view = View(guide=load_knowledge(packs).guide, paint=painter(), everything=everything)
        click.echo(write(report, form, view), nl=False)
    except PatternError as error:
        stop(str(error))
    context.exit(report.exit_code(fail_on))  # type: ignore[arg-type]
