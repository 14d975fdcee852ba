"""The words that made the reader read a sentence as it did. A linear reader's sum falls into words by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from brieflint.language.features import Floats, take_sentences
from brieflint.language.linear import LinearReader

LONGEST = 4
"""Words of a phrase that is shown as one."""
MOST = 5
WORTH = 0.25
"""A phrase is shown when it adds at least this part of what the strongest adds."""
EDGE = 0.15
"""The first and the last word of a phrase add at least this part of it; else the phrase is shown without them."""


@dataclass(frozen=True, slots=True)
class Influence:
    """Words of a sentence, and how far they raised the score of its class above the mean of the other classes."""

    words: str
    amount: float


def find_influences(doc: Doc, reader: LinearReader, neutral: str = "neutral") -> list[tuple[Influence, ...]]:
    """For each sentence of an analysed Doc the phrases that speak most for its likeliest class but `neutral`, strongest first.

    That is what the words say to `reader`, before any frame has corrected it.
    """
    sentences = list(doc.spans["sentences"])
    taken = take_sentences(doc, [(sentence.start, sentence.end) for sentence in sentences])
    words, pairs = reader.trace(taken, doc.vocab.strings)
    chances = reader.read(taken, doc.vocab.strings)
    if neutral in reader.classes:
        chances[:, reader.classes.index(neutral)] = 0
    found = []
    for sentence, start, length, row in zip(sentences, taken.starts.tolist(), taken.lengths.tolist(), chances, strict=True):
        best = int(row.argmax())
        tokens = [token for token in sentence if not token.is_space]
        inside = slice(start + 1, start + length - 1)
        ends = [token.text[:1].isalnum() for token in tokens]
        phrases = _pick_phrases(_gain(words[inside], best), _gain(pairs[inside], best), ends)
        found.append(
            tuple(Influence(doc[tokens[first].i : tokens[last].i + 1].text, amount) for first, last, amount in phrases)
        )
    return found


def _gain(scores: Floats, best: int) -> list[float]:
    """How far each row raises the class `best` above the mean of the others (n,)."""
    others = (scores.sum(axis=1) - scores[:, best]) / max(scores.shape[1] - 1, 1)
    gains: list[float] = np.asarray(scores[:, best] - others, np.float64).tolist()
    return gains


def _pick_phrases(words: list[float], pairs: list[float], ends: list[bool]) -> Iterator[tuple[int, int, float]]:
    """The phrases (first word, last word, gain) that gain most, none overlapping another; `ends`: words that may end one."""

    def gain(first: int, last: int) -> float:
        return sum(words[first : last + 1]) + sum(pairs[first:last])

    phrases = []
    for first in range(len(words)):
        for last in range(first, min(first + LONGEST, len(words))):
            whole = gain(first, last)
            rest = max(gain(first + 1, last), gain(first, last - 1)) if last > first else 0.0
            if ends[first] and ends[last] and whole > 0 and rest <= (1 - EDGE) * whole:
                phrases.append((whole, first, last))
    phrases.sort(key=lambda phrase: (-phrase[0], phrase[1], phrase[2]))
    taken: set[int] = set()
    shown = 0
    for whole, first, last in phrases:
        if shown == MOST or whole < WORTH * phrases[0][0]:
            return
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            shown += 1
            yield first, last, whole
