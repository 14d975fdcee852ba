"""`brieflint check`."""

import click

from brieflint.cli.output import painter, stop
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.perspectives import READERS, Reader
from brieflint.reporting.formats import FORMATS, write
from brieflint.reporting.perspective import address
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
@click.option(
    "--as", "reader", type=click.Choice(READERS), help="Who reads the report; by default the buyer, for proposals an evaluator."
)
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    everything: bool,
    fail_on: str,
    reader: Reader | None,
    stdin_name: str | None,
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format json
      brieflint check rfp.docx --format html > report.html
      brieflint check rfp.docx --as bidder
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.checking import check_paths
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    try:
        report = check_paths(paths, stdin_name or STDIN)
        patterns = load_knowledge()
        view = View(
            guide=patterns.guide, paint=painter(), everything=everything, reader=reader, perspectives=patterns.perspectives
        )
        click.echo(write(report, form, view), nl=False)
    except PatternError as error:
        stop(str(error))
    context.exit(address(report, view).exit_code(fail_on))  # type: ignore[arg-type]
