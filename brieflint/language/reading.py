"""What was read in a brief, as plain data: the end of the language room, free of spaCy. Offsets index the document's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from brieflint.documents.document import Place
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import NamedModel, Strength
from brieflint.language.stance import divide_stance


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence, line or cell.

    `stance` are probabilities over the reader's classes (the models, evidence shared by several of them, neutral);
    `dimensions` over the accountability dimensions; `objects` over what may be bought, only for lines that may say so.
    `weight` (0 to 1) is what its section and context leave of it; `context` the effects of the cues in it.
    """

    start: int
    end: int
    text: str
    kind: str
    section: str
    place: Place
    part: int
    weight: float
    stance: Mapping[str, float]
    dimensions: Mapping[str, float]
    objects: Mapping[str, float] = field(default_factory=dict)
    context: frozenset[str] = frozenset()

    @cached_property
    def dimension(self) -> str:
        """The dimension in which it most likely speaks; asked for again and again, so found once."""
        return max(self.dimensions, key=self.dimensions.__getitem__)

    @cached_property
    def divided(self) -> tuple[dict[Model, float], float]:
        """How it divides among the models if it is not neutral, and how probably it is not; found once as well."""
        return divide_stance(self.stance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A term of some model. `applied` is the probability, by the words around it, that it names this work.

    `text` is what is read there, on one line and in plain letters; `sentence` is the index of its sentence; `requested`
    whether a verb of asking or buying stands before it there; `bare` whether the sentence holds nothing else.
    """

    start: int
    end: int
    text: str
    term: str
    model: NamedModel
    applied: float
    sentence: int
    strength: Strength = "strong"
    requested: bool = False
    bare: bool = False
    context: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalHit:
    """A signal found in a sentence; `asserted` unless its context denies it or its section does not count."""

    start: int
    end: int
    text: str
    signal: str
    sentence: int
    asserted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A lot, category or phase of the document; part 0 is what concerns all of them."""

    title: str
    start: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything that was read in one document, in reading order.

    `english` is the part (0 to 1) of English function words, `foreign` that of the language with most of them else.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    signals: tuple[SignalHit, ...]
    parts: tuple[Part, ...]
    words: int
    english: float = 1.0
    foreign: float = 0.0

    @cached_property
    def mentioned(self) -> Mapping[int, frozenset[NamedModel]]:
        """The models of the terms in each sentence, by its index; gathered once, since a long document has many terms."""
        found: dict[int, set[NamedModel]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, set()).add(mention.model)
        return {sentence: frozenset(models) for sentence, models in found.items()}
