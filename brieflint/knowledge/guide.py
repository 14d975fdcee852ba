"""The guide as data: what `patterns/guide.yaml` holds, as frozen types.

The guide is "IT Outsourcing vs Software Outsourcing vs Staff Augmentation" (Acquaint Softtech). It is paraphrased;
every entry says which section and lines it rests on and how far the guide itself goes.
"""

from dataclasses import dataclass
from typing import Literal

from brieflint.knowledge import vocabulary

Model = vocabulary.Model
MODELS = vocabulary.MODELS

Row = Literal["defines_work", "manages_people", "owns_outcome", "handles_change", "holds_quality_risk"]
ROWS: tuple[Row, ...] = ("defines_work", "manages_people", "owns_outcome", "handles_change", "holds_quality_risk")

Addressee = Literal["hiring_manager", "procurement", "legal"]
"""Who can answer an open question."""

Origin = Literal["guide", "restored", "inferred", "ours"]
"""guide: said there; restored: a lost cell rebuilt from other lines; inferred: follows from it; ours: the guide is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing the guide says, in our words. `lines` are 1-based lines of the guide's text; empty when it is silent."""

    text: str
    origin: Origin
    section: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the guide comes from, and the interest its author declares (guide 54)."""

    title: str
    publisher: str
    interest: str
    interest_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One engagement model: what it is, when it fits, what a vendor sends back when it is named."""

    name: str
    short: str
    definition: Statement
    examples: tuple[Statement, ...]
    used_by: tuple[Statement, ...]
    not_right_when: tuple[Statement, ...]
    proposal: tuple[str, ...]
    """What a vendor who reads this name will put into the proposal, one item each (ours, built on the guide)."""
    direction: str
    """Half a sentence: who directs and who owns the outcome, to follow "the text describes work where …"."""
    legal: str
    """A question that legal counsel should answer before a brief of this model goes out (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row of the accountability table (guide 30 to 35), a cell for each model."""

    id: Row
    question: str
    short: str
    to: Addressee
    cells: dict[Model, Statement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung of the control ladder (guide 87), most control first."""

    model: Model
    control: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectOrDelegate:
    """The shortest question (guide 78)."""

    to: Addressee
    question: Statement
    direct: tuple[Model, ...]
    delegate: tuple[Model, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One of the five questions (guide 41 to 51), as votes: the models that a yes and a no speak for."""

    id: str
    question: str
    to: Addressee
    yes: tuple[Model, ...]
    no: tuple[Model, ...]
    partly: tuple[Model, ...] = ()
    note: str = ""
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two answers (or a question and the rest of the guide) that do not go together; shown, never settled silently.

    `asks`: with these answers no model is named, and this question is put instead.
    """

    id: str
    between: tuple[str, ...]
    text: str
    lines: tuple[int, ...]
    asks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way to mend a mislabelling: name `model` when the sentence `when` is true of the work."""

    model: Model
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mislabelling:
    """One of the three mislabellings that the guide describes (guide 57 to 65)."""

    id: str
    title: str
    happens: Statement
    fix: Statement
    branches: tuple[Branch, ...]
    decides: str
    """The question whose answer decides between the branches."""
    to: Addressee
    terms: tuple[str, ...] = ()
    described: tuple[Model, ...] = ()
    """Ids of terms that get this fix rather than their pair's, when one of these models is described."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What happens when `named` is written and `described` is meant, and the fix. Twelve, three of them the guide's."""

    named: Model
    described: Model
    happens: Statement
    fix: Statement
    mislabelling: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the guide's author gives; shown by `explain` only, with its attribution."""

    text: str
    models: tuple[Model, ...]
    section: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The whole guide."""

    source: Source
    addressees: dict[Addressee, str]
    models: dict[Model, ModelEntry]
    grid: tuple[GridRow, ...]
    control_ladder: tuple[Rung, ...]
    direct_or_delegate: DirectOrDelegate
    causal_chain: Statement
    staff_augmentation_or_dedicated_team: tuple[Statement, ...]
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...]
    mislabellings: tuple[Mislabelling, ...]
    pairs: tuple[Pair, ...]
    figures: tuple[Figure, ...]

    def pair(self, named: Model, described: Model) -> Pair:
        """The entry for work of model `described` under the name `named`."""
        return next(pair for pair in self.pairs if (pair.named, pair.described) == (named, described))

    def row(self, row: Row) -> GridRow:
        """One row of the accountability grid."""
        return next(entry for entry in self.grid if entry.id == row)
