"""`brieflint grid`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop, stop_without
from brieflint.errors import BriefError, ConfigError, PatternError


@click.command("grid")
@click.argument("brief", metavar="BRIEF")
@click.option("--format", "form", type=click.Choice(["markdown", "html", "docx"]), default="markdown", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@settings_options
def command(brief: str, form: str, output: Path | None, **config: Any) -> None:
    """Print the accountability table to paste: five questions, each with your own sentence, blanks marked.

    A brief whose lots describe different models gets a table for each lot.

    \b
    Examples:
      brieflint grid rfp.docx.txt
      brieflint grid rfp.docx.txt --format html -o table.html
      brieflint grid rfp.docx.txt --format docx -o table.docx
    """
    from brieflint.judged import judge_path
    from brieflint.writing.grid import make_tables
    from brieflint.writing.grid_formats import to_html, to_markdown

    if form == "docx" and output is None:
        raise click.UsageError("A Word file needs a name: add -o table.docx.")
    try:
        judged = judge_path(brief, read_options(**config))
        tables = make_tables(judged, judged.grounds.patterns.guide)
        if form == "docx":
            from brieflint.writing.grid_word import to_docx

            give(to_docx(tables), output)
        else:
            give({"html": to_html, "markdown": to_markdown}[form](tables), output)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        stop_without(error, "Word files")
