"""The report as a code quality report, which GitLab shows in a merge request.

An error is major there, a warning minor, advice and information info; a file that could not be checked is a blocker.
"""

from collections.abc import Mapping
from typing import Any

from brieflint.linting.finding import FindingSeverity
from brieflint.linting.report import Report
from brieflint.reporting.entries import UNCHECKED, Entry, list_entries
from brieflint.reporting.plainjson import dump
from brieflint.reporting.view import View

SEVERITIES: Mapping[FindingSeverity, str] = {"error": "major", "warning": "minor", "advice": "info", "info": "info"}


def write_gitlab(report: Report, view: View) -> str:
    """A list of issues; what has no line is told at the first one."""
    return dump([_write(entry) for entry in list_entries(report, view.root)], indent=2) + "\n"


def _write(entry: Entry) -> dict[str, Any]:
    where = f" ({entry.place})" if entry.place and not entry.in_lines else ""
    advice = f" Fix: {entry.advice}" if entry.advice else ""
    return {
        "description": f"{entry.title}: {entry.message}{where}{advice}",
        "check_name": f"brieflint/{entry.rule}",
        "fingerprint": entry.fingerprint,
        "severity": "blocker" if entry.rule == UNCHECKED else SEVERITIES[entry.severity],
        "location": {
            "path": entry.path,
            "lines": {"begin": entry.spot.line, "end": entry.spot.end_line} if entry.spot and entry.in_lines else {"begin": 1},
        },
    }
