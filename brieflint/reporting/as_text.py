"""The report as text for a terminal, a log or a mail."""

from collections.abc import Iterator, Sequence

from brieflint.documents import SUFFIXES
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.patterns import Severity
from brieflint.knowledge.perspectives import Perspective
from brieflint.linting.finding import Finding, Quote
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.comparison import Table, find_tables
from brieflint.reporting.perspective import address, choose, say_fix, say_reader
from brieflint.reporting.view import Paint, View
from brieflint.reporting.words import (
    REASONS,
    choose_findings,
    clip,
    count,
    fill,
    name_of,
    say_coverage,
    say_kept,
    say_notes,
    say_sure,
    where,
)
from brieflint.signs import printable

SHOWN = 5
"""Findings shown of each brief unless all are asked for."""


def write_text(report: Report, view: View) -> str:
    """The report; at most `SHOWN` findings a brief unless everything is asked for."""
    report = address(report, view)
    parts = ["\n".join(_write_brief(brief, report, view)) for brief in report.briefs]
    if view.summary:
        parts.append("\n".join(write_summary(report, view.guide, view.paint)))
    return "\n\n".join(parts) + "\n" if parts else ""


def _write_brief(brief: BriefReport | Unreadable, report: Report, view: View) -> Iterator[str]:
    guide, paint = view.guide, view.paint
    yield paint(printable(brief.path), "strong")
    if isinstance(brief, Unreadable):
        yield from fill("  ", f"not checked: {brief.error}")
        return
    perspective = choose(brief, view)
    if reader := say_reader(brief, view):
        yield from fill("  told to    ", reader if view.reader else f"{reader} (--as chooses another reader)")
    tables = tuple(find_tables(brief, report, view))
    if perspective.judges:
        yield from _write_verdict(brief, guide)
    if not tables and brief.described.reason not in ("out_of_scope", "unsupported_language"):
        yield ""
        yield from _write_grid(brief, guide)
    if brief.questions:
        yield ""
        yield "  To settle it, ask:"
        for question in brief.questions:
            yield from fill("    ? ", question)
    for table in tables:
        yield ""
        yield from _write_table(table)
    shown = choose_findings(brief.findings, None if view.everything else SHOWN)
    for finding in shown:
        yield ""
        yield from write_finding(finding, perspective, paint)
    if len(brief.findings) > len(shown):
        yield ""
        yield f"  {count(len(brief.findings) - len(shown), 'more finding')}; --all shows every one."
    if view.suppressed and brief.suppressed:
        yield ""
        yield from write_suppressed(brief)
    yield ""
    yield from (paint(line, "faint") for line in fill("  ", say_coverage(brief.coverage)))


def _write_verdict(brief: BriefReport, guide: Guide) -> Iterator[str]:
    yield from fill("  names      ", say_named(brief, guide))
    yield from fill("  describes  ", say_described(brief, guide))
    for lot in brief.lots:
        names = ", ".join(name_of(model, guide) for model in lot.named) or "no model"
        yield from fill("    ", f"{printable(lot.title)}: names {names}, describes {name_of(lot.described, guide)}")


def _write_table(table: Table) -> Iterator[str]:
    yield f"  {table.title}"
    yield from fill("  ", table.intro)
    for first, *rest in table.rows:
        yield from fill("    - ", first)
        for column, cell in zip(table.columns[1:], rest, strict=True):
            yield from fill(f"        {column}: ", cell, "          ")


def say_named(brief: BriefReport, guide: Guide) -> str:
    """Say which models a brief names, and where first."""
    if not brief.named:
        return "no model"
    models = dict.fromkeys(name.model for name in brief.named)
    parts = []
    for model in models:
        spots = [name.spot for name in brief.named if name.model == model]
        more = f" and {count(len(spots) - 1, 'more place')}" if len(spots) > 1 else ""
        parts.append(f'{name_of(model, guide)}, as "{clip(spots[0].text)}" ({where(spots[0])}{more})')
    return "; ".join(parts)


def say_described(brief: BriefReport, guide: Guide) -> str:
    """Say which model a brief describes, and how surely, or why none."""
    described = brief.described
    if described.reason:
        return f"{name_of(described.model, guide)}: {REASONS[described.reason]}"
    return f"{name_of(described.model, guide)} ({say_sure(described.confidence)}, {described.confidence:.2f})"


