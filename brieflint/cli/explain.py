"""`brieflint explain`."""

from pathlib import Path

import click

from brieflint.cli.options import patterns_option
from brieflint.cli.output import stop
from brieflint.errors import BriefError, PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import open_packs
from brieflint.reporting.explain import explain, list_topics


@click.command("explain")
@click.argument("topic", nargs=-1)
@patterns_option
def command(topic: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    """Explain a rule, a model, a row of the grid, a question or a mislabelling; without TOPIC, list them.

    \b
    Examples:
      brieflint explain sa-called-ito
      brieflint explain staff augmentation
      brieflint explain q3
    """
    try:
        patterns = load_knowledge(open_packs(folders))
        click.echo(explain(" ".join(topic), patterns) if topic else list_topics(patterns), nl=False)
    except (BriefError, PatternError) as error:
        stop(str(error))
