"""Which questions a brief leaves open, at most five, the ones that settle most first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import cast

from brieflint.checking import report_on
from brieflint.documents.places import say_place
from brieflint.judged import JudgedBrief
from brieflint.judgement.questions import parts
from brieflint.judgement.slots import FilledSlot, SlotFinder, open_slots
from brieflint.knowledge.guide import Guide, Model, Question
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Reading
from brieflint.linting.finding import Finding, Spot
from brieflint.linting.report import BriefReport
from brieflint.signs import printable
from brieflint.writing.lots import mute
from brieflint.writing.stating import FactSheet

MOST = 5
FEWEST_WORDS = 3
"""Words of the least that is quoted as the place at which a question comes up."""
SETTLES: Mapping[str, str] = {
    "sa-without-technical-lead": "q3",
    "so-evolving-scope": "q2",
    "so-client-directs": "q5",
    "ito-core-product": "q1",
}
"""Rule → the guide's question that would settle the contradiction that it found; the shortest question for all others."""


NEAR = 2
"""An open slot comes up at a sentence that fills a slot at most so many places off in its checklist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question to settle: whom to ask, where in the brief it comes up, and why.

    `place` is said in the document's own numbering ("section 3.2, line 40"), "" when the brief has nothing near it; `quote`
    holds the words that stand there. `lot` is the title of the lot that it concerns, "" for all.
    """

    text: str
    to: str
    why: str
    place: str = ""
    quote: str = ""
    lot: str = ""


def find_open_questions(brief: JudgedBrief, patterns: Patterns) -> tuple[OpenQuestion, ...]:
    """The questions that a brief leaves open: contradictions first, then rows that disagree, then what is not stated."""
    report = report_on(brief.document, brief.reading, brief.verdict, brief.grounds)
    found: dict[tuple[str, str], OpenQuestion] = {}
    for question in _in_order(brief, report, patterns):
        found.setdefault((question.lot, question.text), question)
    return tuple(found.values())[:MOST]


def _in_order(brief: JudgedBrief, report: BriefReport, patterns: Patterns) -> Iterator[OpenQuestion]:
    guide = patterns.guide
    for finding in report.findings:
        if finding.kind in ("mislabelling", "contradiction"):
            yield _ask_about(finding, report, guide)
    yield from (_ask_guide(text, report, guide) for text in report.questions)
    for row in guide.grid:
        cell = report.grid[row.id]
        if cell and cell.against and report.described.model != "mixed":
            there = f"{guide.models[cell.against.model].name} ({_where(cell.against.spot)})"
            why = f"one sentence speaks for {guide.models[cell.model].name}, another for {there}"
            yield OpenQuestion(text=row.question, to=guide.addressees[row.to], why=why, **_at(cell.spot))
    if report.described.reason not in ("out_of_scope", "unsupported_language"):
        yield from _ask_slots(brief, report, patterns)


def _ask_about(finding: Finding, report: BriefReport, guide: Guide) -> OpenQuestion:
    """The question that settles a finding: the guide's own, or the one that parts the named model from the described one."""
    wanted = SETTLES.get(finding.rule, "")
    question = next((entry for entry in guide.questions if entry.id == wanted), None)
    text = question.question if question else guide.direct_or_delegate.question.text
    named = [name.model for name in report.named if name.model in guide.models and name.model != finding.should_say]
    if question is None and finding.should_say and named:
        text = _ask_between(guide, named[0], finding.should_say)
    spot = finding.spot or next((quote.spot for quote in finding.evidence), None)
    why = _lower(finding.title)
    return OpenQuestion(
        text=text,
        to=_addressee(question, guide),
        why=why,
        **(_at(spot) if spot else {}),
    )


def _ask_between(guide: Guide, named: Model, described: Model) -> str:
    """What decides between two models: the guide on that mislabelling, or the first of its questions that parts them."""
    pair = guide.pair(named, described)
    decides = [entry.decides for entry in guide.mislabellings if entry.id == pair.mislabelling]
    parting = [question.question for question in guide.questions if parts(question, named, described)]
    return [*decides, *parting, guide.direct_or_delegate.question.text][0]


