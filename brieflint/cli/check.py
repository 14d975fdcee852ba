"""`brieflint check`."""

import os
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brieflint.cli.options import GroupedCommand, config_options, read_options
from brieflint.cli.output import give, is_coloured, painter, stop
from brieflint.cli.work import WORK, interruptible, make_engine, work_options
from brieflint.clock import read_today
from brieflint.errors import BriefError, ConfigError, PatternError, ReportError
from brieflint.knowledge.vocabulary import READERS, Reader
from brieflint.reporting.formats import FORMATS, write

if TYPE_CHECKING:
    from brieflint.configuration.settings import Options
    from brieflint.linting.report import Report
    from brieflint.reporting.view import View
    from brieflint.scanning.answers import Answers

FILE = click.Path(dir_okay=False, path_type=Path)
GROUPS = {
    "What is shown": ("everything", "quiet", "show_suppressed", "why", "statistics", "reader"),
    "Where and how": ("form", "output", "record"),
    "How it works": WORK,
    "What counts": ("package", "config", "no_config", "patterns", "select", "ignore", "fail_on", "baseline", "legal"),
}


@click.command("check", cls=GroupedCommand, groups=GROUPS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), help="How to report; text by default, github in a GitHub job."
)
@click.option("-o", "--output", type=FILE, help="Write here instead of the terminal.")
@click.option("-q", "--quiet", is_flag=True, help="Show only what gives a reason to stop, and nothing when nothing does.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the five that weigh most.")
@click.option("--why", is_flag=True, help="Show what the judgement rests on: sums, terms, every sentence that weighed.")
@click.option(
    "--as", "reader", type=click.Choice(READERS), help="Who reads the report; by default the buyer, for proposals an evaluator."
)
@click.option("--show-suppressed", is_flag=True, help="Show the findings too that remarks or the baseline keep out.")
@click.option("--package", is_flag=True, help="Read the files of one folder or .zip as one buy: contradictions between them.")
@config_options
@click.option("--baseline", type=FILE, help="Report only findings that this file does not know; brieflint baseline writes it.")
@click.option("--record", type=FILE, help="Write what an auditor needs here; see brieflint verify.")
@click.option("--stdin-name", metavar="NAME", help="Read standard input as if it were a file of this name.")
@work_options
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    quiet: bool,
    statistics: bool,
    everything: bool,
    why: bool,
    reader: Reader | None,
    show_suppressed: bool,
    package: bool,
    baseline: Path | None,
    record: Path | None,
    stdin_name: str | None,
    **others: Any,
) -> None:
    """Check briefs: files, folders and .zip packages, or - for standard input.

    \b
    Exit code: 0 nothing to stop for, 1 a finding at or above --fail-on, 2 something could not be checked.

    \b
    Examples:
      brieflint check rfp.docx.txt
      brieflint check proposals/ --format sarif -o brieflint.sarif
      brieflint check rfp.docx --format html > report.html
      brieflint check rfp.docx --as bidder
      brieflint check rfp.docx.txt --why
      brieflint check --package tender/
      cat brief.md | brieflint check - --stdin-name brief.md

    """
    from brieflint.scanning.discovery import STDIN

    _refuse_odd_calls(paths, form, quiet, statistics, why, package, record, stdin_name)
    work, config = {name: others.pop(name) for name in WORK}, others
    since, today = time.time_ns(), read_today()
    usual = "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not output else "text"
    form = "statistics" if statistics else form or usual
    coloured = is_coloured() and not output
    answers = None
    if not (work["no_cache"] or package or why or record or STDIN in paths):
        asked = sorted((name, value) for name, value in context.params.items() if name not in (*WORK, "output"))
        answers = _open_answers(form, str(coloured), str(Path.cwd()), repr(asked))
    if answers and (known := answers.find(today.isoformat())):
        give(known.text, output, commands=form == "github")
        context.exit(known.status)

    options, saved = read_options(**config, baseline=baseline), ""
    try:
        _check_configuration(paths, stdin_name, options)
        from brieflint.reporting.perspective import address, find_failing

        view = _make_view(everything, quiet, show_suppressed, reader, coloured=coloured)
        if package:
            report, text = _check_package(paths[0], options, today, form, view)
        elif why:
            report, text = _explain_why(paths, stdin_name or STDIN, options, today, view)
        else:
            report = _check(paths, stdin_name or STDIN, options, today, work, quiet=quiet)
            text = write(find_failing(report, view) if quiet else report, form, view)
        if record:
            from brieflint.recording.record import make_record, write_record

            saved = write_record(make_record(report, paths, options, record, today))
    except (BriefError, ConfigError, PatternError, ReportError) as error:
        stop(str(error))
    give(text, output, commands=form == "github")
    if record:
        give(saved, record, "--record")
    status = address(report, view).exit_code()
    if answers:
        from brieflint.scanning.witnesses import keep_answer

        keep_answer(answers, text, status, report, paths, options, today, since)
    context.exit(status)


