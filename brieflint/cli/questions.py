"""`brieflint questions`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop, stop_without
from brieflint.errors import BriefError, ConfigError, PatternError


@click.command("questions")
@click.argument("brief", metavar="BRIEF")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "csv", "xlsx"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@settings_options
def command(brief: str, form: str, output: Path | None, **config: Any) -> None:
    """List what to settle before the brief goes out: at most five questions, each with its place and whom to ask.

    \b
    Examples:
      brieflint questions rfp.docx.txt
      brieflint questions rfp.docx.txt --format xlsx -o questions.xlsx
    """
    from brieflint.judged import judge_path
    from brieflint.questions.asking import find_open_questions
    from brieflint.questions.formats import to_csv, to_markdown, to_text

    if form == "xlsx" and output is None:
        raise click.UsageError("A workbook needs a file: add -o questions.xlsx.")
    try:
        judged = judge_path(brief, read_options(**config))
        questions = find_open_questions(judged, judged.grounds.patterns)
        if form == "xlsx":
            from brieflint.questions.workbook import to_xlsx

            give(to_xlsx(questions), output)
        else:
            give({"text": to_text, "markdown": to_markdown, "csv": to_csv}[form](questions), output)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        stop_without(error, "Workbooks")