def _ask_guide(text: str, report: BriefReport, guide: Guide) -> OpenQuestion:
    question = next((entry for entry in guide.questions if entry.question == text), None)
    why = "the brief does not make clear which model it describes"
    named = next(iter(report.named), None)
    return OpenQuestion(text=text, to=_addressee(question, guide), why=why, **(_at(named.spot) if named else {}))


def _addressee(question: Question | None, guide: Guide) -> str:
    return guide.addressees[(question or guide.direct_or_delegate).to]


def _ask_slots(brief: JudgedBrief, report: BriefReport, patterns: Patterns) -> Iterator[OpenQuestion]:
    """What the checklist of the described model asks for and the brief does not state; lot by lot in turn."""
    slots = open_slots(patterns)
    if report.described.model == "mixed":
        lots = [lot for lot in brief.verdict.lots if lot.described.model in patterns.guide.models]
        lists = []
        for lot in lots:
            own = mute(brief.reading, [number for number in range(1, len(brief.reading.parts)) if number != lot.part])
            lists.append(_ask_checklist(cast(Model, lot.described.model), brief, own, slots, printable(lot.title)))
        for together in zip_longest(*lists):
            yield from (question for question in together if question)
    elif report.described.model in patterns.guide.models:
        yield from _ask_checklist(report.described.model, brief, brief.reading, slots)
    else:
        for row in patterns.guide.grid:
            if report.grid[row.id] is None:
                yield OpenQuestion(text=row.question, to=patterns.guide.addressees[row.to], why="not stated")


def _ask_checklist(
    model: Model, brief: JudgedBrief, reading: Reading, slots: SlotFinder, lot: str = ""
) -> Iterator[OpenQuestion]:
    """The slots that neither sentence nor fact fills, the guide's first, each at the nearest thing that the brief does say."""
    filled = tuple(FactSheet(brief.document, reading, brief.grounds.patterns).settle(slots.fill(model, reading)))
    numbered = [(entry, at) for at, entry in enumerate(filled) if not entry.sentences]
    for entry, at in sorted(numbered, key=lambda pair: pair[0].slot.origin != "guide"):
        near = _nearest(filled, at, reading)
        if near is None:
            near = next(
                (mention.sentence for mention in brief.verdict.named if reading.sentences[mention.sentence].weight), None
            )
        spot = {}
        if near is not None:
            sentence = reading.sentences[near]
            line, _ = brief.document.position(sentence.start)
            text = printable(brief.document.text[sentence.start : sentence.end])
            spot = {"place": say_place(sentence.place, line), "quote": text}
        why = f"{_lower(entry.slot.label)}: not stated"
        yield OpenQuestion(
            text=entry.slot.ask, to=brief.grounds.patterns.guide.addressees[entry.slot.to], why=why, lot=lot, **spot
        )


def _nearest(filled: Sequence[FilledSlot], at: int, reading: Reading) -> int | None:
    """A sentence that fills the slot closest to an open one: checklists keep together what belongs together."""
    near = sorted(range(max(at - NEAR, 0), min(at + NEAR + 1, len(filled))), key=lambda other: (abs(other - at), other))
    told = ([number for number in filled[other].sentences if tells_place(reading.sentences[number].text)] for other in near)
    return next((min(numbers) for numbers in told if numbers), None)


def tells_place(text: str) -> bool:
    """Whether words are enough to find their place by; a cell such as "10%" is not."""
    return len(text.split()) >= FEWEST_WORDS


def _lower(words: str) -> str:
    """The same within a sentence: in small letters, but for an acronym in front."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _where(spot: Spot) -> str:
    return say_place(spot.place, spot.line)


def _at(spot: Spot) -> dict[str, str]:
    return {"place": _where(spot), "quote": printable(spot.text)}
