"""What stands where in a text that has been checked."""

from collections.abc import Iterator

from brieflint.editing.checks import Opinion
from brieflint.editing.positions import Lines
from brieflint.linting.finding import Finding

Stretch = tuple[int, int]


def find_stretch(finding: Finding, lines: Lines) -> Stretch:
    """The stretch of the text under which a finding is shown: its own, or the first line for one on the whole brief."""
    return (finding.spot.start, finding.spot.end) if finding.spot else lines.line(0)


def find_within(opinion: Opinion, lines: Lines, start: int, end: int) -> Iterator[Finding]:
    """Find what is shown between two characters (inclusive), heaviest first."""
    for finding in opinion.report.findings:
        first, last = find_stretch(finding, lines)
        if first <= end and start <= last:
            yield finding
