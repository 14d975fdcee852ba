"""From all findings on a brief to those that are reported: remarks, known findings and settings take effect, in this order.

Remarks and the baseline are held against all findings, so that none of them looks unneeded only because fewer rules are
selected today.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from brieflint.configuration.settings import Settings
from brieflint.documents.document import Document
from brieflint.language.reading import Reading
from brieflint.linting.baseline import Entry, find_stale, fingerprint, is_known
from brieflint.linting.finding import Finding, heaviness
from brieflint.linting.report import BriefReport
from brieflint.linting.suppression import Suppressed, suppress


def settle(
    report: BriefReport,
    document: Document,
    reading: Reading,
    *,
    settings: Settings,
    rules: Collection[str],
    known: Sequence[Entry],
    today: date,
) -> BriefReport:
    """The report with what was decided about its findings. `rules` are all that are known, `known` the baseline's findings."""
    findings = fingerprint(document, reading, report.findings)
    outcome = suppress(document, findings, rules, today)
    remaining = (*outcome.kept, *fingerprint(document, reading, outcome.notes))
    old = [Suppressed(finding=finding, suppression=None) for finding in remaining if is_known(finding, known)]
    suppressed = (*outcome.suppressed, *old)
    return replace(
        report,
        findings=_order(settings, (finding for finding in remaining if not is_known(finding, known))),
        suppressed=tuple(
            replace(entry, finding=finding) for entry in suppressed for finding in _order(settings, (entry.finding,))
        ),
        suppressions=outcome.suppressions,
        stale=find_stale((*findings, *remaining), known),
        fail_on=settings.fail_on,
    )


def _order(settings: Settings, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of selected rules, as loudly as the settings say, heaviest first."""
    reported = (
        replace(finding, severity=settings.weigh(finding.rule, finding.kind, finding.severity))
        if finding.severity != "info"
        else finding
        for finding in findings
        if settings.reports(finding.rule, finding.kind)
    )
    return tuple(sorted(reported, key=heaviness))
