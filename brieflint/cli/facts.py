"""`brieflint facts`."""

import click

from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, PatternError


@click.command("facts")
@click.argument("brief", metavar="BRIEF")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
def command(brief: str, form: str) -> None:
    """List what a brief states: roles, numbers, technologies, dates, prices, hours, service levels, each with its place.

    \b
    Examples:
      brieflint facts rfp.docx.txt
      brieflint facts rfp.docx.txt --format json
    """
    from brieflint.checking import open_document
    from brieflint.facts.as_json import write_json
    from brieflint.facts.as_text import write_text
    from brieflint.facts.extract import find_facts

    try:
        document = open_document(brief)
        facts = find_facts(document)
    except (BriefError, PatternError) as error:
        stop(str(error))
    give(write_json(document.path, facts) if form == "json" else write_text(facts))
