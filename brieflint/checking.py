"""The way through: from a document, or from paths, to a report."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from brieflint.documents import MAX_BYTES, Document, read, read_bytes
from brieflint.errors import BriefError
from brieflint.judgement.definitions import find_definitions
from brieflint.judgement.grid import ENOUGH
from brieflint.judgement.judge import judge
from brieflint.judgement.questions import find_questions
from brieflint.judgement.slots import SlotFinder
from brieflint.judgement.verdict import Cell, Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading
from brieflint.linting.evidence import make_quote, make_spot, sentence_spot
from brieflint.linting.finding import Explained, GridCell, LotReport, Name, Quote
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.linting.rules import Linter
from brieflint.scanning.discovery import STDIN, discover
from brieflint.writing.title import correct_title

LIGHT = 0.5
"""Sections that weigh less are named in the report."""
AGAINST = 0.4
"""Sentences that speak against the described model are shown from this strength on."""


def check_paths(paths: Sequence[str], stdin_name: str = STDIN) -> Report:
    """Check files, all supported files of folders and packages, and standard input (`-`), in the order given."""
    found = discover(paths)
    return Report(briefs=tuple(check_path(path, stdin_name) for path in found.paths), skipped=found.skipped)


def check_path(path: str, stdin_name: str = STDIN) -> BriefReport | Unreadable:
    """Check one file, or standard input."""
    try:
        return check_document(open_document(path, stdin_name))
    except BriefError as error:
        return Unreadable(path=path, error=str(error))


def open_document(path: str, stdin_name: str = STDIN) -> Document:
    """Read a file, or standard input as if it were a file of the name given. Raises `BriefError`."""
    if path != STDIN:
        return read(path)
    return replace(read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), stdin_name), path=STDIN)


def check_document(document: Document) -> BriefReport:
    """What brieflint says of a document that has been read."""
    reading = read_document(document)
    return report_on(document, reading, judge(reading))


@cache
def _linter() -> Linter:
    patterns = load_knowledge()
    return Linter(patterns, SlotFinder(patterns))


def report_on(document: Document, reading: Reading, verdict: Verdict) -> BriefReport:
    """The report on a document, from what was read in it and what was decided on it."""
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
        findings=_linter().lint(document, reading, verdict),
        questions=find_questions(verdict, load_knowledge().guide),
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
        document=document,
        evidence=tuple(_show_evidence(document, reading, verdict)),
        explained=tuple(
            Explained(model=entry.model, spot=sentence_spot(document, reading, entry.sentence), says=entry.says)
            for entry in find_definitions(reading)
        ),
        title=correct_title(document, reading, verdict, load_knowledge()),
    )


def _show_evidence(document: Document, reading: Reading, verdict: Verdict) -> Iterator[Quote]:
    """Show the sentences that weighed, in reading order; those against the described model when they weighed much."""
    described = verdict.described.model
    found = {
        item.sentence: item
        for item in verdict.evidence
        if item.strength >= (ENOUGH if described in (item.model, "none", "mixed") else AGAINST)
    }
    yield from (make_quote(document, reading, found[number]) for number in sorted(found))


def _show_cell(cell: Cell, document: Document, reading: Reading) -> GridCell:
    against = make_quote(document, reading, cell.against) if cell.against else None
    return GridCell(model=cell.model, spot=make_quote(document, reading, cell.evidence).spot, against=against)
