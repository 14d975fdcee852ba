"""The formats: each a pure function from a report and a view to text, in a module imported when it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from brieflint.reporting.view import View

if TYPE_CHECKING:
    from brieflint.linting.report import Report

FORMATS: Mapping[str, str] = {
    "text": "as_text:write_text",
    "json": "as_json:write_json",
    "html": "as_html:write_html",
}
"""Name → module of this package and function."""


def write(report: "Report", form: str, view: View) -> str:
    """The report in a format."""
    module, _, function = FORMATS[form].partition(":")
    writer: Callable[[Report, View], str] = getattr(import_module(f"{__package__}.{module}"), function)
    return writer(report, view)
