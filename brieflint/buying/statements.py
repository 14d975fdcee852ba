"""What a single sentence says of a row of the accountability table, when it says so clearly: the words behind a change."""

from dataclasses import dataclass

from brieflint.judgement.grid import DIMENSIONS
from brieflint.judgement.weighing import MUTED, dimension_of
from brieflint.knowledge.buys import Side, SideWords
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.guide import ROWS, Row
from brieflint.knowledge.patterns import Patterns
from brieflint.knowledge.words import split_words
from brieflint.language.reading import Sentence
from brieflint.language.stance import divide_stance

SPEAKING = 0.8
"""The sentence must speak for some model with this probability."""
SURE = 0.9
"""One side must have this share of what it speaks for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says: to which side it gives which row."""

    row: Row
    side: Side


class StatementFinder:
    """Finds statements. Frames are compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._rows = patterns.buy.rows
        self._spellings = grammar.spellings
        sides: list[tuple[Statement, SideWords]] = []
        for row, words in self._rows.items():
            sides += [(Statement(row, "client"), words.client), (Statement(row, "vendor"), words.vendor)]
        self._frames = FrameSet(((told, frame) for told, words in sides for frame in words.frames), grammar)
        self._offered = FrameSet(((told, frame) for told, words in sides for frame in words.offered), grammar)
        self._unless = FrameSet(((row, frame) for row, words in self._rows.items() for frame in words.unless), grammar)

    def find(self, sentence: Sentence) -> Statement | None:
        """What a sentence states; None when it states nothing clearly, or speaks of the past, of others or of what might be."""
        row = row_of(sentence)
        if sentence.context & MUTED.keys():
            return None
        framed = self.find_framed(sentence.text)
        if framed or row is None or row not in self._rows or self._unless.keys(split_words(sentence.text, self._spellings)):
            return framed
        share, speaking = divide_stance(sentence.stance)
        words = self._rows[row]
        sides: tuple[tuple[Side, float], ...] = (
            ("client", sum(share[model] for model in words.client.models)),
            ("vendor", sum(share[model] for model in words.vendor.models)),
        )
        return next((Statement(row, side) for side, part in sides if speaking >= SPEAKING and part >= SURE), None)

    def find_offered(self, text: str) -> Statement | None:
        """What a sentence of a proposal states, where "we" is the vendor; None when its frames do not say, or disagree."""
        found = self._offered.keys(split_words(text, self._spellings))
        return found.pop() if len(found) == 1 else None

    def find_framed(self, text: str) -> Statement | None:
        """What a sentence states by the frames alone, which see who the actor is; None when they disagree."""
        words = split_words(text, self._spellings)
        denied = self._unless.keys(words)
        found = {statement for statement in self._frames.keys(words) if statement.row not in denied}
        return found.pop() if len(found) == 1 else None


def row_of(sentence: Sentence) -> Row | None:
    """The row of the table in which a sentence speaks; None when it speaks of something else."""
    dimension = dimension_of(sentence)
    return next((row for row in ROWS if dimension in DIMENSIONS[row]), None)
