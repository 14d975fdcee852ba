"""The report as workflow commands, which a GitHub job shows beside the changed lines of a pull request.

An error is an error there, a warning a warning, advice and information a notice. GitHub shows ten of each in a step.
"""

from collections.abc import Iterator, Mapping

from brieflint.linting.finding import FindingSeverity
from brieflint.linting.report import Report
from brieflint.reporting.entries import Entry, list_entries
from brieflint.reporting.view import View
from brieflint.reporting.words import clip

COMMANDS: Mapping[FindingSeverity, str] = {"error": "error", "warning": "warning", "advice": "notice", "info": "notice"}
QUOTED = 2
"""Sentences of the brief shown with a finding."""


def write_github(report: Report, view: View) -> str:
    """One command a line, and a line that counts."""
    commands = [_write(entry) for entry in list_entries(report, view.root)]
    notices = report.count("advice") + report.count("info")
    counts = f"errors: {report.count('error')}, warnings: {report.count('warning')}, notices: {notices}"
    told = f"brieflint: {len(report.checked)} checked, {len(report.unreadable)} not checked; {counts}."
    return "".join(f"{line}\n" for line in [*commands, told])


def _write(entry: Entry) -> str:
    properties = {"file": entry.path, **_place(entry), "title": f"{entry.title} ({entry.rule})"}
    told = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[entry.severity]} {told}::{_escape(chr(10).join(_tell(entry)))}"


def _place(entry: Entry) -> Mapping[str, int]:
    spot = entry.spot
    if spot is None or not entry.in_lines:
        return {"line": 1}
    if spot.line != spot.end_line:
        return {"line": spot.line, "endLine": spot.end_line}
    return {"line": spot.line, "endLine": spot.end_line, "col": spot.column, "endColumn": spot.end_column}


def _tell(entry: Entry) -> Iterator[str]:
    yield entry.message if entry.in_lines or not entry.place else f"{entry.message} ({entry.place})"
    for quote in entry.finding.evidence[:QUOTED] if entry.finding else ():
        yield f'- "{clip(quote.spot.text)}"'
    if entry.advice:
        yield f"Fix: {entry.advice}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
