"""Briefs that buy several things: which of their parts a draft for one model, or for one lot, is about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from brieflint.documents.document import Block, Document
from brieflint.judgement.grid import fill_grid
from brieflint.judgement.verdict import Cell, Lot, Verdict
from brieflint.judgement.weighing import gather_evidence
from brieflint.knowledge.guide import Model, Row
from brieflint.language.reading import Reading


def find_foreign_parts(reading: Reading, verdict: Verdict, model: Model, own: int | None = None) -> Mapping[int, str]:
    """Find the parts that do not concern a draft, and their titles.

    For a lot (`own`, the number of its part) these are all other lots; else the parts that describe another model than
    `model`, none when no part describes it.
    """
    if own is not None:
        return {number: part.title for number, part in enumerate(reading.parts) if number not in (0, own)}
    models = {lot.part: lot.described.model for lot in verdict.lots}
    if model not in models.values():
        return {}
    return {number: reading.parts[number].title for number, other in models.items() if other not in (model, "none")}


def find_own_headings(document: Document, reading: Reading, foreign: Mapping[int, str]) -> list[Block]:
    """Find the heading of the one lot that a draft is for; none when it is for the whole brief or for several lots."""
    own = [part.start for number, part in enumerate(reading.parts) if number and number not in foreign]
    if not foreign or len(own) != 1:
        return []
    return [block for block in document.blocks if block.start <= own[0] < block.end]


def mute(reading: Reading, parts: Iterable[int]) -> Reading:
    """Take all weight from the sentences of these parts, so that they fill nothing; their numbers stay."""
    muted = frozenset(parts)
    sentences = tuple(replace(sentence, weight=0.0) if sentence.part in muted else sentence for sentence in reading.sentences)
    return replace(reading, sentences=sentences) if muted else reading


def own_grid(reading: Reading, verdict: Verdict, foreign: Mapping[int, str]) -> Mapping[Row, Cell | None]:
    """Fill the grid without the sentences of foreign parts."""
    if not foreign:
        return verdict.grid
    return fill_grid([item for item in verdict.evidence if reading.sentences[item.sentence].part not in foreign])


def lot_grid(reading: Reading, lot: Lot) -> Mapping[Row, Cell | None]:
    """Fill the grid of one lot: its own sentences and those that concern all lots."""
    others = [number for number in range(1, len(reading.parts)) if number != lot.part]
    return fill_grid(gather_evidence(mute(reading, others).sentences, lot.described.model))
