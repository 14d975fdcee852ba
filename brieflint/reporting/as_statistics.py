"""How often each rule spoke, most often first."""

from collections import Counter

from brieflint.linting.report import Report
from brieflint.reporting.entries import list_entries
from brieflint.reporting.view import View
from brieflint.signs import printable


def write_statistics(report: Report, view: View) -> str:
    """A line for each rule that spoke: how often, the rule and its title; "" when none did."""
    del view
    counts = Counter((entry.rule, printable(entry.title)) for entry in list_entries(report))
    if not counts:
        return ""
    width = max(len(rule) for rule, _ in counts)
    most = len(str(max(counts.values())))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:>{most}}  {rule:<{width}}  {title}\n" for (rule, title), count in ordered)
