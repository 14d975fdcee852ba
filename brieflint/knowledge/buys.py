"""The files of one buy, as data: the type of `patterns/buy.yaml`."""

from dataclasses import dataclass, field
from typing import Literal

from brieflint.knowledge.guide import Model, Row

Axis = Literal["price", "score", "contract"]
"""What claims of one kind are about: what is paid for, what is scored, what the contract is made for."""
Side = Literal["client", "vendor"]
Check = Literal["claims", "names", "models", "answers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRole:
    """A part that a file plays in a buy.

    Frames: `files` are sought in the name of the file, `opens` in its first lines, `holds` anywhere; `unless` in the name or
    the first lines speak against it. A file that `leads` says what is bought; one that is `aside` is no part of the buy.
    """

    id: str
    name: str
    leads: bool = False
    aside: bool = False
    files: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a file says of the buy, and the models that it fits, the one that it is most at home in first.

    `says` is told to people after the name of the file ("asks for …"), `pays` says in a comparison what is paid for.
    Frames are tried on sentences, on cells and on the rows of tables; none of
    `unless` may stand there, in the heading above or in the head of the column.
    """

    id: str
    axis: Axis
    says: str
    pays: str = ""
    fits: tuple[Model, ...]
    frames: tuple[str, ...]
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWords:
    """The models that give a row to one side, frames that say so with the actor, and sentences on which these are tried.

    Those `offered` are in the voice of a proposal, where "we" is the vendor and "you" the client.
    """

    models: tuple[Model, ...] = ()
    frames: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    offered_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """A row of the accountability table for a sentence on what changed: what it decides, and who does so in each model.

    A sentence with one of `unless` says nothing by its frames; neither does one on which those of both sides match.
    """

    decides: str
    client: SideWords = SideWords()
    vendor: SideWords = SideWords()
    unless: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()

    def side(self, model: str) -> Side | None:
        """Which side a model gives the row to; None when it is shared."""
        if model in self.client.models:
            return "client"
        return "vendor" if model in self.vendor.models else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyExamples:
    """Little packages, file name → text, on which a rule must speak (bad) or on which no rule may speak (good)."""

    bad: tuple[dict[str, str], ...]
    good: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyRule:
    """A rule on the files of one buy.

    `check` is how it is found out: `claims` on an `axis` in files of `roles` that fit neither what the leading file says of the
    same nor the model that it describes; `names` of different models; `models` described differently; `answers` to bidders
    that turn who directs or who owns the outcome. `least`: so many different claims are needed. Where the leading file
    describes one of `asking`, and says nothing of the same, it is only a question, reported as advice.

    Texts may use {file} and {other} (the parts that the files play), {says}, {here} and {there} (the words quoted),
    {described} (what the other says), {decides} (a row of the table) and {turn} (from which side to which).
    """

    id: str
    title: str
    severity: Literal["error", "warning", "advice"]
    check: Check
    axis: Axis | None = None
    roles: tuple[str, ...] = ()
    least: int = 1
    asking: tuple[Model, ...] = ()
    message: str
    fix: str
    kind: Literal["contradiction"] = "contradiction"
    examples: BuyExamples


@dataclass(frozen=True, slots=True, kw_only=True)
class Buy:
    """Everything in `buy.yaml`."""

    roles: tuple[FileRole, ...] = ()
    claims: tuple[Claim, ...] = ()
    rows: dict[Row, RowWords] = field(default_factory=dict)
    rules: tuple[BuyRule, ...] = ()
