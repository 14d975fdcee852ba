"""A linear classifier of sentences: a row of weights for each key, added up and turned into probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore

from brieflint.language.features import (
    Floats,
    Ints,
    Keys,
    Looked,
    Rows,
    Sentences,
    lexeme_text,
    lexicon,
    pair_keys,
    part_keys,
    word_key,
)


@dataclass(slots=True)
class LinearReader:
    """`classes` (c,), sorted `keys` (f,), `weights` (f + 1, c) with a last row of zeros for unknown keys, `bias` (c,)."""

    classes: tuple[str, ...]
    keys: Keys
    weights: Floats
    bias: Floats
    _words: Rows = field(init=False, repr=False)
    """For each word of the lexicon its weights; they grow with the lexicon."""
    _parts: Rows = field(init=False, repr=False)
    """For each word of the lexicon the weights of its parts together."""
    _taken: int = field(init=False, repr=False, default=0)
    """How many parts of the lexicon these are."""

    def __post_init__(self) -> None:
        self._words = Rows((len(self.bias),), np.float32)
        self._parts = Rows((len(self.bias),), np.float32)

    def rows(self, keys: Keys) -> Ints:
        """The row of weights of each key; the row of zeros for keys never seen in training."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, len(self.keys))

    def read(self, sentences: Sentences, strings: StringStore) -> Floats:
        """Probabilities (s, c) of the classes for each sentence."""
        if not len(sentences.starts):
            return np.empty((0, len(self.classes)), np.float32)
        looked = self._look_up(sentences, strings)
        # Each array is as large as the text and given up before the next: a single sentence may be very long.
        told = self._weigh_pairs(looked)
        told += self._words.values[looked.rows]
        whole = np.add.reduceat(told, sentences.starts)
        told = self._parts.values[looked.rows]
        inner = np.add.reduceat(told, sentences.starts)
        scores = whole / np.sqrt(2 * sentences.lengths - 1)[:, None] + inner / np.sqrt(np.maximum(looked.counts, 1))[:, None]
        return softmax(scores + self.bias)

    def trace(self, sentences: Sentences, strings: StringStore) -> tuple[Floats, Floats]:
        """What each word with its parts (n, c), and each pair of a word and the next (n, c), adds to its sentence's scores."""
        if not len(sentences.starts):
            return (np.empty((0, len(self.classes)), np.float32),) * 2
        looked = self._look_up(sentences, strings)
        words, pairs, parts = self._words.values[looked.rows], self._weigh_pairs(looked), self._parts.values[looked.rows]
        owners = np.repeat(np.arange(len(sentences.starts)), sentences.lengths)
        whole = np.sqrt(2 * sentences.lengths - 1)[owners, None]
        inner = np.sqrt(np.maximum(looked.counts, 1))[owners, None]
        return np.asarray(words / whole + parts / inner, np.float32), np.asarray(pairs / whole, np.float32)

    def _look_up(self, sentences: Sentences, strings: StringStore) -> Looked:
        """What any reader looks up, after which the weights of all words are known."""
        looked = sentences.look_up(strings)
        self._learn()
        return looked

    def _weigh_pairs(self, looked: Looked) -> Floats:
        """The weights (n, c) of the pair of each word with the next."""
        return self.weights[np.where(looked.paired, self.rows(looked.pairs), len(self.keys))]

    def _learn(self) -> None:
        """Add the weights of the words that are new in the lexicon."""
        known, words = len(self._words), lexicon()
        if known == len(words):
            return
        counts = words.counts.values[known:]
        parts = self.weights[self.rows(words.parts.values[self._taken :])]
        self._taken += len(parts)
        # A row of zeros behind the parts of each word, since a sum over no rows would be that of the next word.
        ends = np.cumsum(counts)
        padded = np.insert(parts, ends, 0, axis=0)
        self._parts.add(np.add.reduceat(padded, ends - counts + np.arange(len(counts)), axis=0))
        self._words.add(self.weights[self.rows((words.words.values[known:] >> np.uint64(32)).astype(np.uint32))])

    def to_arrays(self) -> dict[str, npt.NDArray[Any]]:
        """What has to be stored."""
        return {
            "classes": np.array(self.classes),
            "keys": self.keys,
            "weights": self.weights[:-1].astype(np.float16),
            "bias": self.bias,
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, npt.NDArray[Any]]) -> "LinearReader":
        """The reader that was stored."""
        weights = np.zeros((len(arrays["weights"]) + 1, len(arrays["bias"])), np.float32)
        weights[:-1] = arrays["weights"]
        return cls(
            classes=tuple(arrays["classes"].tolist()),
            keys=arrays["keys"],
            weights=weights,
            bias=arrays["bias"],
        )


def softmax(scores: npt.NDArray[np.floating[Any]]) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), np.float32)


def entries(sentences: Sentences, strings: StringStore) -> tuple[Keys, Ints, npt.NDArray[np.float64]]:
    """All keys of all sentences, for training: key, number of its sentence, value; the same sums as `LinearReader.read`."""
    texts = {lexeme: lexeme_text(strings, lexeme) for lexeme in np.unique(sentences.lexemes).tolist()}
    words = np.array([word_key(texts[lexeme]) for lexeme in sentences.lexemes.tolist()], np.uint64)
    keys: list[Keys] = []
    owners: list[Sequence[int]] = []
    values: list[npt.NDArray[np.float64]] = []
    for number, (start, length) in enumerate(zip(sentences.starts.tolist(), sentences.lengths.tolist(), strict=True)):
        inside = words[start : start + length]
        whole = np.concatenate([(inside >> np.uint64(32)).astype(np.uint32), pair_keys(inside)])
        parts = [part_keys(texts[lexeme]) for lexeme in sentences.lexemes[start : start + length].tolist()]
        inner = np.concatenate(parts)
        keys += (whole, inner)
        owners.append([number] * (len(whole) + len(inner)))
        values += (
            np.full(len(whole), 1 / np.sqrt(2 * length - 1)),
            np.full(len(inner), 1 / np.sqrt(max(len(inner), 1))),
        )
    return np.concatenate(keys), np.concatenate(owners), np.concatenate(values)
