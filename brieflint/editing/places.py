"""What stands where in a text that has been checked."""

from collections.abc import Iterator

from brieflint.documents import Document
from brieflint.editing.checks import Opinion
from brieflint.editing.positions import Lines
from brieflint.linting.finding import Finding

Stretch = tuple[int, int]


def find_stretch(finding: Finding, document: Document, lines: Lines) -> Stretch:
    """The stretch of the text under which a finding is shown: its own, or the first line of the brief for one on the whole."""
    if finding.spot:
        return finding.spot.start, finding.spot.end
    return lines.line(next((block.start for block in document.blocks if block.kind != "matter"), 0))


def find_within(opinion: Opinion, lines: Lines, start: int, end: int) -> Iterator[Finding]:
    """Find what is shown between two characters (inclusive), heaviest first."""
    for finding in opinion.report.findings:
        first, last = find_stretch(finding, opinion.judged.document, lines)
        if first <= end and start <= last:
            yield finding
