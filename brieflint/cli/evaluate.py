"""`brieflint evaluate`."""

from pathlib import Path
from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, ConfigError, PatternError

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("evaluate")
@click.argument("labels", metavar="LABELS.jsonl", type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to tell; json holds the report on the briefs as well.",
)
@click.option("--report", metavar="FILE", type=FILE, help="Score this JSON report instead of checking the briefs again.")
@click.option("--against", metavar="OLD_REPORT.json", type=FILE, help="List every verdict that changed since this JSON report.")
@settings_options
@click.pass_context
def command(
    context: click.Context, /, labels: Path, form: str, report: Path | None, against: Path | None, **config: Any
) -> None:
    """Measure how well brieflint judges briefs of your own that you have labelled.

    LABELS.jsonl has one JSON object a line: path (from the folder of the file), named (a list of models), described (a
    model, "mixed" or "none"), mislabelled (true or false); and, as you like, should_say, evidence, label_quotes,
    contraindications, genre. Models are it_outsourcing, software_outsourcing, staff_augmentation, dedicated_team; named may
    also be outsourcing_unspecified. --report and --against take what check or evaluate wrote with --format json.

    \b
    Exit code: 0 all briefs were scored, 2 a label is wrong or a brief could not be read.

    \b
    Examples:
      brieflint evaluate labels.jsonl
      brieflint evaluate labels.jsonl --format json > before.json
      brieflint evaluate labels.jsonl --against before.json

    """
    from brieflint.evaluation.evaluating import evaluate
    from brieflint.evaluation.formats import FORMATS

    try:
        evaluation = evaluate(labels, report, against, read_options(**config))
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    give(FORMATS[form](evaluation))
    context.exit(2 if evaluation.figures.unread else 0)
