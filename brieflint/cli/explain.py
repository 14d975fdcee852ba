"""`brieflint explain`."""

from pathlib import Path

import click

from brieflint.cli.options import patterns_option
from brieflint.cli.output import give, save, stop
from brieflint.cli.work import recall
from brieflint.errors import BriefError, PatternError


@click.command("explain")
@click.argument("topic", nargs=-1)
@click.option(
    "--markdown",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a page for each rule, and an index.",
)
@patterns_option
def command(topic: tuple[str, ...], markdown: Path | None, patterns: tuple[Path, ...]) -> None:
    """Explain a rule, a model, a term, a row of the grid, a question or a mislabelling; without TOPIC, list them.

    \b
    Examples:
      brieflint explain sa-called-ito
      brieflint explain staff augmentation
      brieflint explain managed services
      brieflint explain q3
      brieflint explain --markdown docs/rules
    """
    if markdown and topic:
        raise click.UsageError("--markdown writes the pages of all rules, so it takes no TOPIC.")
    try:
        if markdown:
            _write_pages(markdown, patterns)
        elif patterns:
            give(_explain(" ".join(topic), patterns))
        else:
            # Nothing but the program itself decides what it says of what it ships.
            asked = " ".join(topic)
            give(recall(("explain", asked), lambda: _explain(asked, ())))
    except (BriefError, PatternError) as error:
        stop(str(error))


def _explain(topic: str, patterns: tuple[Path, ...]) -> str:
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.knowledge.packs import open_packs
    from brieflint.reporting.explain import explain, list_topics

    known = load_knowledge(open_packs(patterns))
    return explain(topic, known) if topic else list_topics(known)


def _write_pages(folder: Path, patterns: tuple[Path, ...]) -> None:
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.knowledge.packs import open_packs
    from brieflint.reporting.pages import write_pages

    pages = write_pages(load_knowledge(open_packs(patterns)))
    advice = "Choose another folder."
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{folder}: cannot be written ({error.strerror}). {advice}")
    for name, text in pages.items():
        save(folder / name, text, advice)
