"""The formats: each a pure function from a report and a view to text, in a module imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

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


def write(report: "Report", form: str, view: "View") -> str:
    """The report in a format."""
    module, _, function = (FORMATS | OTHERS)[form].partition(":")
    writer: Callable[[Report, View], str] = getattr(import_module(f"{__package__}.{module}"), function)
    return writer(report, view)