def _write_grid(brief: BriefReport, guide: Guide) -> Iterator[str]:
    label = max(len(row.short) for row in guide.grid)
    for row in guide.grid:
        cell = brief.grid[row.id]
        if cell is None:
            yield f"  {row.short:<{label}}  not stated"
            continue
        yield from fill(
            f"  {row.short:<{label}}  ", f'{name_of(cell.model, guide)}: "{clip(cell.spot.text)}" ({where(cell.spot)})'
        )
        if cell.against:
            against = cell.against
            yield from fill(
                " " * (label + 4), f'but {name_of(against.model, guide)}: "{clip(against.spot.text)}" ({where(against.spot)})'
            )


def write_finding(finding: Finding, perspective: Perspective, paint: Paint) -> Iterator[str]:
    """The lines of one finding."""
    spot = f"  {where(finding.spot)}" if finding.spot else ""
    yield f"  {paint(finding.severity, finding.severity)}  {paint(printable(finding.title), 'strong')}  [{finding.rule}]{spot}"
    yield from fill("    ", finding.message)
    if finding.evidence:
        yield f"    {perspective.quotes}:"
        for quote in finding.evidence:
            yield from fill("      - ", _quoted(quote))
    if finding.happens:
        yield from fill(f"    {perspective.happens}: ", finding.happens, "      ")
    if finding.fix:
        yield from fill(f"    {perspective.fix}: ", say_fix(finding.fix, perspective), "      ")
    if finding.fix and finding.fix.guide_lines:
        numbers = finding.fix.guide_lines
        lines = f"line{'s' if len(numbers) > 1 else ''} {', '.join(str(line) for line in numbers)}"
        yield from (
            paint(line, "faint")
            for line in fill("    Source: ", f"the guide, {finding.fix.guide or 'introduction'}, {lines}", "      ")
        )


def write_suppressed(brief: BriefReport) -> Iterator[str]:
    """The lines on what was kept out of the report on a brief."""
    yield "  Kept out of the report:"
    for entry in brief.suppressed:
        yield from fill("    - ", say_kept(entry))


def write_summary(report: Report, guide: Guide, paint: Paint) -> Iterator[str]:
    """The last lines: how much of what was found in all briefs."""
    counts: Sequence[tuple[Severity, str]] = (("error", "error"), ("warning", "warning"), ("advice", "piece of advice"))
    told = ", ".join(count(report.count(severity), word) for severity, word in counts) + say_notes(report)
    extra = "".join(
        f", {count(number, 'file')} {what}"
        for number, what in ((len(report.unreadable), "not checked"), (report.skipped, "skipped"))
        if number
    )
    yield paint(f"{count(len(report.checked), 'brief')} checked{extra}; {report.mislabelled} mislabelled: {told}.", "strong")
    if not report.briefs:
        endings = ", ".join(sorted(SUFFIXES))
        yield from fill("", f"No brief was found: brieflint reads {endings}, but for what the configuration leaves out.")
    if any(brief.suppressed for brief in report.checked):
        yield from fill("", _kept_out(report))
    for entry in report.stale:
        words = f' on "{clip(entry.text)}"' if entry.text else ""
        yield from fill(
            "", f"In the baseline, but found no more: {entry.rule}{words} in {printable(entry.path)}. Write the baseline anew."
        )
    if any(brief.findings for brief in report.checked):
        source = guide.source
        yield from (
            paint(line, "faint") for line in fill("", f'The guide: "{source.title}", {source.publisher}. {source.interest}')
        )


def _kept_out(report: Report) -> str:
    known = sum(brief.known for brief in report.checked)
    reasoned = sum(len(brief.suppressed) for brief in report.checked) - known
    told = [
        *([f"{count(reasoned, 'finding')} suppressed with a reason"] if reasoned else []),
        *([f"{count(known, 'finding')} known from the baseline"] if known else []),
    ]
    return f"Kept out of the report: {' and '.join(told)}; --show-suppressed shows them."


def _quoted(quote: Quote) -> str:
    return f'"{clip(quote.spot.text)}" ({where(quote.spot)})'
