"""`brieflint draft`."""

from pathlib import Path

import click

from brieflint.cli.options import patterns_option
from brieflint.cli.output import stop, write_whole
from brieflint.errors import BriefError, PatternError
from brieflint.knowledge.guide import MODELS
from brieflint.knowledge.packs import open_packs


@click.command("draft")
@click.argument("brief", metavar="BRIEF")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@click.option("--model", type=click.Choice(MODELS), help="The model to draft for; the described one by default.")
@patterns_option
def command(brief: str, output: Path | None, model: str | None, folders: tuple[Path, ...]) -> None:
    """Draft the corrected brief: the right term, your own sentences in their slots, open points as questions.

    \b
    Examples:
      brieflint draft rfp.docx.txt -o corrected.md
      brieflint draft rfp.docx.txt --model dedicated_team
    """
    from brieflint.drafting import draft

    try:
        text = draft(brief, model, open_packs(folders))  # type: ignore[arg-type]
        if output:
            write_whole(output, text)
        else:
            click.echo(text, nl=False)
    except (BriefError, PatternError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{output}: cannot be written ({error.strerror}). Choose another place with -o.")
