"""From paths to the findings that are known from today on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brieflint.checking import check_paths
from brieflint.configuration.settings import Options
from brieflint.linting.baseline import Entry, make_entry, name_brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of some briefs, and of those that could not be checked why."""

    entries: tuple[Entry, ...]
    unreadable: tuple[str, ...]


def find_known(paths: Sequence[str], options: Options, output: Path) -> Known:
    """All findings that are reported today, also those that an older baseline knows. Raises `ConfigError`."""
    report = check_paths(paths, options=replace(options, no_baseline=True))
    return Known(
        entries=tuple(
            make_entry(finding, name_brief(brief.path, output)) for brief in report.checked for finding in brief.findings
        ),
        unreadable=tuple(brief.error for brief in report.unreadable),
    )
