"""Options on the configuration, which several commands take and which beat what files say."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from brieflint.configuration.settings import Options

Command = Callable[..., Any]


def config_options(command: Command) -> Command:
    """Add --config, --no-config, --select, --ignore and --fail-on to a command."""
    for option in reversed(
        (
            click.option(
                "--config",
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                help="Use this configuration, not those found beside the briefs.",
            ),
            click.option("--no-config", is_flag=True, help="Use no configuration file."),
            click.option("--select", multiple=True, metavar="RULES", help="Report only these rules or kinds of rules."),
            click.option("--ignore", multiple=True, metavar="RULES", help="Do not report these rules or kinds of rules."),
            click.option(
                "--fail-on",
                type=click.Choice(["error", "warning", "advice"]),
                help="The lightest finding for which the exit code is 1; error unless a configuration says otherwise.",
            ),
        )
    ):
        command = option(command)
    return command


def read_options(
    config: Path | None,
    no_config: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None = None,
) -> "Options":
    """What these options say; rules may be parted with commas."""
    from brieflint.configuration.settings import Options

    if config and no_config:
        raise click.UsageError("--config names a configuration and --no-config wants none; leave one of them out.")
    return Options(
        config=config,
        no_config=no_config,
        select=_split(select),
        ignore=_split(ignore),
        fail_on=fail_on,  # type: ignore[arg-type]
        baseline=baseline,
    )


def _split(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule.strip() for rules in given for rule in rules.split(",") if rule.strip())