def _check_configuration(paths: Sequence[str], stdin_name: str | None, options: "Options") -> None:
    """See that the configuration of the paths can be read, before all that takes time. Raises `ConfigError`."""
    from brieflint.configuration.finding import Configuration
    from brieflint.scanning.discovery import STDIN, is_folder

    configuration = Configuration(options)
    for path in paths:
        if not is_folder(path):  # what holds in a folder is known when its files are
            configuration.find(stdin_name or STDIN if path == STDIN else path)


def _check(
    paths: Sequence[str], stdin_name: str, options: "Options", today: date, work: dict[str, Any], *, quiet: bool
) -> "Report":
    from brieflint.checking import check_paths

    with interruptible(remembers=not work["no_cache"]):
        return check_paths(paths, stdin_name, options, today, make_engine(**work, quiet=quiet))


def _check_package(path: str, options: "Options", today: date, form: str, view: "View") -> tuple["Report", str]:
    from brieflint.buying.package import check_package
    from brieflint.buying.package_formats import write_package

    checked = check_package(path, options, today)
    return checked.report, write_package(checked, form, view)


def _explain_why(paths: Sequence[str], stdin_name: str, options: "Options", today: date, view: "View") -> tuple["Report", str]:
    from brieflint.reporting.why import write_why
    from brieflint.tracing import gather_reports, trace_paths

    traces = trace_paths(paths, stdin_name, options, today)
    return gather_reports(traces), write_why(traces, view)


def _make_view(everything: bool, quiet: bool, suppressed: bool, reader: Reader | None, *, coloured: bool) -> "View":
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.reporting.view import View

    shipped = load_knowledge()
    return View(
        guide=shipped.guide,
        perspectives=shipped.perspectives,
        paint=painter(coloured=coloured),
        everything=everything,
        suppressed=suppressed,
        summary=not quiet,
        root=str(Path.cwd()),
        reader=reader,
    )


def _open_answers(*question: str) -> "Answers | None":
    """Answers of earlier runs to this question, where anything is remembered."""
    from brieflint.scanning.answers import Answers
    from brieflint.scanning.store import open_store

    store = open_store()
    return Answers(store, question) if store else None


def _refuse_odd_calls(
    paths: tuple[str, ...],
    form: str | None,
    quiet: bool,
    statistics: bool,
    why: bool,
    package: bool,
    record: Path | None,
    stdin_name: str | None,
) -> None:
    """Say which options do not go together."""
    from brieflint.scanning.discovery import STDIN

    if stdin_name is not None and STDIN not in paths:
        raise click.UsageError("--stdin-name says what standard input is, so - must be among the paths.")
    if record and STDIN in paths:
        raise click.UsageError("--record is about files that can be read again; save the brief and name its file.")
    if statistics and form:
        raise click.UsageError("--statistics has a form of its own, so it goes without --format.")
    if why and (statistics or quiet or record or form not in (None, "text")):
        raise click.UsageError("--why is told as text only; leave out --format, --statistics, --quiet and --record.")
    if package and (len(paths) > 1 or why or quiet or record):
        raise click.UsageError("--package takes one folder or .zip, and goes without --why, --quiet and --record.")
