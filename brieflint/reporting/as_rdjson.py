"""The report in the Reviewdog Diagnostic Format, with suggestions that a reviewer can accept.

An error is an ERROR there, a warning a WARNING, advice INFO. Columns are counted in bytes of UTF-8, as the format asks.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from brieflint.linting.finding import Edit, FindingSeverity, Spot
from brieflint.linting.report import Report
from brieflint.reporting.entries import Entry, list_entries
from brieflint.reporting.plainjson import dump
from brieflint.reporting.view import View
from brieflint.reporting.words import clip

SEVERITIES: Mapping[FindingSeverity, str] = {"error": "ERROR", "warning": "WARNING", "advice": "INFO", "info": "INFO"}


def write_rdjson(report: Report, view: View) -> str:
    """The diagnostics; a label that stands in several places has one in each, so that each can be changed."""
    diagnostics = [diagnostic for entry in list_entries(report, view.root) for diagnostic in _write(entry)]
    return dump({"source": {"name": "brieflint"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _write(entry: Entry) -> Iterator[dict[str, Any]]:
    here = [edit for edit in entry.edits if entry.spot and edit.spot.end == entry.spot.end]
    advice = f"\nFix: {entry.advice}" if entry.advice else ""
    yield _diagnose(entry, entry.message + advice, here[0].spot if here else entry.spot, here)
    for edit in entry.edits:
        if edit not in here:
            yield _diagnose(entry, f'{entry.title}: "{clip(edit.spot.text)}" stands here as well.', edit.spot, [edit])


def _diagnose(entry: Entry, message: str, spot: Spot | None, edits: list[Edit]) -> dict[str, Any]:
    location: dict[str, Any] = {"path": entry.path}
    if spot and entry.in_lines:
        location["range"] = _range(spot)
    elif spot and entry.place:
        message = f"{message} ({entry.place})"
    told: dict[str, Any] = {
        "message": message,
        "location": location,
        "severity": SEVERITIES[entry.severity],
        "code": {"value": entry.rule},
    }
    if edits:
        told["suggestions"] = [{"range": _range(edit.spot), "text": edit.text} for edit in edits]
    return told


def _range(spot: Spot) -> dict[str, Any]:
    return {
        "start": {"line": spot.line, "column": spot.byte_column or spot.column},
        "end": {"line": spot.end_line, "column": spot.end_byte_column or spot.end_column},
    }
