"""`brieflint patterns`."""

from pathlib import Path

import click

from brieflint.cli.output import stop
from brieflint.errors import PatternError
from brieflint.knowledge.folder import COMPILED, shipped_folder


@click.group("patterns")
def command() -> None:
    """Look after the pattern files: what brieflint knows, as data.

    \b
    Examples:
      brieflint patterns check
      brieflint patterns train
    """


@command.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Report every mistake in the pattern files, with file and line.

    \b
    Examples:
      brieflint patterns check
      brieflint patterns check our-patterns/
    """
    from brieflint.knowledge.loading import load_patterns

    try:
        patterns = load_patterns(folder or shipped_folder())
    except PatternError as error:
        stop(str(error))
    click.echo(f"{len(patterns.terms)} terms, {len(patterns.signals)} signals, {len(patterns.rules)} rules: no mistakes.")


@command.command("train")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def train_command(folder: Path | None) -> None:
    """Train the readers from the example sentences and compile all patterns into one file.

    \b
    Examples:
      brieflint patterns train
      brieflint patterns train our-patterns/
    """
    from brieflint.language.training import train

    where = folder or Path(str(shipped_folder()))
    try:
        packed = train(where, click.echo)
    except PatternError as error:
        stop(str(error))
    except ImportError:
        stop("Training needs scikit-learn: pip install 'brieflint[train]'")
    (where / COMPILED).write_bytes(packed)
    click.echo(f"{where / COMPILED}: {len(packed):,} bytes")
