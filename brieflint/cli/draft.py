"""`brieflint draft`."""

from pathlib import Path

import click

from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, PatternError
from brieflint.knowledge.guide import MODELS


@click.command("draft")
@click.argument("brief", metavar="BRIEF")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@click.option("--model", type=click.Choice(MODELS), help="The model to draft for; the described one by default.")
def command(brief: str, output: Path | None, model: str | None) -> None:
    """Draft the corrected brief: the right term, your own sentences in their slots, open points as questions.

    \b
    Examples:
      brieflint draft rfp.docx.txt -o corrected.md
      brieflint draft rfp.docx.txt --model dedicated_team
    """
    from brieflint.drafting import draft

    try:
        text = draft(brief, model)  # type: ignore[arg-type]
    except (BriefError, PatternError) as error:
        stop(str(error))
    give(text, output)
