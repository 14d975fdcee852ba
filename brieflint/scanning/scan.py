"""A scan: a record for each brief, in a folder, as they are finished."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Protocol

from brieflint.checking import Checker
from brieflint.configuration.settings import Options
from brieflint.errors import BriefError
from brieflint.grounds import GroundsFinder
from brieflint.linting.report import Report
from brieflint.reporting.as_jsonl import write_jsonl
from brieflint.scanning.discovery import STDIN, discover
from brieflint.scanning.summary import RECORDS, Summary, read_summary, write_summary_json
from brieflint.storage import write_whole

UNFINISHED = f"{RECORDS}.part"
SUMMARY = "summary.json"


class Recorder(Protocol):
    """Writes a record for each brief."""

    def __call__(self, paths: Sequence[str], finder: GroundsFinder) -> Iterator[str]:
        """The records, lines of JSON, of the briefs that these paths mean, in their order."""


class Local:
    """Writes records on this machine, as a `Recorder`."""

    def __init__(self, check: Checker) -> None:
        self._check = check

    def __call__(self, paths: Sequence[str], finder: GroundsFinder) -> Iterator[str]:
        """The records of the files and folders."""
        found = discover(paths, finder.configuration)
        return (write_jsonl(Report(briefs=(brief,))) for brief in self._check(found.paths, STDIN, finder))


def scan(paths: Sequence[str], results: Path, options: Options, today: date, record: Recorder) -> Summary:
    """Write the records of all briefs in their order, and the summary of them, into the folder `results`.

    What is there is replaced when everything is done. Raises `BriefError` when that folder cannot be written to or another
    scan writes to it, `ConfigError` and `PatternError`.
    """
    finder = GroundsFinder(options, today)
    try:
        results.mkdir(parents=True, exist_ok=True)
        with (results / UNFINISHED).open("ab") as stream:
            _take(stream.fileno(), results)
            stream.truncate(0)
            for line in record(paths, finder):
                # Names of files may hold bytes that are no text; a question mark is better than no record.
                stream.write(line.encode(errors="replace"))
                stream.flush()
            os.fsync(stream.fileno())
            (results / UNFINISHED).replace(results / RECORDS)
        summary = read_summary(results)
        write_whole(results / SUMMARY, write_summary_json(summary))
    except OSError as error:
        raise BriefError(str(results), f"the results cannot be written ({error.strerror})", "Choose another folder") from None
    return summary


def _take(handle: int, results: Path) -> None:
    """See to it that nobody else writes to a file while it is open, where the system can."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BriefError(str(results), "another scan is writing here", "Wait for it, or choose another folder") from None
