"""The report as text for a terminal, a log or a mail."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from brieflint.knowledge.guide import Guide
from brieflint.knowledge.patterns import Severity
from brieflint.knowledge.perspectives import Perspective
from brieflint.linting.finding import Finding, Quote
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.comparison import Table, find_tables
from brieflint.reporting.perspective import address, choose, say_reader
from brieflint.reporting.view import Paint, View
from brieflint.reporting.words import REASONS, clip, count, name_of, printable, say_coverage, say_sure, where

WIDTH = 96
SHOWN = 5
"""Findings shown of each brief unless all are asked for."""


def write_text(report: Report, view: View) -> str:
    """The report; at most `SHOWN` findings a brief unless everything is asked for."""
    report = address(report, view)
    parts = ["\n".join(_write_brief(brief, report, view)) for brief in report.briefs]
    parts.append("\n".join(_write_summary(report, view.guide, view.paint)))
    return "\n\n".join(parts) + "\n"


def _write_brief(brief: BriefReport | Unreadable, report: Report, view: View) -> Iterator[str]:
    guide, paint = view.guide, view.paint
    yield paint(printable(brief.path), "strong")
    if isinstance(brief, Unreadable):
        yield from _fill("  ", f"not checked: {printable(brief.error)}")
        return
    perspective = choose(brief, view)
    if reader := say_reader(brief, view):
        yield from _fill("  told to    ", reader if view.reader else f"{reader} (--as chooses another reader)")
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
            yield from _fill("    ? ", question)
    for table in tables:
        yield ""
        yield from _write_table(table)
    shown = brief.findings if view.everything else brief.findings[:SHOWN]
    for finding in shown:
        yield ""
        yield from _write_finding(finding, perspective, paint)
    if len(brief.findings) > len(shown):
        yield ""
        yield f"  {count(len(brief.findings) - len(shown), 'more finding')}; --all shows every one."
    yield ""
    yield from (paint(line, "faint") for line in _fill("  ", say_coverage(brief.coverage)))


def _write_verdict(brief: BriefReport, guide: Guide) -> Iterator[str]:
    yield from _fill("  names      ", _named(brief, guide))
    yield from _fill("  describes  ", _described(brief, guide))
    for lot in brief.lots:
        names = ", ".join(name_of(model, guide) for model in lot.named) or "no model"
        yield from _fill("    ", f"{printable(lot.title)}: names {names}, describes {name_of(lot.described, guide)}")


def _write_table(table: Table) -> Iterator[str]:
    yield f"  {table.title}"
    yield from _fill("  ", printable(table.intro))
    for first, *rest in table.rows:
        yield from _fill("    - ", printable(first))
        for column, cell in zip(table.columns[1:], rest, strict=True):
            yield from _fill(f"        {column}: ", printable(cell), "          ")


def _named(brief: BriefReport, guide: Guide) -> str:
    if not brief.named:
        return "no model"
    models = dict.fromkeys(name.model for name in brief.named)
    parts = []
    for model in models:
        spots = [name.spot for name in brief.named if name.model == model]
        more = f" and {count(len(spots) - 1, 'more place')}" if len(spots) > 1 else ""
        parts.append(f'{name_of(model, guide)}, as "{clip(spots[0].text)}" ({where(spots[0])}{more})')
    return "; ".join(parts)


def _described(brief: BriefReport, guide: Guide) -> str:
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
        yield from _fill(
            f"  {row.short:<{label}}  ", f'{name_of(cell.model, guide)}: "{clip(cell.spot.text)}" ({where(cell.spot)})'
        )
        if cell.against:
            against = cell.against
            yield from _fill(
                " " * (label + 4), f'but {name_of(against.model, guide)}: "{clip(against.spot.text)}" ({where(against.spot)})'
            )


def _write_finding(finding: Finding, perspective: Perspective, paint: Paint) -> Iterator[str]:
    spot = f"  {where(finding.spot)}" if finding.spot else ""
    yield f"  {paint(finding.severity, finding.severity)}  {paint(finding.title, 'strong')}  [{finding.rule}]{spot}"
    yield from _fill("    ", printable(finding.message))
    if finding.evidence:
        yield f"    {perspective.quotes}:"
        for quote in finding.evidence:
            yield from _fill("      - ", _quoted(quote))
    if finding.happens:
        yield from _fill(f"    {perspective.happens}: ", printable(finding.happens), "      ")
    if finding.fix:
        replacement = finding.fix.replacement
        instead = f"{perspective.instead.format(replacement=replacement)} " if replacement and perspective.instead else ""
        yield from _fill(f"    {perspective.fix}: ", instead + printable(finding.fix.text), "      ")
        numbers = finding.fix.guide_lines
        lines = f"line{'s' if len(numbers) > 1 else ''} {', '.join(str(line) for line in numbers)}"
        yield from (
            paint(line, "faint")
            for line in _fill("    Source: ", f"the guide, {finding.fix.guide or 'introduction'}, {lines}", "      ")
        )


def _write_summary(report: Report, guide: Guide, paint: Paint) -> Iterator[str]:
    counts: Sequence[tuple[Severity, str]] = (("error", "error"), ("warning", "warning"), ("advice", "piece of advice"))
    told = ", ".join(count(report.count(severity), word) for severity, word in counts)
    extra = "".join(
        f", {count(number, 'file')} {what}"
        for number, what in ((len(report.unreadable), "not checked"), (report.skipped, "skipped"))
        if number
    )
    yield paint(f"{count(len(report.checked), 'brief')} checked{extra}; {report.mislabelled} mislabelled: {told}.", "strong")
    if any(brief.findings for brief in report.checked):
        source = guide.source
        yield from (
            paint(line, "faint") for line in _fill("", f'The guide: "{source.title}", {source.publisher}. {source.interest}')
        )


def _quoted(quote: Quote) -> str:
    return f'"{clip(quote.spot.text)}" ({where(quote.spot)})'


def _fill(head: str, text: str, indent: str | None = None) -> list[str]:
    rest = " " * len(head) if indent is None else indent
    return wrap(text, WIDTH, initial_indent=head, subsequent_indent=rest, break_on_hyphens=False) or [head]
