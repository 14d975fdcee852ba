"""Word vectors: what a reader knows of words that its examples lack (made by `tests/quality/distill.py`, needed in training).

A vector adds to a sentence what its word adds, so after training it is one more weight for the word's key, and reading costs
nothing more.
"""

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from brieflint.language.features import Keys, word_key

FILE = "vectors.zip"


@dataclass(frozen=True, slots=True)
class Vectors:
    """The sorted keys of single words (n,) and their vectors (n, d), each of length one."""

    keys: Keys
    values: npt.NDArray[np.float64]


def load_vectors(folder: Traversable) -> Vectors:
    """The vectors of a patterns folder."""
    with folder.joinpath(FILE).open("rb") as stream, ZipFile(stream) as archive:
        words = archive.read("words.txt").decode().split("\n")
        values = np.frombuffer(archive.read("values.int8"), np.int8).reshape(len(words), -1) / 127
    keys = np.array([word_key(word) >> 32 for word in words], np.uint32)
    keys, first = np.unique(keys, return_index=True)
    return Vectors(keys, values[first])
