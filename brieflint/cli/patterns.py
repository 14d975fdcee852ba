"""`brieflint patterns`."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click

from brieflint.cli.output import stop, tell, write_whole
from brieflint.errors import PatternError
from brieflint.knowledge.folder import COMPILED, shipped_folder
from brieflint.knowledge.packs import open_packs

CHANGES = 10
"""Changes shown of each kind."""
FOLDERS = click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")


@click.group("patterns")
def command() -> None:
    """Teach brieflint: folders of your own patterns, over what it ships.

    \b
    Examples:
      brieflint patterns new house
      brieflint patterns check house
      brieflint patterns test house
      brieflint check rfp.docx.txt --patterns house
    """


@command.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Write a small pack of patterns to start from; nothing is ever overwritten.

    \b
    Examples:
      brieflint patterns new house
    """
    from brieflint.knowledge.starting import start_pack

    try:
        written = start_pack(folder)
    except FileExistsError:
        stop(f"{folder}: there is something already, and it stays as it is. Choose another name.")
    except OSError as error:
        stop(f"{folder}: cannot be written ({error.strerror}). Choose another place.")
    for path in written:
        tell(str(path))
    tell(f"Change them, then run: brieflint patterns check {quote(str(folder))}")


@command.command("list")
@FOLDERS
@click.option("--own", is_flag=True, help="Only what the folders add, replace or drop.")
def list_command(folders: Sequence[Path], own: bool) -> None:
    """List terms, signals, rules and checklists: what is shipped, and what folders of yours make of it.

    \b
    Examples:
      brieflint patterns list
      brieflint patterns list house --own
    """
    from brieflint.knowledge.listing import list_patterns

    try:
        entries = list_patterns(open_packs(folders))
    except PatternError as error:
        stop(str(error))
    kind = ""
    for entry in entries:
        if own and not entry.own:
            continue
        if entry.kind != kind:
            kind = entry.kind
            click.echo(click.style(kind, bold=True))
        about = entry.about if len(entry.about) <= 60 else entry.about[:59] + "…"
        state = f", {entry.state}" if entry.state else ""
        tell(f"  {entry.id:<32}  {about:<60}  {entry.source}{state}")


@command.command("check")
@FOLDERS
def check(folders: Sequence[Path]) -> None:
    """Report every mistake in folders of patterns, or in the shipped ones, with file and line.

    \b
    Examples:
      brieflint patterns check house
      brieflint patterns check
    """
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.knowledge.loading import load_patterns

    try:
        if (len(folders) == 1 and _is_complete(folders[0])) or not folders:
            patterns = load_patterns(folders[0] if folders else shipped_folder())
        else:
            from brieflint.trying import find_mistakes

            packs = open_packs(folders)
            if mistakes := find_mistakes(packs):
                raise PatternError(mistakes)
            patterns = load_knowledge(packs)
    except PatternError as error:
        stop(str(error))
    click.echo(f"{len(patterns.terms)} terms, {len(patterns.signals)} signals, {len(patterns.rules)} rules: no mistakes.")


@command.command("test")
@FOLDERS
@click.pass_context
def test(context: click.Context, folders: Sequence[Path]) -> None:
    """Try every example of folders of patterns, or of the shipped ones, and tell what the folders change elsewhere.

    \b
    Exit code: 0 every example comes out right, 1 some do not, 2 the patterns are wrong.

    \b
    Examples:
      brieflint patterns test house
      brieflint patterns test
    """
    from brieflint.trying import find_mistakes, try_patterns

    try:
        packs = open_packs(folders)
        if mistakes := find_mistakes(packs):
            raise PatternError(mistakes)
        trial = try_patterns(packs)
    except PatternError as error:
        stop(str(error))
    for failure in trial.failures:
        tell(str(failure))
    tried = (
        ", ".join(
            f"{number:,} {kind.removesuffix('s') if number == 1 else kind}" for kind, number in trial.tried.items() if number
        )
        or "nothing"
    )
    wrong = f"{len(trial.failures):,} came out wrong" if trial.failures else "all came out right"
    click.echo(f"Tried {tried}: {wrong}.")
    for kind, changes in trial.changes.items():
        if trial.compared.get(kind):
            tell(f"Changed elsewhere: {len(changes):,} of {trial.compared[kind]:,} {kind}.")
        for change in changes[:CHANGES]:
            tell(f"  {change}")
        if len(changes) > CHANGES:
            click.echo(f"  and {len(changes) - CHANGES:,} more")
    context.exit(1 if trial.failures else 0)


@command.command("train")
@FOLDERS
def train_command(folders: Sequence[Path]) -> None:
    """Train the readers: from the shipped sentences, and those of folders of yours, which the last folder then keeps.

    \b
    Examples:
      brieflint patterns train house
      brieflint patterns train
    """
    try:
        where, packed = _train(folders)
    except PatternError as error:
        stop(str(error))
    except ImportError:
        stop("Training needs scikit-learn: pip install 'brieflint[train]'")
    try:
        write_whole(where / COMPILED, packed)
    except OSError as error:
        stop(f"{where / COMPILED}: cannot be written ({error.strerror}).")
    tell(f"{where / COMPILED}: {len(packed):,} bytes")


def _train(folders: Sequence[Path]) -> tuple[Path, bytes]:
    from brieflint.language.training import train, train_packs

    if (len(folders) == 1 and _is_complete(folders[0])) or not folders:
        where = folders[0] if folders else Path(str(shipped_folder()))
        return where, train(where, click.echo)
    packs = [pack for pack in open_packs(folders) if pack.lessons]
    if not packs:
        raise PatternError([f"{folders[-1]}: there are no sentences in it, so there is nothing to learn; use it as it is"])
    return packs[-1].folder, train_packs(tuple(packs), click.echo)


def _is_complete(folder: Path) -> bool:
    """Whether a folder stands by itself, like the shipped one, instead of lying over it."""
    return (folder / "guide.yaml").is_file()
