"""The decisions that people have taken in briefs, as a table."""

import csv
from io import StringIO

from brieflint.linting.report import Report
from brieflint.recording.record import list_suppressions
from brieflint.reporting.cells import disarm

COLUMNS = ("path", "line", "rules", "reach", "until", "status", "reason", "who", "when", "source", "words")


def write_decisions(report: Report) -> str:
    """Every remark in the briefs as CSV: one line each, with its reason, who wrote it and when, and what came of it."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for brief in report.checked:
        for entry in list_suppressions(brief):
            values = entry | {"path": brief.path, "rules": ", ".join(entry["rules"])}
            table.writerow([disarm("" if values[column] is None else str(values[column])) for column in COLUMNS])
    return out.getvalue()
