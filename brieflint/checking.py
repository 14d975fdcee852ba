"""The way through: from a document, or from paths, to a report."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from brieflint.configuration.settings import Options
from brieflint.documents import Document, Limits, read, read_bytes
from brieflint.documents.limits import DEFAULT
from brieflint.errors import BriefError
from brieflint.grounds import Grounds, GroundsFinder
from brieflint.judgement.definitions import find_definitions
from brieflint.judgement.grid import ENOUGH
from brieflint.judgement.judge import judge
from brieflint.judgement.questions import find_questions
from brieflint.judgement.slots import SlotFinder
from brieflint.judgement.verdict import Cell, Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import Packs
from brieflint.language.reading import Reading
from brieflint.linting.baseline import find_gone, load_baseline
from brieflint.linting.evidence import make_quote, make_spot, sentence_spot
from brieflint.linting.finding import Explained, Finding, GridCell, LotReport, Name, Quote, heaviness
from brieflint.linting.housewords import flag_house_words
from brieflint.linting.law import note_law
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.linting.rules import Linter
from brieflint.linting.settling import settle
from brieflint.scanning.discovery import STDIN, discover
from brieflint.writing.title import correct_title

LIGHT = 0.5
"""Sections that weigh less are named in the report."""
AGAINST = 0.4
"""Sentences that speak against the described model are shown from this strength on."""


class Checker(Protocol):
    """Checks files, and standard input (`-`), with the settings that hold for each; the results in the order given."""

    def __call__(self, paths: Sequence[str], stdin_name: str, finder: GroundsFinder) -> Iterable[BriefReport | Unreadable]:
        """Check these paths. Raises `ConfigError` and `PatternError`."""


def check_each(paths: Sequence[str], stdin_name: str, finder: GroundsFinder) -> Iterator[BriefReport | Unreadable]:
    """Check one after the other in this process, and remember nothing."""
    return (check_path(path, stdin_name, finder) for path in paths)


def check_paths(
    paths: Sequence[str],
    stdin_name: str = STDIN,
    options: Options | None = None,
    today: date | None = None,
    check: Checker = check_each,
) -> Report:
    """Check files, all supported files of folders and packages, and standard input (`-`), in the order given.

    `check` is how that is done: one by one, or by a `brieflint.scanning.engine.Engine` with a memory and several processes.
    Raises `ConfigError` when the configuration of any of them, or a baseline, is wrong, and `PatternError`.
    """
    finder = GroundsFinder(options, today)
    found = discover(paths, finder.configuration)
    briefs = tuple(check(found.paths, stdin_name, finder))
    baselines = {finder.configuration.find(stdin_name if path == STDIN else path).baseline for path in found.paths}
    gone = tuple(entry for path in sorted(filter(None, baselines)) for entry in find_gone(load_baseline(path)))
    return Report(briefs=briefs, skipped=found.skipped, rules=finder.rules, gone=gone)


def check_path(path: str, stdin_name: str = STDIN, finder: GroundsFinder | None = None) -> BriefReport | Unreadable:
    """Check one file, or standard input, with the settings that hold for it. Raises `ConfigError` and `PatternError`."""
    grounds = (finder or GroundsFinder()).find(stdin_name if path == STDIN else path)
    try:
        return check_document(open_document(path, stdin_name, grounds.settings.limits), grounds)
    except BriefError as error:
        return Unreadable(path=path, error=str(error))


def open_document(path: str, stdin_name: str = STDIN, limits: Limits = DEFAULT) -> Document:
    """Read a file, or standard input as if it were a file of the name given. Raises `BriefError`."""
    if path != STDIN:
        return read(path, limits)
    return replace(read_bytes(sys.stdin.buffer.read(limits.file_bytes + 1), stdin_name, limits), path=STDIN)


def check_document(document: Document, grounds: Grounds | None = None) -> BriefReport:
    """What brieflint says of a document that has been read. Raises `PatternError`."""
    # Here and not above: spaCy is not needed to say what is wrong with a configuration or a file.
    from brieflint.language.pipeline import read_document

    grounds = grounds or Grounds()
    reading = read_document(document, grounds.packs, grounds.settings.terms)
    return report_on(document, reading, judge(reading), grounds)


@lru_cache(maxsize=4)
def _linter(packs: Packs) -> Linter:
    patterns = load_knowledge(packs)
    return Linter(patterns, SlotFinder(patterns))


def lint(document: Document, reading: Reading, verdict: Verdict, grounds: Grounds) -> tuple[Finding, ...]:
    """Everything that the rules find in a document, before remarks and settings take effect."""
    flagged = flag_house_words(document, reading, verdict, grounds.settings.terms, grounds.patterns.guide)
    found = (*_linter(grounds.packs).lint(document, reading, verdict), *flagged)
    return (*found, *note_law(document, reading, verdict, grounds.notes)) if grounds.settings.legal else found


def report_on(
    document: Document, reading: Reading, verdict: Verdict, grounds: Grounds, findings: Sequence[Finding] | None = None
) -> BriefReport:
    """The report on a document, from what was read in it and what was decided on it, with the same grounds.

    `findings` are reported instead of what `lint` finds, such as those on a whole package.
    """
    guide = grounds.patterns.guide
    found = lint(document, reading, verdict, grounds) if findings is None else findings
    light = {sentence.section: None for sentence in reading.sentences if sentence.weight < LIGHT}
    report = BriefReport(
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
        findings=tuple(sorted(found, key=heaviness)),
        questions=find_questions(verdict, guide),
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
        title=correct_title(document, reading, verdict, grounds.patterns),
    )
    return settle(
        report, document, reading, settings=grounds.settings, rules=grounds.rules, known=grounds.known, today=grounds.today
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
