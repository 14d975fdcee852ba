"""The same report, told to whoever reads it: the buyer, a bidder, an evaluator of proposals, the owner of a policy.

The words are data (`patterns/perspectives.yaml`). What a rule says is written to the buyer and stays as it is for the buyer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import cast

from brieflint.documents.document import Document
from brieflint.documents.places import say_place
from brieflint.knowledge.guide import Guide, Model, ModelEntry
from brieflint.knowledge.perspectives import Perspective, Situation
from brieflint.linting.finding import Finding, Fix, Quote
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.paragraphs import join
from brieflint.reporting.view import View

OPENING = 800
"""Characters in which a proposal introduces itself."""
FIRST_LINES = 10
LABEL = re.compile(r"(?:(?:subject|re|title)\s*:\s*)+")
SHOWN_PLACES = 3
PROBABLY = 0.7
"""Below this confidence a headline says that the text leans towards a model, not that it describes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An open question, who can answer it, and why it is open."""

    to: str
    question: str
    why: str = ""


def choose(brief: BriefReport, view: View) -> Perspective:
    """Choose the perspective: the one asked for, else that of whoever reads such a text, else the buyer's."""
    if view.reader:
        return view.perspectives.of(view.reader)
    guessed = (entry for entry in view.perspectives.perspectives if brief.document and recognise(entry, brief.document))
    return next(guessed, view.perspectives.of("buyer"))


def say_reader(brief: BriefReport, view: View) -> str:
    """Say who the report on a brief is told to, and how that was chosen; "" for the buyer."""
    perspective = choose(brief, view)
    if perspective.id == "buyer":
        return ""
    return perspective.reader if view.reader else f"{perspective.reader}, since it opens like a proposal"


def say_fix(fix: Fix, perspective: Perspective) -> str:
    """Say what to do about a finding."""
    instead = perspective.instead.format(replacement=fix.replacement) if fix.replacement else ""
    return f"{instead} {fix.text}".strip()


def recognise(perspective: Perspective, document: Document) -> bool:
    """Whether a text opens like those that this reader gets: one sign is enough, two where it asks for such texts itself."""
    lines = [line.strip(" #*_>|").lower() for line in document.text[:OPENING].splitlines()]
    lines = [line for line in lines if line and not _holds(line, perspective.unless)]
    openings = [line for line in lines[:FIRST_LINES] if _holds(LABEL.sub("", line), perspective.opens, first=True)]
    opening = " ".join(lines)
    spoken = [phrase for phrase in perspective.speaks if _holds(opening, [phrase])]
    return len(openings) + len(spoken) > _holds(opening, perspective.denies)


def _holds(line: str, phrases: Iterable[str], *, first: bool = False) -> bool:
    before = "^" if first else r"(?<!\w)"
    return any(re.search(rf"{before}{re.escape(phrase)}(?!\w)", line) for phrase in phrases)


def address(report: Report, view: View) -> Report:
    """The report with the findings of each brief in words for its reader; the buyer's are the rules' own."""
    briefs = (_address(entry, view) if isinstance(entry, BriefReport) else entry for entry in report.briefs)
    return replace(report, briefs=tuple(briefs))


def find_failing(report: Report, view: View) -> Report:
    """The report on those briefs that give their reader a reason to stop: a finding to fail on, or no way to check them."""
    told = zip(report.briefs, address(report, view).briefs, strict=True)
    return replace(report, briefs=tuple(brief for brief, said in told if not isinstance(said, BriefReport) or said.fails))


def _address(brief: BriefReport, view: View) -> BriefReport:
    perspective = choose(brief, view)
    if not perspective.judges:
        said = tuple(Quote(spot=entry.spot, dimension="", model=entry.says) for entry in brief.explained if entry.says)
        return replace(brief, named=(), findings=(), questions=(), title=None, evidence=said)
    if not perspective.findings:
        return brief
    told = tuple(_tell(finding, brief, perspective, view) for finding in brief.findings)
    return replace(brief, findings=told, title=None)


def _tell(finding: Finding, brief: BriefReport, perspective: Perspective, view: View) -> Finding:
    telling = perspective.findings.get(finding.kind)
    if telling is None:
        return finding
    words = _Gaps(finding, brief, view)
    fix = finding.fix
    if fix and telling.fix:
        fix = replace(fix, text=words.fill(telling.fix), replacement=None)
    return replace(
        finding,
        title=telling.title or finding.title,
        message=words.fill(telling.message) if telling.message else finding.message,
        happens=words.fill(telling.happens) if telling.happens and finding.happens else "",
        fix=fix,
    )


