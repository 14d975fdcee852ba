"""The report as a table of comma-separated values, one row a finding, for spreadsheets."""

import csv
from io import StringIO

from brieflint.linting.report import Report
from brieflint.reporting.cells import disarm
from brieflint.reporting.entries import LONGEST, Entry, list_entries
from brieflint.reporting.view import View
from brieflint.reporting.words import clip

HEADER = ("path", "line", "column", "place", "severity", "rule", "title", "message", "text", "should_say", "fix", "guide")


def write_csv(report: Report, view: View) -> str:
    """A header and a row for each finding and each file that could not be checked.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    told = StringIO()
    table = csv.writer(told, lineterminator="\n")
    table.writerow(HEADER)
    table.writerows([[disarm(cell) for cell in _write(entry)] for entry in list_entries(report, view.root)])
    return told.getvalue()


def _write(entry: Entry) -> list[str]:
    spot = entry.spot if entry.in_lines else None
    finding = entry.finding
    fix = finding.fix if finding else None
    lines = ", ".join(map(str, fix.guide_lines)) if fix else ""
    return [
        entry.path,
        str(spot.line) if spot else "",
        str(spot.column) if spot else "",
        entry.place,
        entry.severity,
        entry.rule,
        entry.title,
        entry.message,
        clip(entry.spot.text, LONGEST) if entry.spot else "",
        (finding.should_say or "") if finding else "",
        entry.advice,
        f"{fix.guide}, lines {lines}" if fix and lines else "",
    ]
