"""What the reader sees of a sentence: its words, pairs of neighbouring words, and parts of words.

A sentence becomes a bag of 32-bit keys. Words and pairs weigh one over the root of their number, parts (four letters in a
row, word boundaries included) one over the root of theirs, so that long sentences do not shout. Digits look alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.attrs import LOWER
from spacy.strings import StringStore, hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc

Keys = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

DIGIT = re.compile(r"\d")
PART = 4
FIRST, LAST = hash_string("\x02"), hash_string("\x03")
"""Stand before the first and after the last word of a sentence."""
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


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of several sentences in one row, each sentence opened by FIRST and closed by LAST.

    `lexemes` (n,) are ids of lower-case strings in the vocabulary; `starts` (s,) where each sentence begins.
    """

    lexemes: npt.NDArray[np.uint64]
    starts: Ints

    @property
    def lengths(self) -> Ints:
        """The number of words of each sentence, FIRST and LAST included (s,)."""
        return np.diff(self.starts, append=len(self.lexemes))


def take_sentences(doc: Doc, bounds: Sequence[tuple[int, int]]) -> Sentences:
    """The words of `doc` in the sentences `bounds` (token indices, end-exclusive); white space is left out."""
    lower = doc.to_array([LOWER]).astype(np.uint64).reshape(-1)
    words = np.array([not token.is_space for token in doc], bool)
    pieces: list[npt.NDArray[np.uint64]] = []
    starts = np.empty(len(bounds), np.int64)
    at = 0
    first, last = np.array([FIRST], np.uint64), np.array([LAST], np.uint64)
    for number, (start, end) in enumerate(bounds):
        inside = lower[start:end][words[start:end]]
        starts[number] = at
        pieces += (first, inside, last)
        at += len(inside) + 2
    return Sentences(np.concatenate(pieces) if pieces else lower[:0], starts)


def pair_keys(words: npt.NDArray[np.uint64]) -> Keys:
    """The keys of all pairs of neighbours: (n - 1,) for n words."""
    return ((words[:-1] * MIX + words[1:]) >> np.uint64(32)).astype(np.uint32)


def lexeme_text(strings: StringStore, lexeme: int) -> str:
    """The lower-case string of a lexeme id; a control character for FIRST and LAST."""
    return {FIRST: "\x02", LAST: "\x03"}.get(lexeme) or strings[lexeme]
