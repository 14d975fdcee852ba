"""What brieflint looks for, as data: the types of every other file in `patterns/`.

Frames are the small language in which signals, slots and anti-slots are written, word by word and without regard to case:
`word` itself · `word(s)` singular or plural · `word*` any word that starts so · `(a|b c)` one of these ·
`{group}` any phrase of that group in roles.yaml ·
`[word]` may be left out · `...` up to six words. A frame never reaches over the end of its sentence.
"""

from dataclasses import dataclass, field
from typing import Literal

from brieflint.knowledge import vocabulary
from brieflint.knowledge.buys import Buy
from brieflint.knowledge.factwords import FactWords
from brieflint.knowledge.guide import Addressee, Guide, Model, Row
from brieflint.knowledge.perspectives import Perspectives

NamedModel = Literal[
    "it_outsourcing", "software_outsourcing", "staff_augmentation", "dedicated_team", "outsourcing_unspecified"
]
Strength = Literal["strong", "usual", "ambiguous"]
Kind = Literal["mislabelling", "contradiction", "completeness", "naming"]
Severity = vocabulary.Severity
Origin = Literal["guide", "practice", "ours"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that name a model. `(s)` at the end of a word makes it singular or plural; a hyphen also stands for a space.

    `strength` says how surely the words name this model at all; an ambiguous term needs a title or a clear request.
    A term counts only with one of the frames of `only_with` in its sentence, if it has any, and never with one of
    `not_with`. `case` asks for the same capitals (acronyms). A term with `flag: false` is understood and never reported.
    """

    id: str
    model: NamedModel
    phrases: tuple[str, ...]
    strength: Strength = "strong"
    case: bool = False
    flag: bool = True
    only_with: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named group of phrases for frames: actors (client, vendor), people, teams, verbs."""

    about: str = ""
    phrases: tuple[str, ...]


Effect = Literal["negated", "rejected", "past", "hypothetical", "quoted", "defined", "compared", "other_party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that change what stands after them, before them, or in their whole sentence."""

    effect: Effect
    reach: Literal["after", "before", "sentence"]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All cues, and the words at which the reach of a cue ends."""

    cues: tuple[Cue, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A role that a part of a brief plays, known by its heading.

    `weight` (0 to 1) is what its sentences count for in the description, `naming` whether a term there can name the work.
    `headings` are frames; they match anywhere in the heading.
    """

    role: str
    headings: tuple[str, ...]
    weight: float
    naming: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something a sentence says that rules ask for, found by frames or read by the classifier (`learned`).

    A learned signal counts only in a sentence that speaks for one of `models`, and in one of `dimensions`, when there are
    any. A signal with a
    `stance` (a class of the stance reader) corrects the reader: where one of its frames is found, the sentence speaks for
    that stance in `dimension`, since frames see who the actor is.
    """

    id: str
    about: str
    models: tuple[Model, ...] = ()
    dimensions: tuple[str, ...] = ()
    row: Row | None = None
    stance: str = ""
    dimension: str = ""
    frames: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    learned: bool = False
    negative: bool = False
    """The signal is itself a denial ("nobody can …"), so that words of denial around it do not take it back."""
    anywhere: bool = False
    """The signal counts in every section that counts at all, however little: what terms say binds as well."""
    examples: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What must hold for a rule to speak. Empty conditions hold."""

    named: tuple[NamedModel, ...] = ()
    """One of these is applied to the work."""
    described: tuple[Model, ...] = ()
    """The text describes one of these."""
    models: tuple[Model, ...] = ()
    """One of these is applied to the work or described."""
    confidence: float = 0.0
    """At least so surely (0 to 1)."""
    signals: tuple[str, ...] = ()
    """One of these signals was found, asserted, in a section that counts."""
    also: tuple[str, ...] = ()
    """Each of these signals was found as well, in another sentence."""
    without: tuple[str, ...] = ()
    """None of these signals was found."""
    names: Literal["none", "several"] | None = None
    """No model is named at all; or different models are named for the same work."""
    missing: bool = False
    """Guide slots of the checklist of the described model are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Little briefs that a rule must speak on (bad), stay silent on (good), or not be tempted by (trap)."""

    bad: tuple[str, ...]
    good: tuple[str, ...]
    trap: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A sentence added to a rule's message when a signal was found as well."""

    signal: str
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: when it speaks, how loudly, and what it says.

    Texts may use {label} (the words of the brief), {named}, {described} (model names), {direction} (who directs and owns,
    for the described model), {missing} (open slots). `fix` empty: the guide's fix for the pair named-described.
    `certain` is the severity at a confidence of 0.9 and more.
    """

    id: str
    kind: Kind
    title: str
    severity: Severity
    when: When
    message: str
    certain: Severity | None = None
    fix: str = ""
    lines: tuple[int, ...] = ()
    section: str = ""
    adds: tuple[Addition, ...] = ()
    examples: Examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Something a brief of one model should state.

    Sentences fill it that match one of `frames`, or whose accountability dimension is in `dimensions` and whose reading
    does not speak against the model. `ask` is the question to print when it is open, and `to` whom to ask; `decides` marks
    sentences that settle who is responsible, which a draft puts as a question to confirm.

    `facts` are the kinds of facts that a draft picks out of those sentences. A sentence with a fact of `filled_by` fills the
    slot in a draft when nothing else does ("milestone": a date with a price or a deliverable or its acceptance; "length": how
    long the work lasts; "rate": money with its unit).
    """

    id: str
    label: str
    ask: str
    origin: Origin
    lines: tuple[int, ...] = ()
    frames: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    decides: bool = False
    to: Addressee = "hiring_manager"
    facts: tuple[str, ...] = ()
    filled_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AntiSlot:
    """Text that belongs to another model and should leave the brief."""

    id: str
    label: str
    why: str
    lines: tuple[int, ...] = ()
    frames: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    models: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What a brief of `model` must state, and what does not belong in it."""

    model: Model
    title: str = ""
    caution: str = ""
    slots: tuple[Slot, ...] = ()
    anti_slots: tuple[AntiSlot, ...] = ()


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Patterns:
    """Everything brieflint knows, but for the example sentences, which the reader was trained from."""

    guide: Guide
    perspectives: Perspectives = field(default_factory=Perspectives)
    terms: tuple[Term, ...]
    spellings: tuple[tuple[str, ...], ...]
    groups: dict[str, Group]
    context: Context
    sections: tuple[Section, ...]
    signals: tuple[Signal, ...]
    rules: tuple[Rule, ...]
    checklists: tuple[Checklist, ...]
    facts: FactWords = field(default_factory=FactWords)
    buy: Buy = field(default_factory=Buy)

    def __hash__(self) -> int:
        """Cheap, for what is compiled from patterns once and kept by them."""
        return hash((len(self.terms), len(self.signals), len(self.rules), len(self.checklists)))

    def unflagged(self) -> frozenset[str]:
        """The ids of terms that are understood and never reported."""
        return frozenset(term.id for term in self.terms if not term.flag)

    def spelling(self) -> dict[str, str]:
        """Each word that has several spellings → the one under which it is compared."""
        return {word.lower(): words[0].lower() for words in self.spellings for word in words}
