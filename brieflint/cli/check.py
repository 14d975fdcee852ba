"""`brieflint check`."""

import os
from pathlib import Path

import click

from brieflint.cli.output import give, painter, stop
from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Severity
from brieflint.reporting.formats import FORMATS, write
from brieflint.reporting.view import View, plain


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), help="How to report; text by default, github in a GitHub job."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@click.option("-q", "--quiet", is_flag=True, help="Show only what gives a reason to stop, and nothing when nothing does.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the five that weigh most.")
@click.option("--why", is_flag=True, help="Show what the judgement rests on: sums, terms, every sentence that weighed.")
@config_options
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Report only findings that this file does not know; brieflint baseline writes it.",
)
@click.option("--show-suppressed", is_flag=True, help="Show the findings too that remarks or the baseline keep out.")
@click.option(
    "--record", type=click.Path(dir_okay=False, path_type=Path), help="Write what an auditor needs here; see brieflint verify."
)
@click.option(
    "--as", "reader", type=click.Choice(READERS), help="Who reads the report; by default the buyer, for proposals an evaluator."
)
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    quiet: bool,
    statistics: bool,
    everything: bool,
    fail_on: Severity,
    stdin_name: str | None,
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    \b
    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format sarif -o brieflint.sarif
      brieflint check proposals/ --statistics
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.checking import check_paths
    from brieflint.clock import read_today
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    if statistics and form:
        raise click.UsageError("--statistics has a form of its own, so it goes without --format.")
    try:
        report = check_paths(paths, stdin_name or STDIN)
        patterns = load_knowledge()
    except PatternError as error:
        stop(str(error))
    view = View(
        guide=patterns.guide,
        rules=patterns.rules,
        paint=plain if output else painter(),
        everything=everything,
        summary=not quiet,
        root=str(Path.cwd()),
    )
    usual = "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not output else "text"
    form = "statistics" if statistics else form or usual
    give(write(report.failing(fail_on) if quiet else report, form, view), output)
    context.exit(report.exit_code(fail_on))
