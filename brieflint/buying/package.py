"""The files of a package read as one buy: what each is, and the contradictions between them among the findings."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from brieflint.buying.contradictions import find_contradictions
from brieflint.buying.files import BuyFile, assign_roles
from brieflint.checking import lint, report_on
from brieflint.configuration.finding import Configuration
from brieflint.configuration.settings import Options
from brieflint.documents import read
from brieflint.documents.document import Document
from brieflint.errors import BriefError
from brieflint.grounds import GroundsFinder
from brieflint.judged import judge_document
from brieflint.knowledge.buys import FileRole
from brieflint.linting.finding import Finding, heaviness
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.scanning.discovery import Found, discover

KINDS = ("mislabelling", "contradiction", "legal")
"""What is found in one file of several that say what is bought; what one leaves open another may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """A file of the package: its name within the package, the part that it plays, the report on it, and its claims."""

    name: str
    role: FileRole
    report: BriefReport
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that has been read; `report` is on all files, also on those that could not be read."""

    path: str
    files: tuple[PackageFile, ...]
    report: Report

    @property
    def contradictions(self) -> tuple[tuple[PackageFile, Finding], ...]:
        """What is contradictory between files, each with the file in which it is reported."""
        found = [(file, finding) for file in self.files for finding in file.report.findings if finding.elsewhere]
        return tuple(sorted(found, key=lambda entry: heaviness(entry[1])[0]))

    def name(self, path: str) -> str:
        """The name within the package of the file with this path."""
        return next((file.name for file in self.files if file.report.path == path), path)


def check_package(path: str, options: Options | None = None, today: date | None = None) -> Package:
    """Check a folder or `.zip` as one buy. Raises `BriefError` when it is neither, `ConfigError` and `PatternError`."""
    if path == "-" or not (Path(path).is_dir() or Path(path).suffix.lower() == ".zip"):
        raise BriefError(path, "a package is a folder or a .zip with the files of one buy", "Name it, or leave out --package")
    grounds = GroundsFinder(options, today)
    found = discover([path], grounds.configuration, sheets=True)
    documents, unreadable = _read(found, grounds.configuration)
    if not documents:
        if unreadable:
            raise BriefError(path, f"none of its files can be read; the first: {unreadable[0].error}")
        raise BriefError(path, "this package holds no file that can be read", "Check the name and the folder")
    judged = [judge_document(document, grounds.find(document.path)) for document in documents]
    patterns = judged[0].grounds.patterns
    files = assign_roles([_name(path, brief.document.path) for brief in judged], judged, patterns)
    clashes = find_contradictions(files, patterns)
    leading = sum(file.role.leads for file in files)
    reported = [
        PackageFile(
            name=file.name,
            role=file.role,
            says=tuple(entry.claim.says for entry in file.stated),
            report=report_on(
                file.judged.document,
                file.judged.reading,
                file.judged.verdict,
                file.judged.grounds,
                [*_own(file, leading), *(clash.finding for clash in clashes if clash.file is file)],
            ),
        )
        for file in files
    ]
    briefs: dict[str, BriefReport | Unreadable] = {entry.path: entry for entry in unreadable}
    briefs |= {file.report.path: file.report for file in reported}
    return Package(
        path=path,
        files=tuple(reported),
        report=Report(
            briefs=tuple(briefs[name] for name in found.paths),
            skipped=found.skipped,
            rules=(*grounds.rules, *patterns.buy.rules),
        ),
    )


def _own(file: BuyFile, leading: int) -> list[Finding]:
    """What is found in the file by itself, if it says what is bought."""
    if not file.role.leads:
        return []
    judged = file.judged
    found = lint(judged.document, judged.reading, judged.verdict, judged.grounds)
    return [finding for finding in found if leading == 1 or finding.kind in KINDS]


def _read(found: Found, configuration: Configuration) -> tuple[list[Document], list[Unreadable]]:
    documents, unreadable = [], []
    for path in found.paths:
        try:
            documents.append(read(path, configuration.limit(path)))
        except BriefError as error:
            unreadable.append(Unreadable(path=path, error=str(error)))
    return documents, unreadable


def _name(package: str, path: str) -> str:
    """The path of a file within its package."""
    return PurePath(path).relative_to(package).as_posix() if PurePath(path).is_relative_to(package) else path
