"""Who reads a report and in which words it speaks to them: what `patterns/perspectives.yaml` holds, as frozen types."""

from dataclasses import dataclass, field
from typing import Literal

from brieflint.knowledge.vocabulary import Model, Reader

Situation = Literal[
    "mislabelled",
    "leaning",
    "contradictory",
    "vague",
    "unnamed",
    "agrees",
    "mixed",
    "too_thin",
    "unclear",
    "out_of_scope",
    "unsupported_language",
]
"""What a report comes down to: how the name and the described model stand to each other, or why there is no telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A report in two sentences: what was found, and what it means for the reader."""

    says: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How findings of one kind are told; what is "" is told in the rule's own words."""

    title: str = ""
    message: str = ""
    happens: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective:
    """One kind of reader: the labels, the headline of each situation, and the words of the findings.

    `judges` is whether the text gets a verdict at all; `asks` who is to answer questions ("" leaves that to the guide), and
    `rows_only` whether only those of the accountability table are asked, since the others speak to a buyer.
    A text is taken for one of this reader's when one of its first lines begins with one of `opens`, or its beginning holds
    one of `speaks`; where it also holds one of `denies`, when both or several do. A line with one of `unless` does not count.
    """

    id: Reader
    reader: str
    judges: bool = True
    asks: str = ""
    rows_only: bool = False
    happens: str
    fix: str
    instead: str = ""
    quotes: str
    received: str
    received_because: str = ""
    wanted: str
    wanted_because: str = ""
    headlines: dict[Situation, Headline]
    findings: dict[str, Telling] = field(default_factory=dict)
    opens: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def headline(self, situation: Situation) -> Headline:
        """The headline of a situation; a reader without verdicts has one for all of them."""
        return self.headlines[situation if self.judges else "agrees"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """For a policy: the need that a model answers, what to ask vendors for, and what to see to before."""

    model: Model
    need: str
    asks: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outsourcing:
    """What a brief gets that says no more than "outsourcing": who directs, and what the proposals hold."""

    direction: str = ""
    proposal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspectives:
    """All perspectives, and what those of them share that do not speak to the buyer."""

    directions: dict[Model, str] = field(default_factory=dict)
    outsourcing: Outsourcing = field(default_factory=Outsourcing)
    routes: tuple[Route, ...] = ()
    perspectives: tuple[Perspective, ...] = ()

    def of(self, reader: Reader) -> Perspective:
        """The perspective of a reader."""
        return next(entry for entry in self.perspectives if entry.id == reader)
