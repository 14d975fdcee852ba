"""The report as text for a terminal, a log or a mail."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import cast

from brieflint.documents.places import say_place
from brieflint.knowledge.guide import Guide, Model
from brieflint.knowledge.patterns import Severity
from brieflint.linting.finding import Finding, Quote, Spot
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.view import Paint, View

WIDTH = 96
SHOWN = 5
"""Findings shown of each brief unless all are asked for."""
QUOTED = 150
"""Characters shown of a sentence."""
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")

REASONS = {
    "too_thin": "it says too little about who directs, who delivers and who answers for the result",
    "out_of_scope": "it does not seem to buy a technology service under one of the four models",
    "unclear": "its sentences speak for several models, and for none of them clearly",
    "unsupported_language": "it is not in English, the only language that brieflint reads",
    "several_lots": "its lots describe different models",
}


def write_text(report: Report, view: View) -> str:
    """The report; at most `SHOWN` findings a brief unless everything is asked for."""
    parts = ["\n".join(_write_brief(brief, view.guide, view.paint, view.everything)) for brief in report.briefs]
    parts.append("\n".join(_write_summary(report, view.guide, view.paint)))
    return "\n\n".join(parts) + "\n"


def _write_brief(brief: BriefReport | Unreadable, guide: Guide, paint: Paint, everything: bool) -> Iterator[str]:
    yield paint(printable(brief.path), "strong")
    if isinstance(brief, Unreadable):
        yield from _fill("  ", f"not checked: {printable(brief.error)}")
        return
    yield from _fill("  names      ", _named(brief, guide))
    yield from _fill("  describes  ", _described(brief, guide))
    for lot in brief.lots:
        names = ", ".join(name_of(model, guide) for model in lot.named) or "no model"
        yield from _fill("    ", f"{printable(lot.title)}: names {names}, describes {name_of(lot.described, guide)}")
    if brief.described.reason not in ("out_of_scope", "unsupported_language"):
        yield ""
        yield from _write_grid(brief, guide)
    if brief.questions:
        yield ""
        yield "  To settle it, ask:"
        for question in brief.questions:
            yield from _fill("    ? ", question)
    shown = brief.findings if everything else brief.findings[:SHOWN]
    for finding in shown:
        yield ""
        yield from _write_finding(finding, paint)
    if len(brief.findings) > len(shown):
        yield ""
        yield f"  {_count(len(brief.findings) - len(shown), 'more finding')}; --all shows every one."
    yield ""
    yield from (paint(line, "faint") for line in _fill("  ", _coverage(brief)))


def _named(brief: BriefReport, guide: Guide) -> str:
    if not brief.named:
        return "no model"
    models = dict.fromkeys(name.model for name in brief.named)
    parts = []
    for model in models:
        spots = [name.spot for name in brief.named if name.model == model]
        more = f" and {_count(len(spots) - 1, 'more place')}" if len(spots) > 1 else ""
        parts.append(f'{name_of(model, guide)}, as "{clip(spots[0].text)}" ({where(spots[0])}{more})')
    return "; ".join(parts)


def _described(brief: BriefReport, guide: Guide) -> str:
    described = brief.described
    if described.reason:
        return f"{name_of(described.model, guide)}: {REASONS[described.reason]}"
    sure = "surely" if described.confidence >= 0.9 else "probably" if described.confidence >= 0.7 else "perhaps"
    return f"{name_of(described.model, guide)} ({sure}, {described.confidence:.2f})"


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


def _write_finding(finding: Finding, paint: Paint) -> Iterator[str]:
    spot = f"  {where(finding.spot)}" if finding.spot else ""
    yield f"  {paint(finding.severity, finding.severity)}  {paint(finding.title, 'strong')}  [{finding.rule}]{spot}"
    yield from _fill("    ", printable(finding.message))
    if finding.evidence:
        yield "    In the brief's own words:"
        for quote in finding.evidence:
            yield from _fill("      - ", _quoted(quote))
    if finding.happens:
        yield from _fill("    If it goes out like this: ", printable(finding.happens), "      ")
    if finding.fix:
        instead = f'Write "{finding.fix.replacement}". ' if finding.fix.replacement else ""
        yield from _fill("    Fix: ", instead + printable(finding.fix.text), "      ")
    if finding.fix and finding.fix.guide_lines:
        numbers = finding.fix.guide_lines
        lines = f"line{'s' if len(numbers) > 1 else ''} {', '.join(str(line) for line in numbers)}"
        yield from (
            paint(line, "faint")
            for line in _fill("    Source: ", f"the guide, {finding.fix.guide or 'introduction'}, {lines}", "      ")
        )


def _write_summary(report: Report, guide: Guide, paint: Paint) -> Iterator[str]:
    counts: Sequence[tuple[Severity, str]] = (("error", "error"), ("warning", "warning"), ("advice", "piece of advice"))
    told = ", ".join(_count(report.count(severity), word) for severity, word in counts)
    extra = "".join(
        f", {_count(number, 'file')} {what}"
        for number, what in ((len(report.unreadable), "not checked"), (report.skipped, "skipped"))
        if number
    )
    yield paint(f"{_count(len(report.checked), 'brief')} checked{extra}; {report.mislabelled} mislabelled: {told}.", "strong")
    if any(brief.findings for brief in report.checked):
        source = guide.source
        yield from (
            paint(line, "faint") for line in _fill("", f'The guide: "{source.title}", {source.publisher}. {source.interest}')
        )


def name_of(model: str, guide: Guide) -> str:
    """The name of a model for people, also for what is none of the four."""
    special = {"outsourcing_unspecified": "plain outsourcing", "mixed": "several models", "none": "none of the four"}
    return special.get(model) or guide.models[cast(Model, model)].name


def where(spot: Spot) -> str:
    """Where a person finds it."""
    return printable(say_place(spot.place, spot.line))


def clip(text: str, most: int = QUOTED) -> str:
    """Document text on one line, without characters that could move the cursor or turn the text, cut at a word."""
    folded = printable(text)
    if len(folded) <= most:
        return folded
    return folded[:most].rsplit(" ", 1)[0] + " …"


def printable(text: str) -> str:
    """Text on one line, control and direction characters replaced by a space."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def _quoted(quote: Quote) -> str:
    return f'"{clip(quote.spot.text)}" ({where(quote.spot)})'


def _coverage(brief: BriefReport) -> str:
    coverage = brief.coverage
    sections = ", ".join(section.replace("_", " ") for section in coverage.light_sections)
    light = f"; given little or no weight: {sections}" if sections else ""
    return f"Read {coverage.words:,} words in {_count(coverage.sentences, 'sentence')}{light}."


def _fill(head: str, text: str, indent: str | None = None) -> list[str]:
    rest = " " * len(head) if indent is None else indent
    return wrap(text, WIDTH, initial_indent=head, subsequent_indent=rest, break_on_hyphens=False) or [head]


def _count(number: int, word: str) -> str:
    many = word.replace("piece of", "pieces of") if word.startswith("piece") else f"{word}s"
    return f"{number:,} {word if number == 1 else many}"
