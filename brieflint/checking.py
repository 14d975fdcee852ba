"""The way through: from a document, or from paths, to a report."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from brieflint.documents import MAX_BYTES, Document, read, read_bytes
from brieflint.errors import BriefError
from brieflint.judgement.judge import judge
from brieflint.judgement.questions import find_questions
from brieflint.judgement.slots import SlotFinder
from brieflint.judgement.verdict import Cell, Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import Packs
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading
from brieflint.linting.evidence import make_quote, make_spot
from brieflint.linting.finding import GridCell, LotReport, Name
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.linting.rules import Linter
from brieflint.scanning.discovery import STDIN, discover

LIGHT = 0.5
"""Sections that weigh less are named in the report."""


def check_paths(paths: Sequence[str], stdin_name: str = STDIN, packs: Packs = ()) -> Report:
    """Check files, all supported files of folders and packages, and standard input (`-`), in the order given.

    Raises `PatternError`.
    """
    found = discover(paths)
    return Report(briefs=tuple(check_path(path, stdin_name, packs) for path in found.paths), skipped=found.skipped)


def check_path(path: str, stdin_name: str = STDIN, packs: Packs = ()) -> BriefReport | Unreadable:
    """Check one file, or standard input."""
    try:
        return check_document(open_document(path, stdin_name), packs)
    except BriefError as error:
        return Unreadable(path=path, error=str(error))


def open_document(path: str, stdin_name: str = STDIN) -> Document:
    """Read a file, or standard input as if it were a file of the name given. Raises `BriefError`."""
    if path != STDIN:
        return read(path)
    return replace(read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), stdin_name), path=STDIN)


def check_document(document: Document, packs: Packs = ()) -> BriefReport:
    """What brieflint says of a document that has been read. Raises `PatternError`."""
    reading = read_document(document, packs)
    return report_on(document, reading, judge(reading), packs)


@lru_cache(maxsize=4)
def _linter(packs: Packs) -> Linter:
    patterns = load_knowledge(packs)
    return Linter(patterns, SlotFinder(patterns))


def report_on(document: Document, reading: Reading, verdict: Verdict, packs: Packs = ()) -> BriefReport:
    """The report on a document, from what was read in it, with the same packs, and what was decided on it."""
    light = {sentence.section: None for sentence in reading.sentences if sentence.weight < LIGHT}
    return BriefReport(
        path=document.path,
        named=tuple(
            Name(
                model=mention.model,
                spot=make_spot(document, mention.start, mention.end, reading.sentences[mention.sentence].place),
            )
            for mention in verdict.named
        ),
        described=verdict.described,
        grid={row: _show_cell(cell, document, reading) if cell else None for row, cell in verdict.grid.items()},
        findings=_linter(packs).lint(document, reading, verdict),
        questions=find_questions(verdict, load_knowledge(packs).guide),
        lots=tuple(
            LotReport(
                title=lot.title,
                named=tuple(dict.fromkeys(mention.model for mention in lot.named)),
                described=lot.described.model,
                confidence=lot.described.confidence,
            )
            for lot in verdict.lots
        ),
        coverage=Coverage(words=reading.words, sentences=len(reading.sentences), light_sections=tuple(light)),
    )


def _show_cell(cell: Cell, document: Document, reading: Reading) -> GridCell:
    against = make_quote(document, reading, cell.against) if cell.against else None
    return GridCell(model=cell.model, spot=make_quote(document, reading, cell.evidence).spot, against=against)
