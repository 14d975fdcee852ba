"""The formats: each a pure function from a report and a view to text, in a module imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from brieflint.errors import ReportError

if TYPE_CHECKING:
    from brieflint.linting.report import Report
    from brieflint.reporting.view import View

FORMATS: dict[str, str] = {
    "text": "as_text:write_text",
    "json": "as_json:write_json",
    "jsonl": "as_jsonl:write_jsonl",
    "sarif": "as_sarif:write_sarif",
    "github": "as_github:write_github",
    "gitlab": "as_gitlab:write_gitlab",
    "junit": "as_junit:write_junit",
    "rdjson": "as_rdjson:write_rdjson",
    "csv": "as_csv:write_csv",
    "markdown": "as_markdown:write_markdown",
    "html": "as_html:write_html",
}
"""Name → module of this package and function."""
OTHERS: dict[str, str] = {"statistics": "as_statistics:write_statistics"}
"""What has an option of its own."""

SHORT = ("text", "markdown", "statistics")
"""Formats that show only the weightiest findings of a brief unless all are asked for."""
MOST_FINDINGS = 100_000
"""Findings that a report may tell: every format is written in memory, where the largest then takes a GiB."""


def write(report: "Report", form: str, view: "View") -> str:
    """The report in a format. Raises `ReportError` for one that would tell too many findings."""
    findings = sum(len(brief.findings) for brief in report.checked)
    if findings > MOST_FINDINGS and (form not in SHORT or view.everything):
        what = f"These are {findings:,} findings, and a report tells at most {MOST_FINDINGS:,}, so that it fits into memory."
        raise ReportError(f"{what} Check fewer briefs at a time, or use brieflint scan, which writes a record for each brief.")
    module, _, function = (FORMATS | OTHERS)[form].partition(":")
    writer: Callable[[Report, View], str] = getattr(import_module(f"{__package__}.{module}"), function)
    return writer(report, view)
