"""What formats have in common when they speak to people: names, places, counts, document text made harmless."""

from collections.abc import Sequence
from textwrap import wrap
from typing import cast

from brieflint.documents.places import say_place
from brieflint.knowledge.guide import Guide, Model
from brieflint.linting.finding import Finding, Spot
from brieflint.linting.report import Coverage, Report
from brieflint.linting.suppression import Suppressed
from brieflint.signs import clean, printable

WIDTH = 96
QUOTED = 150
"""Characters shown of a sentence."""

REASONS = {
    "too_thin": "it says too little about who directs, who delivers and who answers for the result",
    "out_of_scope": "it does not seem to buy a technology service under one of the four models",
    "unclear": "its sentences speak for several models, and for none of them clearly",
    "unsupported_language": "it is not in English, the only language that brieflint reads",
    "several_lots": "its lots describe different models",
}


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


def count(number: int, word: str) -> str:
    """Say a number of things: "3 sentences", "1 sentence", "2 pieces of advice"."""
    many = word.replace("piece of", "pieces of") if word.startswith("piece") else f"{word}s"
    return f"{number:,} {word if number == 1 else many}"


def say_sure(confidence: float) -> str:
    """How sure that is, in a word."""
    return "surely" if confidence >= 0.9 else "probably" if confidence >= 0.7 else "perhaps"


def say_coverage(coverage: Coverage) -> str:
    """What was read of a brief, and what counted little."""
    sections = ", ".join(section.replace("_", " ") for section in coverage.light_sections)
    light = f"; given little or no weight: {sections}" if sections else ""
    return f"Read {coverage.words:,} words in {count(coverage.sentences, 'sentence')}{light}."


def choose_findings(findings: Sequence[Finding], most: int | None) -> tuple[Finding, ...]:
    """The findings that are shown: at most so many, heaviest first, and all information, which somebody has asked for."""
    told = [finding for finding in findings if finding.severity != "info"]
    return (*told[:most], *(finding for finding in findings if finding.severity == "info"))


def say_notes(report: Report) -> str:
    """Say how many legal notes there are, as the end of a sentence that counts; "" when there are none."""
    notes = report.count("info")
    return f", {count(notes, 'legal note')}" if notes else ""


def say_kept(entry: Suppressed) -> str:
    """Say which finding was kept out of the report, and why."""
    finding, suppression = entry.finding, entry.suppression
    why = "known from the baseline"
    if suppression and suppression.directive:
        until = f", until {suppression.directive.until.isoformat()}" if suppression.directive.until else ""
        by = f" ({suppression.remark.author})" if suppression.remark.author else ""
        why = f'"{clip(suppression.directive.reason)}"{printable(by)}{until}'
    spot = f", {where(finding.spot)}" if finding.spot else ""
    return f"{finding.title} [{finding.rule}]{spot}: {why}"


def fill(head: str, text: str, indent: str | None = None) -> list[str]:
    """Set one paragraph after `head`, its other lines under its first or after `indent`, without signs that act."""
    rest = " " * len(head) if indent is None else indent
    return wrap(clean(text), WIDTH, initial_indent=head, subsequent_indent=rest, break_on_hyphens=False) or [head]