class _Gaps:
    """What may stand in the gaps of the words for a finding."""

    def __init__(self, finding: Finding, brief: BriefReport, view: View) -> None:
        guide, directions = view.guide, view.perspectives.directions
        described = _entry(finding.should_say or brief.described.model, guide)
        spot = finding.spot
        model = next((name.model for name in brief.named if spot and name.spot.start == spot.start), None)
        named = _entry(model, guide)
        self._words = {
            "label": spot.text if spot else "",
            "named": named.name if named else "outsourcing",
            "described": described.name if described else "another model",
            "named_direction": directions.get(cast(Model, model), ""),
            "direction": directions.get(cast(Model, finding.should_say or brief.described.model), ""),
            "named_proposal": join(named.proposal[:2]) if named else "any service from outside",
            "described_proposal": join(described.proposal[:2]) if described else "something else",
            "places": _say_places(finding),
            "title": finding.title,
            "message": finding.message,
            "happens": finding.happens,
            "fix": finding.fix.text if finding.fix else "",
        }

    def fill(self, text: str) -> str:
        return " ".join(text.format_map(self._words).split())


def _entry(model: str | None, guide: Guide) -> ModelEntry | None:
    return guide.models.get(cast(Model, model))


def _say_places(finding: Finding) -> str:
    spots = [quote.spot for quote in finding.evidence]
    told = [say_place(spot.place, spot.line) for spot in spots]
    if finding.elsewhere and finding.spot:
        told.append(say_place(finding.spot.place, finding.spot.line))
        told += [f"{PurePath(other.path).name}, {say_place(other.spot.place, other.spot.line)}" for other in finding.elsewhere]
    return "; ".join(list(dict.fromkeys(told))[:SHOWN_PLACES]) or "throughout"


def find_situation(brief: BriefReport) -> Situation:
    """What the report on a brief comes down to."""
    described = brief.described
    if described.model == "mixed":
        return "mixed"
    if described.model == "none":
        return described.reason if described.reason in ("too_thin", "out_of_scope", "unsupported_language") else "unclear"
    named = {name.model for name in brief.named}
    if brief.mislabelled:
        if described.confidence < PROBABLY:
            return "leaning"
        return "contradictory" if len(named) > 1 else "mislabelled"
    if not named:
        return "unnamed"
    if described.model in named:
        return "agrees"
    return "vague" if named == {"outsourcing_unspecified"} else "leaning"


def find_open_questions(brief: BriefReport, view: View) -> tuple[Asked, ...]:
    """The questions that the brief leaves open, each with who can answer it."""
    perspective = choose(brief, view)
    if not perspective.judges:
        return ()
    found = _ask_rows(brief, view.guide) if perspective.rows_only else _ask(brief, view.guide)
    asked = {entry.question: entry for entry in found}
    if perspective.asks:
        legal = view.guide.addressees["legal"]
        return tuple(replace(entry, to=perspective.asks) for entry in asked.values() if entry.to != legal)
    return tuple(asked.values())


def _ask(brief: BriefReport, guide: Guide) -> Iterator[Asked]:
    known = {question.question: question.to for question in guide.questions}
    for text in brief.questions:
        yield Asked(to=guide.addressees[known.get(text, guide.direct_or_delegate.to)], question=text)
    pairs = [pair for pair in guide.pairs if pair.described == brief.described.model and _names(brief, pair.named)]
    for entry in guide.mislabellings:
        if any(pair.mislabelling == entry.id for pair in pairs):
            yield Asked(to=guide.addressees[entry.to], question=entry.decides, why="The name and the text disagree.")
    yield from _ask_rows(brief, guide)
    if model := _entry(brief.described.model, guide):
        yield Asked(to=guide.addressees["legal"], question=model.legal)


def _ask_rows(brief: BriefReport, guide: Guide) -> Iterator[Asked]:
    for row in guide.grid if brief.described.model in guide.models else ():
        cell = brief.grid[row.id]
        if cell is None or cell.against:
            why = "The text says two things." if cell else "The text does not say."
            yield Asked(to=guide.addressees[row.to], question=row.question, why=why)


def _names(brief: BriefReport, model: Model) -> bool:
    return any(name.model == model for name in brief.named)
