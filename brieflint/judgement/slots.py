"""What a brief of one model should state: which sentences fill each slot of its checklist, and what does not belong in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brieflint.judgement.weighing import dimension_of
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import AntiSlot, Checklist, Origin, Patterns, Slot
from brieflint.knowledge.words import split_words
from brieflint.language.reading import Reading, Sentence

MOST = 3
"""Sentences shown per slot."""
SURE = 0.5
"""A sentence fills a slot by its dimension when dimension and stance are at least this probable."""
WEIGHED = 0.5
"""Sections that weigh less than this (boilerplate, company profile, glossary) fill nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSlot:
    """A slot and the indices of the sentences that fill it, none when it is open; `surely` those that do so by a frame."""

    slot: Slot
    sentences: tuple[int, ...]
    surely: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Sentences (their indices) that belong to another model."""

    anti_slot: AntiSlot
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Frames:
    """The frames of one checklist, compiled."""

    slots: FrameSet[str]
    not_slots: FrameSet[str]
    misfits: FrameSet[str]


class SlotFinder:
    """Fills checklists. The frames of each are compiled once, and only when it is asked for."""

    def __init__(self, patterns: Patterns) -> None:
        self._checklists: Mapping[Model, Checklist] = {checklist.model: checklist for checklist in patterns.checklists}
        self._grammar = Grammar.of(patterns)
        self._frames: dict[Model, _Frames] = {}

    def _compile(self, model: Model) -> _Frames:
        if model not in self._frames:
            checklist = self._checklists[model]
            self._frames[model] = _Frames(
                slots=FrameSet(((s.id, f) for s in checklist.slots for f in s.frames), self._grammar),
                not_slots=FrameSet(((s.id, f) for s in checklist.slots for f in s.unless), self._grammar),
                misfits=FrameSet(((s.id, f) for s in checklist.anti_slots for f in s.frames), self._grammar),
            )
        return self._frames[model]

    def checklist(self, model: Model) -> Checklist:
        """The checklist of a model."""
        return self._checklists[model]

    def fill(self, model: Model, reading: Reading) -> tuple[FilledSlot, ...]:
        """Every slot of the model's checklist, with the sentences that fill it: by a frame first, then by dimension."""
        slots = self._checklists[model].slots
        surely: dict[str, list[int]] = {slot.id: [] for slot in slots}
        likely: dict[str, list[tuple[float, int]]] = {slot.id: [] for slot in slots}
        for number, sentence in enumerate(reading.sentences):
            for slot, chance in self._find_filled(model, sentence, surely.keys()):
                if chance is None:
                    surely[slot].append(number)
                else:
                    likely[slot].append((-chance, number))
        return tuple(
            FilledSlot(
                slot=slot,
                sentences=tuple([*surely[slot.id], *(n for _, n in sorted(likely[slot.id]))][:MOST]),
                surely=frozenset(surely[slot.id]),
            )
            for slot in slots
        )

    def find_open(self, model: Model, reading: Reading, origin: Origin) -> tuple[Slot, ...]:
        """The slots of this origin in the model's checklist that no sentence fills; a filled one is not looked at again."""
        left = {slot.id: slot for slot in self._checklists[model].slots if slot.origin == origin}
        for sentence in reading.sentences:
            for slot, _ in list(self._find_filled(model, sentence, left.keys())):
                del left[slot]
            if not left:
                break
        return tuple(left.values())

    def _find_filled(self, model: Model, sentence: Sentence, among: Collection[str]) -> Iterator[tuple[str, float | None]]:
        """Which of the slots `among` a sentence fills: by a frame (None), or by its dimension, which is so probable."""
        if not _counts(sentence) or sentence.kind in ("title", "heading"):
            return
        frames, dimension = self._compile(model), _speaks_in(sentence, (model,))
        words = split_words(sentence.text, self._grammar.spellings)
        framed = frames.slots.keys(words, among)
        meant = {slot.id for slot in self._checklists[model].slots if dimension in slot.dimensions}.intersection(among)
        if found := framed | meant:
            for slot in found - frames.not_slots.keys(words, found):
                yield slot, None if slot in framed else sentence.dimensions[dimension]

    def find_misfits(self, model: Model, reading: Reading) -> tuple[Misfit, ...]:
        """The anti-slots of the model's checklist that the brief holds sentences for."""
        anti_slots, misfits = self._checklists[model].anti_slots, self._compile(model).misfits
        found: dict[str, list[int]] = {anti_slot.id: [] for anti_slot in anti_slots}
        for number, sentence in enumerate(reading.sentences):
            if not _counts(sentence):
                continue
            framed = misfits.keys(split_words(sentence.text, self._grammar.spellings))
            for anti_slot in anti_slots:
                if (anti_slot.id in framed and not sentence.context) or (
                    anti_slot.dimensions and _speaks_in(sentence, anti_slot.models) in anti_slot.dimensions
                ):
                    found[anti_slot.id].append(number)
        return tuple(
            Misfit(anti_slot=anti_slot, sentences=tuple(found[anti_slot.id][:MOST]))
            for anti_slot in anti_slots
            if found[anti_slot.id]
        )


@lru_cache(maxsize=4)
def open_slots(patterns: Patterns) -> SlotFinder:
    """The finder with the checklists of these patterns, compiled once."""
    return SlotFinder(patterns)


def _counts(sentence: Sentence) -> bool:
    return sentence.weight >= WEIGHED


def _speaks_in(sentence: Sentence, models: Sequence[Model]) -> str:
    """The dimension in which a sentence surely speaks, for one of the models at least as much as for any other; "" if none."""
    dimension = dimension_of(sentence)
    if sentence.dimensions[dimension] < SURE:
        return ""
    share, speaking = sentence.divided
    return dimension if speaking >= SURE and max(share.values()) - max(share[model] for model in models) < 0.05 else ""
