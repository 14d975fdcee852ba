"""Briefs that buy several things: which of their parts a draft for one model is about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from brieflint.documents.document import Block, Document
from brieflint.judgement.grid import fill_grid
from brieflint.judgement.verdict import Cell, Verdict
from brieflint.knowledge.guide import Model, Row
from brieflint.language.reading import Reading


def find_foreign_parts(reading: Reading, verdict: Verdict, model: Model) -> Mapping[int, str]:
    """Find the parts that describe another model, and their titles; none when no part describes `model`."""
    models = {lot.title: lot.described.model for lot in verdict.lots}
    if model not in models.values():
        return {}
    return {
        number: part.title
        for number, part in enumerate(reading.parts)
        if number and models.get(part.title, model) not in (model, "none")
    }


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
