"""A finding: what a rule says about a brief, where, on which sentences it rests, and what would mend it."""

from dataclasses import dataclass
from typing import Literal, get_args

from brieflint.documents.document import Place
from brieflint.judgement.verdict import DescribedModel
from brieflint.knowledge.guide import Model
from brieflint.knowledge.legal import Citation
from brieflint.knowledge.patterns import NamedModel, Severity

FindingKind = Literal["mislabelling", "contradiction", "naming", "completeness", "housekeeping", "legal"]
KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
FindingSeverity = Severity | Literal["info"]
"""How much a finding weighs. Information asks for nothing: no run fails on it, and no configuration makes it louder."""
SEVERITIES: tuple[FindingSeverity, ...] = ("info", "advice", "warning", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of the document: `text` is `document.text[start:end]`; lines and columns count from 1, ends are exclusive."""

    start: int
    end: int
    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    place: Place
    byte_column: int | None = None
    """`column` and `end_column` counted in UTF-8 bytes, as some formats count; None when they are not known."""
    end_byte_column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of the document and what to write there instead."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of the brief shown as evidence: for which model it speaks, and in which accountability dimension."""

    spot: Spot
    dimension: str
    model: Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What to do. `replacement` is the term to write instead of the label, when one is certain.

    `edits` write it in every place of a text or Markdown file where the label stands for this work and the sentence allows
    it; `left` are the places where it does not. They are `safe` when the brief itself says who directs and who owns the
    outcome, and no row of the grid disagrees.
    """

    text: str
    replacement: str | None
    guide: str
    guide_lines: tuple[int, ...]
    edits: tuple[Edit, ...] = ()
    left: tuple[Spot, ...] = ()
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A place in another file of the same buy."""

    path: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `spot` is None when it concerns the whole brief; `happens` is what comes of sending the brief like this.

    `elsewhere` are the places in other files that it contradicts; `citation` is there for legal notes alone.
    By its `fingerprint` it is known again in a later version of the brief; findings that only pass through have none.
    """

    rule: str
    kind: FindingKind
    severity: FindingSeverity
    title: str
    message: str
    happens: str
    spot: Spot | None
    should_say: Model | None
    evidence: tuple[Quote, ...]
    fix: Fix | None
    fingerprint: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    citation: Citation | None = None


def heaviness(finding: Finding) -> tuple[int, int, int, str]:
    """The order of findings, heaviest first: by severity, then kind, then place."""
    place = finding.spot.start if finding.spot else -1
    return -SEVERITIES.index(finding.severity), KINDS.index(finding.kind), place, finding.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A filled row of the accountability grid, and the sentence that disagrees with it, if any."""

    model: Model
    spot: Spot
    against: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An applied occurrence of a term."""

    model: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReport:
    """What one lot names and describes."""

    title: str
    named: tuple[str, ...]
    described: DescribedModel
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A sentence in which the text itself says what a name means, and the model that the sentence speaks for, if clearly."""

    model: NamedModel
    spot: Spot
    says: Model | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title of a brief as it stands, and as it would stand with the right name."""

    own: str
    corrected: str
