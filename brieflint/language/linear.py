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
    Sentences,
    lexeme_text,
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
    _known: dict[int, int] = field(default_factory=dict, repr=False)
    """Lexeme id → row of the arrays below, which grow with the vocabulary met."""
    _words: npt.NDArray[np.uint64] = field(default_factory=lambda: np.empty(0, np.uint64), repr=False)
    _vectors: Floats = field(default_factory=lambda: np.empty((0, 0), np.float32), repr=False)
    _parts: Ints = field(default_factory=lambda: np.empty(0, np.int64), repr=False)

    def rows(self, keys: Keys) -> Ints:
        """The row of weights of each key; the row of zeros for keys never seen in training."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, len(self.keys))

    def read(self, sentences: Sentences, strings: StringStore) -> Floats:
        """Probabilities (s, c) of the classes for each sentence."""
        if not len(sentences.starts):
            return np.empty((0, len(self.classes)), np.float32)
        words, pairs, parts, counts = self._look_up(sentences, strings)
        whole = np.add.reduceat(words + pairs, sentences.starts)
        inner = np.add.reduceat(parts, sentences.starts)
        scores = whole / np.sqrt(2 * sentences.lengths - 1)[:, None] + inner / np.sqrt(np.maximum(counts, 1))[:, None]
        return softmax(scores + self.bias)

    def trace(self, sentences: Sentences, strings: StringStore) -> tuple[Floats, Floats]:
        """What each word with its parts (n, c), and each pair of a word and the next (n, c), adds to its sentence's scores."""
        if not len(sentences.starts):
            return (np.empty((0, len(self.classes)), np.float32),) * 2
        words, pairs, parts, counts = self._look_up(sentences, strings)
        owners = np.repeat(np.arange(len(sentences.starts)), sentences.lengths)
        whole = np.sqrt(2 * sentences.lengths - 1)[owners, None]
        inner = np.sqrt(np.maximum(counts, 1))[owners, None]
        return np.asarray(words / whole + parts / inner, np.float32), np.asarray(pairs / whole, np.float32)

    def _look_up(self, sentences: Sentences, strings: StringStore) -> tuple[Floats, Floats, Floats, Ints]:
        """The weights (n, c) of each word, of its pair with the next, of its parts together; and each sentence's parts (s,)."""
        unique, inverse = np.unique(sentences.lexemes, return_inverse=True)
        self._learn(unique, strings)
        places = np.array([self._known[lexeme] for lexeme in unique.tolist()], np.int64)[inverse]
        words = self._words[places]
        pairs = self.weights[self.rows(pair_keys(words))]
        # The pair that crosses from one sentence into the next belongs to neither.
        pairs = np.concatenate([pairs, np.zeros((1, len(self.classes)), np.float32)])
        pairs[np.append(sentences.starts[1:], len(words)) - 1] = 0
        single = self.weights[self.rows((words >> np.uint64(32)).astype(np.uint32))]
        return single, pairs, self._vectors[places], np.add.reduceat(self._parts[places], sentences.starts)

    def _learn(self, lexemes: npt.NDArray[np.uint64], strings: StringStore) -> None:
        """Add what the reader must know of each new lexeme: its key, the sum of its parts' weights, their number."""
        new = [lexeme for lexeme in lexemes.tolist() if lexeme not in self._known]
        if not new:
            return
        texts = [lexeme_text(strings, lexeme) for lexeme in new]
        parts = [part_keys(text) for text in texts]
        vectors = np.stack([self.weights[self.rows(keys)].sum(axis=0) for keys in parts]).astype(np.float32)
        start = len(self._known)
        self._known |= {lexeme: start + number for number, lexeme in enumerate(new)}
        self._words = np.append(self._words, np.array([word_key(text) for text in texts], np.uint64))
        self._vectors = np.vstack([self._vectors, vectors]) if start else vectors
        self._parts = np.append(self._parts, [len(keys) for keys in parts])

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
        zeros = np.zeros((1, len(arrays["bias"])), np.float32)
        return cls(
            classes=tuple(arrays["classes"].tolist()),
            keys=arrays["keys"],
            weights=np.vstack([arrays["weights"].astype(np.float32), zeros]),
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
