"""`brieflint check`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import config_options, read_options
from brieflint.cli.output import painter, stop, write_whole
from brieflint.errors import ConfigError, PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.reporting.formats import FORMATS, write
from brieflint.reporting.view import View


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to report.")
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
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    everything: bool,
    why: bool,
    baseline: Path | None,
    show_suppressed: bool,
    record: Path | None,
    stdin_name: str | None,
    **config: Any,
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    \b
    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format json
      brieflint check rfp.docx.txt --why
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.checking import check_paths
    from brieflint.clock import read_today
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    if record and STDIN in paths:
        raise click.UsageError("--record is about files that can be read again; save the brief and name its file.")
    options = read_options(**config, baseline=baseline)
    try:
        today = read_today()
        report = check_paths(paths, stdin_name or STDIN, options, today)
        view = View(guide=load_knowledge().guide, paint=painter(), everything=everything, suppressed=show_suppressed)
        click.echo(write(report, form, view), nl=False)
        if record:
            from brieflint.recording.record import make_record, write_record

            write_whole(record, write_record(make_record(report, paths, options, record, today)))
    except (ConfigError, PatternError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{record}: the record cannot be written ({error.strerror}). Choose another place with --record.")
    context.exit(report.exit_code())
