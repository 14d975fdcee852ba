"""Options that several commands share, among them those on the configuration, which beat what files say."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from brieflint.configuration.settings import Options

Command = Callable[..., Any]

patterns_option = click.option(
    "--patterns",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of your own patterns over the shipped ones; may be given several times.",
)


class GroupedCommand(click.Command):
    """A command whose help shows its options in groups: `groups` is the heading of each and the names of its parameters."""

    def __init__(self, *args: Any, groups: Mapping[str, Sequence[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the groups, and what is in none of them below."""
        told = {
            entry.name: record
            for entry in self.get_params(ctx)
            if isinstance(entry, click.Option) and (record := entry.get_help_record(ctx))
        }
        for title, names in self.groups.items():
            with formatter.section(title):
                formatter.write_dl([told.pop(name) for name in names])
        with formatter.section("Other"):
            formatter.write_dl(list(told.values()))


def settings_options(command: Command) -> Command:
    """Add --config, --no-config and --patterns to a command."""
    config = click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration, not those found beside the briefs.",
    )
    none = click.option("--no-config", is_flag=True, help="Use no configuration file.")
    return config(none(patterns_option(command)))


def config_options(command: Command) -> Command:
    """Add the options of `settings_options`, and --select, --ignore, --fail-on and --legal, to a command."""
    select = click.option("--select", multiple=True, metavar="RULES", help="Report only these rules or kinds of rules.")
    legal = click.option(
        "--legal", multiple=True, metavar="CODES", help="Add legal notes on jurisdictions, such as de: information, no advice."
    )
    ignore = click.option("--ignore", multiple=True, metavar="RULES", help="Do not report these rules or kinds of rules.")
    fail_on = click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "advice"]),
        help="The lightest finding for which the exit code is 1; error unless a configuration says otherwise.",
    )
    return settings_options(select(ignore(fail_on(legal(command)))))


def read_options(
    config: Path | None,
    no_config: bool,
    patterns: tuple[Path, ...],
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_on: str | None = None,
    baseline: Path | None = None,
    legal: tuple[str, ...] = (),
) -> "Options":
    """What these options say; rules may be parted with commas."""
    from brieflint.configuration.settings import Options

    if config and no_config:
        raise click.UsageError("--config names a configuration and --no-config wants none; leave one of them out.")
    return Options(
        config=config,
        no_config=no_config,
        patterns=patterns,
        select=_split(select),
        ignore=_split(ignore),
        fail_on=fail_on,  # type: ignore[arg-type]
        baseline=baseline,
        legal=_split(legal),
    )


def _split(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule.strip() for rules in given for rule in rules.split(",") if rule.strip())
