"""What the reader sees of a sentence: its words, pairs of neighbouring words, and parts of words.

A sentence becomes a bag of 32-bit keys. Words and pairs weigh one over the root of their number, parts (four letters in a
row, word boundaries included) one over the root of theirs, so that long sentences do not shout. Digits look alike.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, LOWER
from spacy.strings import StringStore, hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc

Keys = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bounds = tuple[int, int]
"""The tokens of a sentence, end-exclusive."""

DIGIT = re.compile(r"\d")
PART = 4
FIRST, LAST = hash_string("\x02"), hash_string("\x03")
"""Stand before the first and after the last word of a sentence."""
AT_A_TIME = 1024
"""Sentences that are read together."""
MIX = np.uint64(0x9E3779B97F4A7C15)


def word_key(word: str) -> int:
    """The 64-bit key of a lower-case word, digits made alike."""
    return int(hash_string(DIGIT.sub("0", word)))


def part_keys(word: str) -> Keys:
    """The keys of the parts of a word; none for numbers and signs."""
    if not word.isalpha():
        return np.empty(0, np.uint32)
    framed = f"<{word}>"
    return np.array([hash_string("~" + framed[i : i + PART]) >> 32 for i in range(len(framed) - PART + 1)], np.uint32)


class Rows:
    """An array that grows at its end, without being copied each time."""

    def __init__(self, width: tuple[int, ...], kind: npt.DTypeLike) -> None:
        self._held: npt.NDArray[Any] = np.empty((0, *width), kind)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> npt.NDArray[Any]:
        """All rows."""
        return self._held[: self._size]

    def add(self, rows: npt.NDArray[Any]) -> None:
        """Add rows at the end."""
        end = self._size + len(rows)
        if end > len(self._held):
            self._held = np.concatenate([self._held, np.empty((end, *self._held.shape[1:]), self._held.dtype)])
        self._held[self._size : end] = rows
        self._size = end


class Lexicon:
    """What readers must know of each word met so far, each word found out once.

    `words` are their keys, `counts` how many parts each has, `parts` the keys of the parts of all, one word after the other.
    """

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self.words = Rows((), np.uint64)
        self.parts = Rows((), np.uint32)
        self.counts = Rows((), np.int64)

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, lexemes: npt.NDArray[np.uint64], strings: StringStore) -> Ints:
        """The row of each lexeme (n,)."""
        unique, inverse = np.unique(lexemes, return_inverse=True)
        known = unique.tolist()
        if new := [lexeme for lexeme in known if lexeme not in self._rows]:
            self._learn(new, [lexeme_text(strings, lexeme) for lexeme in new])
        return np.array([self._rows[lexeme] for lexeme in known], np.int64)[inverse]

    def _learn(self, lexemes: list[int], texts: list[str]) -> None:
        parts = [part_keys(text) for text in texts]
        self.words.add(np.array([word_key(text) for text in texts], np.uint64))
        self.parts.add(np.concatenate(parts))
        self.counts.add(np.array([len(keys) for keys in parts], np.int64))
        self._rows.update(zip(lexemes, range(len(self), len(self) + len(lexemes)), strict=True))


@cache
def lexicon() -> Lexicon:
    """The words of all documents of this process."""
    return Lexicon()


@dataclass(frozen=True, slots=True)
class Looked:
    """What any reader looks up of sentences.

    Of each word its row in the lexicon (n,), the key of its pair with the next (n,), and whether there is such a pair; and how
    many parts the words of each sentence have (s,).
    """

    rows: Ints
    pairs: Keys
    paired: npt.NDArray[np.bool_]
    counts: Ints


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of several sentences in one row, each sentence opened by FIRST and closed by LAST.

    `lexemes` (n,) are ids of lower-case strings in the vocabulary; `starts` (s,) where each sentence begins.
    """

    lexemes: npt.NDArray[np.uint64]
    starts: Ints
    _looked: list[Looked] = field(default_factory=list, repr=False, compare=False)

    @property
    def lengths(self) -> Ints:
        """The number of words of each sentence, FIRST and LAST included (s,)."""
        return np.diff(self.starts, append=len(self.lexemes))

    def split(self) -> Iterator["Sentences"]:
        """The same in parts of `AT_A_TIME` sentences: what is looked up of a long document would fill the memory."""
        bounds = [*self.starts[::AT_A_TIME].tolist(), len(self.lexemes)]
        for number, (first, last) in enumerate(pairwise(bounds)):
            starts = self.starts[number * AT_A_TIME : (number + 1) * AT_A_TIME]
            yield Sentences(self.lexemes[first:last], starts - first)

    def look_up(self, strings: StringStore) -> Looked:
        """Look up what every reader needs, once for all of them. There must be a sentence."""
        if not self._looked:
            rows = lexicon().find(self.lexemes, strings)
            paired = np.ones(len(rows), bool)
            # The pair that crosses from one sentence into the next belongs to neither.
            paired[np.append(self.starts[1:], len(rows)) - 1] = False
            pairs = np.append(pair_keys(lexicon().words.values[rows]), np.uint32(0))
            counts = np.add.reduceat(lexicon().counts.values[rows], self.starts)
            self._looked.append(Looked(rows, pairs, paired, counts))
        return self._looked[0]


def take_sentences(doc: Doc, bounds: Sequence[Bounds]) -> Sentences:
    """The words of `doc` in the sentences `bounds`; white space is left out."""
    lower, space = doc.to_array([LOWER, IS_SPACE]).astype(np.uint64).reshape(-1, 2).T
    words = np.flatnonzero(space == 0)
    # Of each sentence its first word and its last (exclusive) among the words, how many it has, and where it begins.
    first, last = np.searchsorted(words, np.array(bounds, np.int64).reshape(-1, 2)).T
    counts = last - first
    starts = np.cumsum(counts + 2) - (counts + 2)
    lexemes = np.full(int((counts + 2).sum()), LAST, np.uint64)
    lexemes[starts] = FIRST
    # The words of all sentences, each moved from its place among the words to its place behind FIRST.
    inside = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    lexemes[inside + np.repeat(starts + 1, counts)] = lower[words[inside + np.repeat(first, counts)]]
    return Sentences(lexemes, starts)


def pair_keys(words: npt.NDArray[np.uint64]) -> Keys:
    """The keys of all pairs of neighbours: (n - 1,) for n words."""
    return ((words[:-1] * MIX + words[1:]) >> np.uint64(32)).astype(np.uint32)


def lexeme_text(strings: StringStore, lexeme: int) -> str:
    """The lower-case string of a lexeme id; a control character for FIRST and LAST."""
    return {FIRST: "\x02", LAST: "\x03"}.get(lexeme) or strings[lexeme]
