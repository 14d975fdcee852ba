"""The way through: from a document, or from paths, to a report."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from brieflint.clock import read_today
from brieflint.configuration.finding import Configuration
from brieflint.configuration.names import check_names
from brieflint.configuration.settings import Options, Settings
from brieflint.documents import MAX_BYTES, Document, read, read_bytes
from brieflint.errors import BriefError
from brieflint.judgement.definitions import find_definitions
from brieflint.judgement.grid import ENOUGH
from brieflint.judgement.judge import judge
from brieflint.judgement.questions import find_questions
from brieflint.judgement.slots import SlotFinder
from brieflint.judgement.verdict import Cell, Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.house import HouseWord
from brieflint.knowledge.patterns import Patterns
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading
from brieflint.linting.baseline import Entry, find_gone, load_baseline
from brieflint.linting.evidence import make_quote, make_spot, sentence_spot
from brieflint.linting.finding import KINDS, Explained, GridCell, LotReport, Name, Quote, heaviness
from brieflint.linting.housekeeping import NOTICES
from brieflint.linting.housewords import flag_house_words
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.linting.rules import Linter
from brieflint.linting.settling import settle
from brieflint.scanning.discovery import STDIN, discover
from brieflint.writing.title import correct_title

LIGHT = 0.5
"""Sections that weigh less are named in the report."""
AGAINST = 0.4
"""Sentences that speak against the described model are shown from this strength on."""
NO_SETTINGS = Settings()


def check_paths(
    paths: Sequence[str], stdin_name: str = STDIN, options: Options | None = None, today: date | None = None
) -> Report:
    """Check files, all supported files of folders and packages, and standard input (`-`), in the order given.

    Raises `ConfigError` when the configuration of any of them, or a baseline, is wrong.
    """
    configuration = Configuration(options)
    found = discover(paths, configuration.wants)
    day = today or read_today()
    briefs = tuple(check_path(path, stdin_name, configuration, day) for path in found.paths)
    baselines = {configuration.find(stdin_name if path == STDIN else path).baseline for path in found.paths}
    gone = tuple(entry for path in sorted(filter(None, baselines)) for entry in find_gone(load_baseline(path)))
    return Report(briefs=briefs, skipped=found.skipped, gone=gone)


def check_path(
    path: str, stdin_name: str = STDIN, configuration: Configuration | None = None, today: date | None = None
) -> BriefReport | Unreadable:
    """Check one file, or standard input, with the settings that hold for it. Raises `ConfigError`."""
    name = stdin_name if path == STDIN else path
    settings = find_settings(name, configuration or Configuration())
    known = load_baseline(settings.baseline).find(name) if settings.baseline else ()
    try:
        return check_document(open_document(path, stdin_name), settings, known, today)
    except BriefError as error:
        return Unreadable(path=path, error=str(error))


def find_settings(path: str, configuration: Configuration) -> Settings:
    """The settings for a file, with the names of rules in them checked. Raises `ConfigError`."""
    settings = configuration.find(path)
    check_names(settings, known_rules(settings) | set(KINDS))
    return settings


def open_document(path: str, stdin_name: str = STDIN) -> Document:
    """Read a file, or standard input as if it were a file of the name given. Raises `BriefError`."""
    if path != STDIN:
        return read(path)
    return replace(read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), stdin_name), path=STDIN)


def check_document(
    document: Document, settings: Settings = NO_SETTINGS, known: Sequence[Entry] = (), today: date | None = None
) -> BriefReport:
    """What brieflint says of a document that has been read; `known` are findings that are not news."""
    reading = read_document(document, settings.terms)
    report = report_on(document, reading, judge(reading), settings.terms)
    rules = known_rules(settings)
    return settle(report, document, reading, settings=settings, rules=rules, known=known, today=today or read_today())


def knowledge_for(settings: Settings) -> Patterns:
    """The patterns for a file with these settings: the seam at which the folders `settings.patterns` are laid over ours."""
    del settings
    return load_knowledge()


def known_rules(settings: Settings) -> frozenset[str]:
    """The names of all rules that may speak on a file with these settings."""
    return frozenset(rule.id for rule in knowledge_for(settings).rules) | NOTICES.keys()


@cache
def _linter() -> Linter:
    patterns = load_knowledge()
    return Linter(patterns, SlotFinder(patterns))


def report_on(document: Document, reading: Reading, verdict: Verdict, house: Sequence[HouseWord] = ()) -> BriefReport:
    """The report on a document, from what was read in it and what was decided on it, with every finding."""
    guide = load_knowledge().guide
    found = (*_linter().lint(document, reading, verdict), *flag_house_words(document, reading, verdict, house, guide))
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
