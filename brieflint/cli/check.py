"""`brieflint check`."""

import click

from brieflint.cli.output import painter, stop
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.reporting.formats import FORMATS, write
from brieflint.reporting.view import View


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to report.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the five that weigh most.")
@click.option("--why", is_flag=True, help="Show what the judgement rests on: sums, terms, every sentence that weighed.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "advice"]),
    default="error",
    show_default=True,
    help="The lightest finding for which the exit code is 1.",
)
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    everything: bool,
    why: bool,
    fail_on: str,
    stdin_name: str | None,
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format json
      brieflint check rfp.docx.txt --why
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.checking import check_paths
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    if why and form != "text":
        raise click.UsageError("--why is told as text only; leave out --format.")
    try:
        view = View(guide=load_knowledge().guide, paint=painter(), everything=everything)
        if why:
            from brieflint.reporting.why import write_why
            from brieflint.tracing import gather_reports, trace_paths

            traces = trace_paths(paths, stdin_name or STDIN)
            report, text = gather_reports(traces), write_why(traces, view)
        else:
            report = check_paths(paths, stdin_name or STDIN)
            text = write(report, form, view)
        click.echo(text, nl=False)
    except PatternError as error:
        stop(str(error))
    context.exit(report.exit_code(fail_on))  # type: ignore[arg-type]
