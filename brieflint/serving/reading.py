"""From an upload to the page of its report: what a reader does, away from the server."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from brieflint.checking import report_on
from brieflint.choosing.ballot import Ballot, read_ballot
from brieflint.clock import read_today
from brieflint.configuration.settings import Options
from brieflint.documents import read_bytes
from brieflint.documents.container import Package
from brieflint.documents.files import PACKAGE
from brieflint.documents.limits import Limits
from brieflint.documents.office.archive import Budget
from brieflint.errors import BriefError, PatternError
from brieflint.grounds import Grounds, GroundsFinder
from brieflint.judged import JudgedBrief, judge_document
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.as_html import write_html
from brieflint.reporting.view import View
from brieflint.serving.downloads import Download, make_downloads, make_link
from brieflint.serving.limits import MOST_BRIEFS, MOST_CHARACTERS, MOST_UNPACKED
from brieflint.serving.pages import Extras, render_result
from brieflint.serving.uploads import File, Upload

SAMPLE = "brief.txt"
OF_NO_USE = ("out_of_scope", "unsupported_language")


@dataclass(frozen=True, slots=True)
class Progress:
    """A line that says what is being read."""

    number: int
    of: int
    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """The part of the page that holds the report, as HTML."""

    html: str


def find_grounds(options: Options) -> Grounds:
    """The grounds for every brief: the configuration of the folder that the server was started in.

    The names of uploads have no say in it. Raises `ConfigError` and `PatternError`.
    """
    return GroundsFinder(options).find(SAMPLE)


def read_upload(upload: Upload, grounds: Grounds) -> Iterator[Progress | Result]:
    """Read all briefs of an upload, telling before each; the last is the result."""
    grounds = replace(grounds, today=read_today())
    sent = unpack(upload.files, grounds.settings.limits)
    briefs: list[BriefReport | Unreadable] = list(sent.unreadable)
    extras: list[Extras] = []
    for number, file in enumerate(sent.files, 1):
        yield Progress(number, len(sent.files), file.name)
        try:
            brief, more = _read(file, grounds)
        except (BriefError, PatternError, MemoryError, RecursionError) as error:
            briefs.append(Unreadable(path=file.name, error=_say(error, file.name)))
        else:
            briefs.append(brief)
            extras.append(more)
    report = Report(briefs=tuple(briefs), skipped=sent.skipped, rules=grounds.patterns.rules)
    view = View(guide=grounds.patterns.guide, perspectives=grounds.patterns.perspectives, reader=upload.reader)
    href = make_link(write_html(report, view), "text/html")
    whole = Download(label="This report as one file, HTML", name="report.html", href=href)
    yield Result(render_result(report, view, whole, extras))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """The briefs of an upload, those in packages under their paths there; `skipped` files in packages are no briefs."""

    files: tuple[File, ...]
    unreadable: tuple[Unreadable, ...] = ()
    skipped: int = 0


def unpack(files: Sequence[File], limits: Limits) -> Unpacked:
    """Look into the packages among the files, in memory; of more than `MOST_BRIEFS` briefs those beyond are told apart."""
    briefs: list[File] = []
    unreadable: list[Unreadable] = []
    skipped = 0
    for file in files:
        if PurePosixPath(file.name).suffix.lower() != PACKAGE:
            briefs.append(file)
            continue
        try:
            package = Package(file.data, file.name, Budget(MOST_UNPACKED), limits)
            entries = package.list_entries()
            room = max(0, MOST_BRIEFS - len(briefs))
            briefs += [File(f"{file.name}/{entry}", package.load(entry)) for entry in entries.briefs[:room]]
        except BriefError as error:
            unreadable.append(Unreadable(path=file.name, error=_say(error, file.name)))
            continue
        skipped += entries.skipped
        if not entries.briefs:
            unreadable.append(Unreadable(path=file.name, error="This package holds no brief that can be read."))
        elif len(entries.briefs) > room:
            told = f"This package holds {len(entries.briefs)} briefs, and a page takes {MOST_BRIEFS}. Send the rest by itself."
            unreadable.append(Unreadable(path=file.name, error=told))
    return Unpacked(files=tuple(briefs), unreadable=tuple(unreadable), skipped=skipped)


def _read(file: File, grounds: Grounds) -> tuple[BriefReport, Extras]:
    document = read_bytes(file.data, file.name, grounds.settings.limits)
    if len(document.text) > MOST_CHARACTERS:
        raise BriefError(file.name, "this text is far longer than any brief", "Please send the brief without its annexes")
    judged = judge_document(document, grounds)
    report = report_on(document, judged.reading, judged.verdict, grounds)
    if report.described.reason in OF_NO_USE:
        return report, Extras()
    return report, Extras(downloads=tuple(make_downloads(judged, file.data)), ballot=_open_ballot(judged))


def _open_ballot(judged: JudgedBrief) -> Ballot | None:
    """The five questions with the brief's answers; none for lots, of which one has to be chosen first."""
    ballot = read_ballot(judged, judged.grounds.patterns.guide)
    return None if ballot.lots else ballot


def _say(error: Exception, name: str) -> str:
    told = str(error).removeprefix(f"{name}: ")
    if isinstance(error, (MemoryError, RecursionError)):
        told = "It grows too large when it is opened. Please send the brief itself, or paste its words."
    return told[:1].upper() + told[1:]
