"""`brieflint compare`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, ConfigError, PatternError


@click.command("compare")
@click.argument("brief", metavar="BRIEF")
@click.argument("proposals", nargs=-1, required=True, metavar="PROPOSAL...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "markdown", "csv", "xlsx"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@settings_options
def command(brief: str, proposals: tuple[str, ...], form: str, output: Path | None, **config: Any) -> None:
    """Compare proposals with the brief that they answer: one grid, a column for each bidder.

    It says which model each really offers, whatever it calls itself, where that differs from what the brief describes, and in
    which words. As csv or xlsx it is ready for the scoring sheet.

    \b
    Exit code: 0 compared, 2 something could not be read.

    \b
    Examples:
      brieflint compare rfp.docx proposals/*.pdf
      brieflint compare rfp.docx acme.docx tarn.pdf --format xlsx -o offers.xlsx
      brieflint compare rfp.docx acme.docx tarn.pdf --format html > offers.html
    """
    from brieflint.buying.offers import compare_offers

    if form == "xlsx" and output is None:
        raise click.UsageError("A workbook needs a file: add -o offers.xlsx.")
    try:
        offers = compare_offers(brief, proposals, read_options(**config))
        if form == "xlsx":
            from brieflint.buying.offer_formats import to_rows
            from brieflint.writing.workbook import write_workbook

            given: str | bytes = write_workbook("Offers", to_rows(offers), (34, 22, 44), (22, 44, 14, 8))
        elif form == "html":
            from brieflint.buying.pages import write_offers_page

            given = write_offers_page(offers)
        else:
            from brieflint.buying.offer_formats import write_csv, write_markdown, write_text

            given = {"text": write_text, "markdown": write_markdown, "csv": write_csv}[form](offers)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        stop("Workbooks need openpyxl: pip install 'brieflint[xlsx]'")
    give(given, output)
