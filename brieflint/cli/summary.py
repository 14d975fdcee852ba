"""`brieflint summary`."""

from pathlib import Path

import click

from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, PatternError


@click.command("summary")
@click.argument("results", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
def command(results: Path, form: str, output: Path | None) -> None:
    """Sum up the RESULTS of a scan: what is named and described, the rules that spoke most, the folders. Reads no brief.

    \b
    Examples:
      brieflint summary results/
      brieflint summary results/ --format markdown -o summary.md
    """
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.reporting.summaries import SUMMARY_FORMATS
    from brieflint.scanning.summary import read_summary

    try:
        text = SUMMARY_FORMATS[form](read_summary(results), load_knowledge().guide)
    except (BriefError, PatternError) as error:
        stop(str(error))
    give(text, output)
