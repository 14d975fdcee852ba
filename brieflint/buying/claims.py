"""What a file of a buy says that goes with some models only: what it pays for, what it scores, what its contract is for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from brieflint.documents.document import Document
from brieflint.judgement.named import DENYING
from brieflint.knowledge.buys import Axis, Claim
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Patterns
from brieflint.knowledge.words import split_words
from brieflint.language.reading import Reading, Sentence
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Spot

SCORED = "evaluation"
"""The section in which offers are scored."""
LONGEST_ROW = 400
"""Characters of a row of a table that are read together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A claim where a file states it. `sentence` is the index of its (first) sentence."""

    claim: Claim
    spot: Spot
    sentence: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is read together: a sentence, a cell, or the cells of a row, each after what heads its column."""

    text: str
    around: str
    first: int
    last: int


class ClaimFinder:
    """Finds claims. Frames are compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._spellings = grammar.spellings
        self._claims = {claim.id: claim for claim in patterns.buy.claims}
        self._frames = FrameSet(((claim.id, frame) for claim in patterns.buy.claims for frame in claim.frames), grammar)
        self._unless = FrameSet(((claim.id, frame) for claim in patterns.buy.claims for frame in claim.unless), grammar)

    def read(self, text: str, around: str = "") -> frozenset[str]:
        """The ids of the claims in a sentence or cell; `around` are the words above it."""
        found = self._frames.keys(split_words(text, self._spellings))
        if not found:
            return frozenset()
        denied = self._unless.keys(split_words(text, self._spellings)) | self._unless.keys(split_words(around, self._spellings))
        return frozenset(found - denied)

    def find(
        self, document: Document, reading: Reading, skipped: Collection[int] = (), *, scores: bool = False
    ) -> tuple[Stated, ...]:
        """The first place of each claim in a document, in reading order; `skipped` are sentences that do not count.

        What is scored is told where the whole document `scores` offers, or in a section that does.
        """
        found: dict[str, Stated] = {}
        for unit in _find_units(reading):
            if skipped and not set(skipped).isdisjoint(range(unit.first, unit.last + 1)):
                continue
            for name in sorted(self.read(unit.text, unit.around) - found.keys()):
                if self._claims[name].axis == "score" and not scores and reading.sentences[unit.first].section != SCORED:
                    continue
                first, last = reading.sentences[unit.first], reading.sentences[unit.last]
                spot = make_spot(document, first.start, last.end, first.place)
                found[name] = Stated(claim=self._claims[name], spot=spot, sentence=unit.first)
        return tuple(sorted(found.values(), key=lambda entry: (entry.spot.start, entry.claim.id)))


def on(axis: Axis | None, stated: tuple[Stated, ...]) -> tuple[Stated, ...]:
    """Those of the claims that are on one axis."""
    return tuple(entry for entry in stated if entry.claim.axis == axis)


def fits(stated: tuple[Stated, ...]) -> frozenset[Model]:
    """The models that one of the claims fits."""
    return frozenset(model for entry in stated for model in entry.claim.fits)


def _find_units(reading: Reading) -> Iterator[_Unit]:
    """Sentences and cells in reading order, then the rows of tables, so that the shortest place is shown."""
    numbered = [(at, sentence) for at, sentence in enumerate(reading.sentences) if _counts(sentence)]
    for at, sentence in numbered:
        yield _Unit(sentence.text, f"{sentence.place.section or ''}; {sentence.place.header or ''}", at, at)
    cells = [(at, sentence) for at, sentence in numbered if sentence.kind == "cell"]
    for _, row in groupby(cells, key=lambda entry: (entry[1].place.table, entry[1].place.row)):
        found = list(row)
        text = ", ".join(f"{sentence.place.header or ''} {sentence.text}" for _, sentence in found)
        if len(found) > 1 and len(text) <= LONGEST_ROW:
            yield _Unit(text, found[0][1].place.section or "", found[0][0], found[-1][0])


def _counts(sentence: Sentence) -> bool:
    return sentence.weight > 0 and not sentence.context & DENYING and not sentence.text.rstrip().endswith("?")
