"""What a report rests on: the briefs, the folders that were searched, and all that has, or could have, a say in them."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from brieflint.configuration import gitignore
from brieflint.configuration.finding import NAME, SHARED, Configuration
from brieflint.configuration.settings import Options, Settings
from brieflint.documents.files import find_package
from brieflint.knowledge.folder import COMPILED
from brieflint.knowledge.packs import FOLDERS, pack_files
from brieflint.linting.baseline import load_baseline
from brieflint.linting.report import Report
from brieflint.scanning.answers import Answer, Answers
from brieflint.scanning.discovery import discover

BESIDE = (NAME, SHARED)
IGNORING = (gitignore.NAME, gitignore.OWN, ".git/config")
"""What tells which files git ignores; the last is there in every work tree and seldom changes."""


def find_witnesses(paths: Sequence[str], options: Options) -> tuple[str, ...]:
    """All places that the report on these paths rests on, also those where there is nothing yet. Raises `ConfigError`."""
    configuration = Configuration(options)
    found = discover(paths, configuration)
    briefs = [str(find_package(Path(path)) or path) for path in found.paths]
    settings = [configuration.find(path) for path in (*found.paths, *paths)]
    beside = () if options.no_config or options.config else BESIDE
    near = _list_near((*briefs, *found.folders, *paths), (*beside, *IGNORING))
    given = [str(options.config)] if options.config else []
    named = [place for entry in _distinct(settings) for place in _list_named(entry)]
    return tuple(dict.fromkeys((*paths, *briefs, *found.folders, *near, *given, *named)))


def keep_answer(
    answers: Answers,
    text: str,
    status: int,
    report: Report,
    paths: Sequence[str],
    options: Options,
    today: date,
    since: int,
) -> None:
    """Keep what was printed of a report on these paths, unless some could not be read, which may be otherwise next time."""
    if not report.unreadable:
        day = today.isoformat() if any(brief.suppressions for brief in report.checked) else ""
        answers.keep(Answer(text=text, status=status, day=day), find_witnesses(paths, options), since)


def _list_near(paths: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Where a configuration might lie: beside the briefs and in all folders above."""
    folders: dict[Path, None] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept, as configuration does
        for folder in (whole, *whole.parents):
            if folder in folders:
                break
            folders[folder] = None
    return (str(folder / name) for folder in folders for name in names)


def _distinct(settings: Sequence[Settings]) -> list[Settings]:
    return list({(entry.files, entry.patterns, entry.baseline): entry for entry in settings}.values())


def _list_named(settings: Settings) -> Iterator[str]:
    """The files and folders that settings come from or name."""
    yield from map(str, settings.files)
    for pack in settings.patterns:
        yield from map(str, (pack, *(pack / name for name in FOLDERS), pack / COMPILED))
        yield from (str(file) for _, file in pack_files(pack))
    if settings.baseline:
        yield str(settings.baseline)
        folder = settings.baseline.absolute().parent
        for brief in load_baseline(settings.baseline).entries:
            yield from map(str, (folder / brief, *(folder / parent for parent in Path(brief).parents)))
