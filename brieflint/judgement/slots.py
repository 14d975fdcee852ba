"""What a brief of one model should state: which sentences fill each slot of its checklist, and what does not belong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brieflint.judgement.weighing import dimension_of
from brieflint.knowledge.frames import Grammar
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import AntiSlot, Checklist, Patterns, Slot
from brieflint.knowledge.words import split_words
from brieflint.language.reading import Reading, Sentence
from brieflint.language.stance import divide_stance

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


class SlotFinder:
    """Fills checklists. Frames are compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        self._checklists: Mapping[Model, Checklist] = {checklist.model: checklist for checklist in patterns.checklists}
        self._grammar = Grammar.of(patterns)
        self._slots: dict[Model, FrameSet[str]] = {}
        self._not_slots: dict[Model, FrameSet[str]] = {}
        self._misfits: dict[Model, FrameSet[str]] = {}
        for checklist in patterns.checklists:
            model, slots = checklist.model, checklist.slots
            self._slots[model] = FrameSet(((s.id, f) for s in slots for f in s.frames), self._grammar)
            self._not_slots[model] = FrameSet(((s.id, f) for s in slots for f in s.unless), self._grammar)
            self._misfits[model] = FrameSet(((s.id, f) for s in checklist.anti_slots for f in s.frames), self._grammar)

    def checklist(self, model: Model) -> Checklist:
        """The checklist of a model."""
        return self._checklists[model]

    def fill(self, model: Model, reading: Reading) -> tuple[FilledSlot, ...]:
        """Every slot of the model's checklist, with the sentences that fill it: by a frame first, then by dimension."""
        slots = self._checklists[model].slots
        surely: dict[str, list[int]] = {slot.id: [] for slot in slots}
        likely: dict[str, list[tuple[float, int]]] = {slot.id: [] for slot in slots}
        for number, sentence in enumerate(reading.sentences):
            if not _counts(sentence) or sentence.kind in ("title", "heading"):
                continue
            words = split_words(sentence.text, self._grammar.spellings)
            framed, excluded = self._slots[model].keys(words), self._not_slots[model].keys(words)
            for slot in slots:
                if slot.id in excluded:
                    continue
                if slot.id in framed:
                    surely[slot.id].append(number)
                elif _speaks(sentence, slot.dimensions, (model,)):
                    likely[slot.id].append((-sentence.dimensions[dimension_of(sentence)], number))
        return tuple(
            FilledSlot(
                slot=slot,
                sentences=tuple([*surely[slot.id], *(n for _, n in sorted(likely[slot.id]))][:MOST]),
                surely=frozenset(surely[slot.id]),
            )
            for slot in slots
        )

    def find_misfits(self, model: Model, reading: Reading) -> tuple[Misfit, ...]:
        """The anti-slots of the model's checklist that the brief holds sentences for."""
        anti_slots = self._checklists[model].anti_slots
        found: dict[str, list[int]] = {anti_slot.id: [] for anti_slot in anti_slots}
        for number, sentence in enumerate(reading.sentences):
            if not _counts(sentence):
                continue
            framed = self._misfits[model].keys(split_words(sentence.text, self._grammar.spellings))
            for anti_slot in anti_slots:
                if (anti_slot.id in framed and not sentence.context) or _speaks(
                    sentence, anti_slot.dimensions, anti_slot.models
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


def _speaks(sentence: Sentence, dimensions: Sequence[str], models: Sequence[Model]) -> bool:
    """Whether a sentence surely speaks in one of the dimensions, for one of the models at least as much as for any other."""
    dimension = dimension_of(sentence)
    if dimension not in dimensions or sentence.dimensions[dimension] < SURE:
        return False
    share, speaking = divide_stance(sentence.stance)
    return speaking >= SURE and max(share.values()) - max(share[model] for model in models) < 0.05
