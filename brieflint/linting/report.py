"""What brieflint says of one brief and of several: the results that every format writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Described
from brieflint.knowledge.buys import BuyRule
from brieflint.knowledge.guide import Row
from brieflint.knowledge.legal import LegalNote
from brieflint.knowledge.patterns import Rule, Severity
from brieflint.linting.baseline import Entry
from brieflint.linting.finding import SEVERITIES, Explained, Finding, FindingSeverity, GridCell, LotReport, Name, Quote, Title
from brieflint.linting.suppression import Suppressed, Suppression


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read: words, sentences, and the sections whose sentences were given little weight or none."""

    words: int
    sentences: int
    light_sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefReport:
    """What brieflint says of one brief; `findings` heaviest first.

    `document` is what was read; `evidence` all sentences that weighed, in reading order; `explained` the names of models
    that the text itself explains; `title` the corrected title, when there is one to correct. Only some formats show these.
    `suppressed` findings were kept out of the report; `suppressions` are all remarks in the brief, with what came of each;
    `stale` are the known findings of its baseline that are found no more. A finding at or above `fail_on` is a failure.
    """

    path: str
    named: tuple[Name, ...]
    described: Described
    grid: Mapping[Row, GridCell | None]
    findings: tuple[Finding, ...]
    questions: tuple[str, ...]
    lots: tuple[LotReport, ...]
    coverage: Coverage
    document: Document | None = field(default=None, repr=False)
    evidence: tuple[Quote, ...] = ()
    explained: tuple[Explained, ...] = ()
    title: Title | None = None
    suppressed: tuple[Suppressed, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    stale: tuple[Entry, ...] = ()
    fail_on: Severity = "error"

    @property
    def fails(self) -> bool:
        """Whether a finding weighs at least as much as what is to fail."""
        return any(SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.fail_on) for finding in self.findings)

    @property
    def known(self) -> int:
        """The number of findings that a baseline knows."""
        return sum(entry.suppression is None for entry in self.suppressed)

    @property
    def mislabelled(self) -> bool:
        """Whether it has a mislabelling that is more than advice."""
        return any(finding.kind == "mislabelling" and finding.severity != "advice" for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that could not be checked, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What brieflint says of everything it was given, in that order.

    `skipped` files were met in folders and left alone, or are excluded by the configuration; `rules`
    are all that may speak, for formats that describe them; `gone` are the known findings of
    files that are no longer there.
    """

    briefs: tuple[BriefReport | Unreadable, ...]
    skipped: int = 0
    rules: tuple[Rule | BuyRule | LegalNote, ...] = ()
    gone: tuple[Entry, ...] = ()

    @property
    def checked(self) -> tuple[BriefReport, ...]:
        """The briefs that could be read."""
        return tuple(brief for brief in self.briefs if isinstance(brief, BriefReport))

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The files that could not."""
        return tuple(brief for brief in self.briefs if isinstance(brief, Unreadable))

    def count(self, severity: FindingSeverity) -> int:
        """The number of findings of a severity."""
        return sum(finding.severity == severity for brief in self.checked for finding in brief.findings)

    @property
    def mislabelled(self) -> int:
        """The number of briefs with a mislabelling that is more than advice."""
        return sum(brief.mislabelled for brief in self.checked)

    @property
    def stale(self) -> tuple[Entry, ...]:
        """All known findings that are found no more."""
        return (*(entry for brief in self.checked for entry in brief.stale), *self.gone)

    def exit_code(self) -> int:
        """0 clean, 1 a finding at or above what its brief fails on, 2 something could not be checked."""
        if self.unreadable:
            return 2
        return int(any(brief.fails for brief in self.checked))
