"""The report as JSON lines: one line for each brief, as it is in `as_json`, for corpora and streams."""

from brieflint.linting.report import Report
from brieflint.reporting.as_json import SCHEMA, to_plain
from brieflint.reporting.plainjson import dump
from brieflint.reporting.view import View


def write_jsonl(report: Report, view: View | None = None) -> str:
    """One object a line, in the order of the briefs, each with the name of the schema; of a view `suppressed` counts."""
    suppressed = view is not None and view.suppressed
    plain = to_plain(report, suppressed=suppressed)
    return "".join(f"{dump({'schema': SCHEMA, **brief})}\n" for brief in plain["briefs"])
