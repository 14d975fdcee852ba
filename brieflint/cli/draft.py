"""`brieflint draft`."""

from pathlib import Path
from typing import Any, cast

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop, stop_without
from brieflint.errors import BriefError, ConfigError, PatternError
from brieflint.knowledge.vocabulary import MODELS, Model

WORD = ".docx"


@click.command("draft")
@click.argument("brief", metavar="BRIEF")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here instead of the terminal; .docx makes a Word file (extra word).",
)
@click.option("--model", type=click.Choice(MODELS), help="The model to draft for; the described one by default.")
@click.option(
    "--template",
    type=click.Path(dir_okay=False),
    metavar="FILE.docx",
    help="Your own Word template for a Word file, with tags of Jinja.",
)
@settings_options
def command(brief: str, output: Path | None, model: str | None, template: str | None, **config: Any) -> None:
    """Draft the corrected brief: the right term, your own sentences in their slots, open points as questions.

    \b
    Examples:
      brieflint draft rfp.docx.txt -o corrected.md
      brieflint draft rfp.docx.txt --model dedicated_team
      brieflint draft rfp.docx -o corrected.docx
      brieflint draft rfp.docx -o corrected.docx --template house.docx
    """
    from brieflint.drafting import draft, draft_word

    is_word = output is not None and output.suffix.lower() == WORD
    if template and not is_word:
        raise click.UsageError("A Word template makes a Word file: add -o corrected.docx.")
    options = read_options(**config)
    chosen = cast("Model | None", model)
    try:
        written = draft_word(brief, chosen, options, template) if is_word else draft(brief, chosen, options)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        stop_without(error, "Word files")
    give(written, output)
