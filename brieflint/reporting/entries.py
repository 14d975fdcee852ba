"""A report as a list: one entry for each finding and for each file that could not be checked, for formats made of lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from brieflint.documents.formats import is_plain
from brieflint.documents.places import say_place
from brieflint.linting.finding import Edit, Finding, FindingSeverity, Spot
from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.words import clip
from brieflint.scanning.discovery import STDIN
from brieflint.signs import printable

UNCHECKED = "not-checked"
"""Stands for a rule where a file could not be checked."""
LONGEST = 2000
"""Characters of a message; services cut or refuse far longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to tell. Its words are on one line each and hold no signs that could act on a screen.

    `path` has forward slashes and is relative where it can be; `spot` is None for what concerns the whole file, and
    `in_lines` says whether its lines and columns are those of the file. `finding` is None when the file was not checked.
    `fingerprint` is that of the finding in this file.
    """

    path: str
    severity: FindingSeverity
    rule: str
    title: str
    message: str
    advice: str
    spot: Spot | None
    in_lines: bool
    finding: Finding | None
    fingerprint: str

    @property
    def place(self) -> str:
        """Where a person finds it, "" when it concerns the whole file."""
        return printable(say_place(self.spot.place, self.spot.line)) if self.spot else ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What to write instead, and where."""
        return self.finding.fix.edits if self.finding and self.finding.fix else ()


def list_entries(report: Report, root: str = "") -> Iterator[Entry]:
    """The entries of a report, in its order; paths below the folder `root` are told from there."""
    for brief in report.briefs:
        path = show_path(brief.path, root)
        if isinstance(brief, Unreadable):
            message = clip(brief.error, LONGEST)
            mark = _fingerprint(path, UNCHECKED)
            yield Entry(
                path=path, severity="error", rule=UNCHECKED, title="Not checked", message=message, advice="", spot=None,
                in_lines=False, finding=None, fingerprint=mark,
            )  # fmt: skip
            continue
        for finding in brief.findings:
            yield Entry(
                path=path,
                severity=finding.severity,
                rule=finding.rule,
                title=printable(finding.title),
                message=clip(finding.message, LONGEST),
                advice=advise(finding),
                spot=finding.spot,
                in_lines=has_lines(brief.path),
                finding=finding,
                fingerprint=_fingerprint(path, finding.fingerprint),
            )


def has_lines(path: str) -> bool:
    """Whether line and column of a spot are those of the file: of text and Markdown, and of standard input."""
    return path == STDIN or is_plain(path)


def advise(finding: Finding) -> str:
    """What to do about a finding, in a line; "" when there is nothing to advise."""
    fix = finding.fix
    if fix is None:
        return ""
    instead = f'Write "{fix.replacement}". ' if fix.replacement else ""
    return clip(instead + fix.text, LONGEST)


def show_path(path: str, root: str = "") -> str:
    """A path with forward slashes, from the folder `root` when it is below it, without signs that act on a screen."""
    return printable(relate(path, root))


def relate(path: str, root: str = "") -> str:
    """A path with forward slashes, from the folder `root` when it is below it."""
    pure = PurePath(path)
    return (pure.relative_to(root) if root and pure.is_relative_to(root) else pure).as_posix()


def _fingerprint(path: str, mark: str) -> str:
    return sha256(f"{path}\0{mark}".encode("utf-8", "replace")).hexdigest()[:32]
