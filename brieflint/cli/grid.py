"""`brieflint grid`."""

from pathlib import Path

import click

from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, PatternError


@click.command("grid")
@click.argument("brief", metavar="BRIEF")
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
def command(brief: str, form: str, output: Path | None) -> None:
    """Print the accountability table to paste: five questions, each with your own sentence, blanks marked.

    A brief whose lots describe different models gets a table for each lot.

    \b
    Examples:
      brieflint grid rfp.docx.txt
      brieflint grid rfp.docx.txt --format html -o table.html
    """
    from brieflint.judged import judge_path
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.writing.grid import make_tables
    from brieflint.writing.grid_formats import to_html, to_markdown

    try:
        tables = make_tables(judge_path(brief), load_knowledge().guide)
    except (BriefError, PatternError) as error:
        stop(str(error))
    give(to_html(tables) if form == "html" else to_markdown(tables), output)
