"""`brieflint scan`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brieflint.cli.options import GroupedCommand, config_options, read_options
from brieflint.cli.output import give, stop
from brieflint.cli.work import WORK, interruptible, make_engine, work_options
from brieflint.errors import BriefError, ConfigError, PatternError

if TYPE_CHECKING:
    from brieflint.scanning.scan import Recorder

GROUPS = {
    "Where and how": ("output", "form", "quiet"),
    "How it works": WORK,
    "Beyond one machine": ("engine", "scheduler", "partition"),
    "What counts": ("config", "no_config", "patterns", "select", "ignore", "fail_on", "legal"),
}


@click.command("scan", cls=GroupedCommand, groups=GROUPS)
@click.argument("paths", nargs=-1, required=True, metavar="FOLDER...")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder for the results."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print the summary.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what goes wrong.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Who does the work.")
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, such as tcp://10.0.0.5:8786.")
@click.option(
    "--partition",
    type=click.IntRange(min=1),
    default=64,
    show_default=True,
    metavar="N",
    help="Briefs that go to a worker at a time.",
)
@config_options
@work_options
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    output: Path,
    form: str,
    quiet: bool,
    engine: str,
    scheduler: str | None,
    partition: int,
    **others: Any,
) -> None:
    """Check thousands of briefs: a record for each in a folder of results, and a summary of them all.

    The records are lines of JSON, as of check --format jsonl, in results/briefs.jsonl; results/summary.json has the summary.
    A scan that was stopped, by whatever, goes on from where it was when it is run again.

    \b
    Exit code: 0 all were checked, whatever was found; 2 something could not be.

    \b
    Examples:
      brieflint scan proposals/ -o results/
      brieflint scan proposals/ archive/ -o results/ --jobs 4
      brieflint scan s3://tenders/2026/ -o results/ --engine dask --scheduler tcp://10.0.0.5:8786
      brieflint summary results/ --format markdown
    """
    if (engine == "dask") != (scheduler is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together: give both or none of them.")
    from brieflint.clock import read_today
    from brieflint.knowledge.artefact import load_knowledge
    from brieflint.reporting.summaries import SUMMARY_FORMATS
    from brieflint.scanning.scan import Local, scan

    work, config = {name: others.pop(name) for name in WORK}, others
    try:
        with interruptible(remembers=not work["no_cache"]):
            record = (
                _make_cluster(scheduler, output, work, partition, quiet=quiet)
                if scheduler
                else Local(make_engine(**work, quiet=quiet))
            )
            summary = scan(paths, output, read_options(**config), read_today(), record)
        text = SUMMARY_FORMATS[form](summary, load_knowledge().guide)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    if not quiet:
        give(text)
    context.exit(2 if summary.unreadable else 0)


def _make_cluster(scheduler: str, output: Path, work: dict[str, Any], partition: int, *, quiet: bool) -> "Recorder":
    try:
        from brieflint.scanning.cluster import Cluster
    except ImportError:
        stop("--engine dask needs more than is installed here. Install it: pip install 'brieflint[dask]'")
    from brieflint.scanning.bounds import Bounds
    from brieflint.scanning.progress import make_progress

    bounds = Bounds(seconds=work["max_seconds"], mebibytes=work["max_memory"])
    return Cluster(scheduler, output, bounds, make_progress(quiet=quiet), partition)
