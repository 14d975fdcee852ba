"""A brief that buys several things as one draft: what holds for all lots once, and a schedule for each lot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import cast

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Lot, Verdict
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Reading
from brieflint.signs import printable
from brieflint.writing.contents import Answer, Draft, Quote, gather
from brieflint.writing.lots import mute


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the brief says for all lots on one point."""

    label: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The draft of one lot; `lot` is the title of the lot in the brief."""

    lot: str
    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedules:
    """Everything that the template for briefs with lots may use. `unclear` are the titles of lots without a clear model."""

    path: str
    shared: tuple[Shared, ...]
    schedules: tuple[Schedule, ...]
    unclear: tuple[str, ...]


def gather_schedules(document: Document, reading: Reading, verdict: Verdict, patterns: Patterns) -> Schedules:
    """Gather a draft for each lot that describes a model. What is said for all lots is told once, before them."""
    lots = [lot for lot in verdict.lots if lot.described.model in patterns.guide.models]
    common = [_gather_common(document, reading, verdict, patterns, lot) for lot in lots]
    schedules = []
    for lot, shared in zip(lots, common, strict=True):
        own = gather(document, mute(reading, [0]), _narrow(verdict, reading, lot), patterns, _model(lot), lot.part)
        answers = tuple(_point(answer, shared) for answer in own.answers)
        schedules.append(Schedule(lot=printable(lot.title), draft=replace(own, answers=answers)))
    return Schedules(
        path=PurePath(document.path).name,
        shared=tuple(_gather_shared(common)),
        schedules=tuple(schedules),
        unclear=tuple(printable(lot.title) for lot in verdict.lots if lot not in lots),
    )


def _model(lot: Lot) -> Model:
    return cast(Model, lot.described.model)


def _narrow(verdict: Verdict, reading: Reading, lot: Lot) -> Verdict:
    """The verdict on one lot: what it names and describes, and its own evidence."""
    evidence = tuple(item for item in verdict.evidence if reading.sentences[item.sentence].part == lot.part)
    return replace(verdict, named=lot.named, described=lot.described, evidence=evidence)


def _gather_common(document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, lot: Lot) -> dict[str, Answer]:
    """What is said for all lots, by the slots of one lot's model."""
    common = mute(reading, range(1, len(reading.parts)))
    draft = gather(document, common, _narrow(verdict, reading, lot), patterns, _model(lot), lot.part)
    return {answer.slot.id: answer for answer in draft.answers if answer.quotes}


def _gather_shared(common: list[dict[str, Answer]]) -> Iterator[Shared]:
    """Each sentence once, under the first slot that it fills in any lot's checklist."""
    told: set[tuple[str, str]] = set()
    for answers in common:
        for answer in answers.values():
            fresh = tuple(quote for quote in answer.quotes if (quote.text, quote.place) not in told)
            told.update((quote.text, quote.place) for quote in fresh)
            if fresh:
                yield Shared(label=answer.slot.label, quotes=fresh)


def _point(answer: Answer, shared: dict[str, Answer]) -> Answer:
    """An open slot that is answered for all lots points there instead of asking."""
    return replace(answer, shared=not answer.quotes and answer.slot.id in shared)
