"""The report in Markdown, for a comment, a job summary or a wiki page."""

from collections.abc import Iterator

from brieflint.knowledge.perspectives import Perspective
from brieflint.linting.finding import Finding, Quote
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.comparison import Table, find_tables
from brieflint.reporting.entries import LONGEST
from brieflint.reporting.perspective import address, choose, say_fix, say_reader
from brieflint.reporting.view import View
from brieflint.reporting.words import REASONS, choose_findings, clip, name_of, say_kept, say_notes, where
from brieflint.writing.quoting import escape_markdown

SHOWN = 5
"""Findings shown of each brief unless all are asked for."""


def write_markdown(report: Report, view: View) -> str:
    """A section for each brief with its grid and findings, and a table of all of them when there are several.

    Words of briefs are escaped: they show as words, whatever signs they hold, and mention nobody.
    """
    report = address(report, view)
    parts = ["# Vendor briefs checked", _count(report)]
    if len(report.briefs) > 1:
        parts.append("\n".join(_list_briefs(report, view)))
    parts += ["\n\n".join(_write_brief(brief, report, view)) for brief in report.briefs]
    source = view.guide.source
    if any(brief.findings for brief in report.checked):
        parts.append(f'The guide: "{_say(source.title)}", {_say(source.publisher)}. {_say(source.interest)}')
    return "\n\n".join(parts) + "\n"


def _count(report: Report) -> str:
    extra = f", {len(report.unreadable)} not checked" if report.unreadable else ""
    counts = f"errors {report.count('error')}, warnings {report.count('warning')}, advice {report.count('advice')}"
    counts += say_notes(report)
    return f"Briefs: {len(report.checked)} checked{extra}; {report.mislabelled} mislabelled; {counts}."


def _list_briefs(report: Report, view: View) -> Iterator[str]:
    yield "| Brief | Names | Describes | Findings |"
    yield "| --- | --- | --- | --- |"
    for brief in report.briefs:
        if isinstance(brief, Unreadable):
            yield f"| {_say(brief.path)} | – | – | not checked |"
        else:
            findings = ", ".join(finding.rule for finding in brief.findings if finding.severity in ("error", "warning")) or "–"
            yield f"| {_say(brief.path)} | {_names(brief, view)} | {name_of(brief.described.model, view.guide)} | {findings} |"


def _names(brief: BriefReport, view: View) -> str:
    return ", ".join(name_of(model, view.guide) for model in dict.fromkeys(name.model for name in brief.named)) or "no model"


def _write_brief(brief: BriefReport | Unreadable, report: Report, view: View) -> Iterator[str]:
    yield f"## {_say(brief.path)}"
    if isinstance(brief, Unreadable):
        yield f"Not checked: {_say(clip(brief.error, LONGEST))}"
        return
    perspective = choose(brief, view)
    if reader := say_reader(brief, view):
        yield f"Told to {_say(reader)}."
    if perspective.judges:
        yield _say_verdict(brief, view)
    tables = tuple(find_tables(brief, report, view))
    if not tables and any(brief.grid.values()):
        yield "\n".join(_write_grid(brief, view))
    if brief.questions:
        yield "\n".join(["To settle it, ask:", "", *(f"- {_say(question)}" for question in brief.questions)])
    for table in tables:
        yield from _write_table(table)
    shown = choose_findings(brief.findings, None if view.everything else SHOWN)
    for finding in shown:
        yield from write_finding(finding, perspective)
    if len(brief.findings) > len(shown):
        yield f"{len(brief.findings) - len(shown)} more; `--all` shows every one."
    if view.suppressed and brief.suppressed:
        yield "\n".join(["Kept out of the report:", "", *(f"- {_say(say_kept(entry))}" for entry in brief.suppressed)])


def _say_verdict(brief: BriefReport, view: View) -> str:
    described = brief.described
    sure = REASONS[described.reason] if described.reason else f"confidence {described.confidence:.2f}"
    return f"Names **{_names(brief, view)}**; describes **{name_of(described.model, view.guide)}** ({sure})."


def _write_table(table: Table) -> Iterator[str]:
    yield f"### {_say(table.title)}"
    yield _say(table.intro)
    rows = [table.columns, ("---",) * len(table.columns), *table.rows]
    yield "\n".join(f"| {' | '.join(cell if cell == '---' else _say(cell) for cell in row)} |" for row in rows)


def _write_grid(brief: BriefReport, view: View) -> Iterator[str]:
    yield "| Accountability | Model | The brief's own words |"
    yield "| --- | --- | --- |"
    for row in view.guide.grid:
        cell = brief.grid[row.id]
        if cell is None:
            yield f"| {row.short} | not stated | |"
            continue
        against = f"; but {name_of(cell.against.model, view.guide)}: {_quote(cell.against)}" if cell.against else ""
        words = f'"{_say(clip(cell.spot.text))}" ({_say(where(cell.spot))})'
        yield f"| {row.short} | {name_of(cell.model, view.guide)} | {words}{against} |"


def write_finding(finding: Finding, perspective: Perspective) -> Iterator[str]:
    """The paragraphs of one finding."""
    place = f", {_say(where(finding.spot))}" if finding.spot else ""
    yield f"### {finding.severity.capitalize()}: {_say(finding.title)} (`{finding.rule}`{place})"
    yield _say(clip(finding.message, LONGEST))
    if finding.evidence:
        yield "\n".join(f"- {_quote(quote)}" for quote in finding.evidence)
    if finding.happens:
        yield f"**{perspective.happens}:** {_say(finding.happens)}"
    if finding.fix and (advice := say_fix(finding.fix, perspective)):
        yield f"**{perspective.fix}:** {_say(clip(advice, LONGEST))}"


def _quote(quote: Quote) -> str:
    return f'"{_say(clip(quote.spot.text))}" ({_say(where(quote.spot))})'


def _say(text: str) -> str:
    """Words that show as words; the comment after an @ keeps a service from telling anybody of that name."""
    return escape_markdown(text).replace("@", "@<!-- -->")
