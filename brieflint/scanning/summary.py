"""Many briefs in one view: what they name against what they describe, which rules speak most, folder by folder.

It is counted from the records of a scan, so that nothing is read again.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

import msgspec

from brieflint.errors import BriefError
from brieflint.knowledge.vocabulary import MODELS

SCHEMA = "brieflint-summary/1"
RECORDS = "briefs.jsonl"
"""The file of records in the folder of a scan."""
NAMED = (*MODELS, "outsourcing_unspecified", "several", "none")
DESCRIBED = (*MODELS, "mixed", "none")


@dataclass(frozen=True, slots=True)
class _Named:
    model: str


@dataclass(frozen=True, slots=True)
class _Described:
    model: str


@dataclass(frozen=True, slots=True)
class _Finding:
    rule: str
    kind: str
    severity: Literal["error", "warning", "advice", "info"]
    title: str


@dataclass(frozen=True, slots=True)
class _Coverage:
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is counted of a line of `brieflint-report/1`."""

    path: str
    status: Literal["checked", "unreadable"]
    error: str | None
    named: tuple[_Named, ...]
    described: _Described | None
    findings: tuple[_Finding, ...]
    coverage: _Coverage = _Coverage(0)

    @property
    def name(self) -> str:
        """The model that it names: one of `NAMED`. Plain outsourcing beside a model is no second one."""
        models = {entry.model for entry in self.named}
        models = models - {"outsourcing_unspecified"} or models
        return "several" if len(models) > 1 else next(iter(models), "none")

    @property
    def mislabelled(self) -> bool:
        """Whether it has a mislabelling that is more than advice."""
        return any(finding.kind == "mislabelling" and finding.severity != "advice" for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """A rule, how often it spoke, and in how many briefs."""

    rule: str
    title: str
    findings: int
    briefs: int


@dataclass(slots=True, kw_only=True)
class FolderCount:
    """The briefs of a folder, how many of them could not be read and how many are mislabelled."""

    folder: str
    briefs: int = 0
    unreadable: int = 0
    mislabelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mislabelled:
    """A brief with a mislabelling that is more than advice: what it names and what it describes."""

    path: str
    named: str
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All briefs of a scan. `matrix` counts those that could be read, by what they name and what they describe."""

    briefs: int
    words: int
    mislabelled: tuple[Mislabelled, ...]
    severities: Mapping[str, int]
    matrix: Mapping[str, Mapping[str, int]]
    rules: tuple[RuleCount, ...]
    folders: tuple[FolderCount, ...]
    unreadable: tuple[tuple[str, str], ...] = field(repr=False)
    """Paths, and why they could not be read."""


def read_summary(results: Path) -> Summary:
    """The summary of the scan in a folder. Raises `BriefError` when there is none."""
    return summarise(read_records(results))


def read_records(results: Path) -> Iterator[Record]:
    """The records of the scan in a folder. Raises `BriefError`."""
    path = results / RECORDS
    read = msgspec.json.Decoder(Record).decode
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    yield read(line)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                    advice = "Scan again, or take the line out"
                    raise BriefError(str(path), f"line {number} is no record of a brief", advice) from None
    except OSError as error:
        advice = "Name the folder that brieflint scan has written"
        raise BriefError(str(path), f"the records cannot be read ({error.strerror})", advice) from None


def summarise(records: Iterable[Record]) -> Summary:
    """Count records."""
    matrix: Counter[tuple[str, str]] = Counter()
    severities: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    within: Counter[str] = Counter()
    titles: dict[str, str] = {}
    folders: defaultdict[str, FolderCount] = defaultdict(lambda: FolderCount(folder=""))
    unreadable: list[tuple[str, str]] = []
    mislabelled: list[Mislabelled] = []
    briefs = words = 0
    for record in records:
        name = str(PurePath(record.path).parent)
        folder = folders[name]
        folder.folder = name
        folder.briefs += 1
        briefs += 1
        if record.described is None:
            folder.unreadable += 1
            unreadable.append((record.path, record.error or ""))
            continue
        words += record.coverage.words
        if record.mislabelled:
            mislabelled.append(Mislabelled(path=record.path, named=record.name, described=record.described.model))
        folder.mislabelled += record.mislabelled
        matrix[record.name, record.described.model] += 1
        severities.update(finding.severity for finding in record.findings)
        spoken.update(finding.rule for finding in record.findings)
        within.update({finding.rule for finding in record.findings})
        titles.update((finding.rule, finding.title) for finding in record.findings)
    return Summary(
        briefs=briefs,
        words=words,
        mislabelled=tuple(mislabelled),
        severities={severity: severities[severity] for severity in ("error", "warning", "advice")},
        matrix={name: {model: matrix[name, model] for model in DESCRIBED} for name in NAMED},
        rules=tuple(
            RuleCount(rule=rule, title=titles[rule], findings=count, briefs=within[rule])
            for rule, count in sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
        ),
        folders=tuple(folders[name] for name in sorted(folders)),
        unreadable=tuple(unreadable),
    )


def write_summary_json(summary: Summary) -> str:
    """A summary as JSON, the same text for the same records."""
    plain = msgspec.to_builtins(summary)
    plain["unreadable"] = [{"path": path, "error": error} for path, error in summary.unreadable]
    return json.dumps({"schema": SCHEMA, **plain}, ensure_ascii=True, indent=1) + "\n"
