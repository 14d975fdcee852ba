"""`brieflint diff`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, ConfigError, PatternError


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the terminal.")
@settings_options
@click.pass_context
def command(context: click.Context, /, old: str, new: str, form: str, output: Path | None, **config: Any) -> None:
    """Say what changed between two versions of a brief: names, described model, each row, and the sentences that did it.

    Edits that change nothing in the judgement are counted and no more.

    \b
    Exit code, as of diff: 0 the judgement is the same, 1 something changed in it, 2 something could not be read.

    \b
    Examples:
      brieflint diff rfp-draft.docx rfp-final.docx
      brieflint diff rfp.docx rfp-with-answers.docx --format markdown
    """
    from brieflint.buying.version_formats import write_json, write_markdown, write_text
    from brieflint.buying.versions import compare_versions

    try:
        versions = compare_versions(old, new, read_options(**config))
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    give({"text": write_text, "markdown": write_markdown, "json": write_json}[form](versions), output)
    context.exit(int(bool(versions.changes)))
