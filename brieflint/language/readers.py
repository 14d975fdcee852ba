"""The trained readers: what each reads, from which example sentences it learns, and where its weights are kept."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from brieflint.errors import PatternError
from brieflint.knowledge.folder import COMPILED, digest, shipped_folder
from brieflint.language.linear import LinearReader

MASK = "\x1a"
"""Stands for the term in a sentence from which the naming reader learns, so that it reads the use and not the term."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a reader learns from: a file in `sentences/`, the column that holds the label, how often a key must occur.

    `masked`: the term of each sentence is hidden. `nothing`: the label under which the neutral sentences of
    `accountability.tsv` are learned as well, so that ordinary sentences are known for what they are.
    """

    file: str
    column: str
    seen_in: int = 3
    masked: bool = False
    nothing: str = ""


LESSONS: Mapping[str, Lesson] = {
    "stance": Lesson("accountability.tsv", "model"),
    "dimension": Lesson("accountability.tsv", "dimension", seen_in=5),
    "signal": Lesson("signals.tsv", "signal", seen_in=2),
    "naming": Lesson("naming.tsv", "use", seen_in=2, masked=True),
    "object": Lesson("objects.tsv", "object", nothing="not_a_purchase"),
}


@cache
def load_readers(folder: Traversable | None = None) -> dict[str, LinearReader]:
    """The readers stored with a patterns folder. Raises `PatternError` when the example sentences changed since training."""
    folder = folder or shipped_folder()
    with folder.joinpath(COMPILED).open("rb") as stream, ZipFile(stream) as archive:
        if archive.read("reader/digest").decode() != digest(folder, ".tsv"):
            raise PatternError(["sentences: the example sentences changed; run: brieflint patterns train"])
        return {
            name: LinearReader.from_arrays(
                {part: _unpack(archive.read(f"reader/{name}.{part}")) for part in ("classes", "keys", "weights", "bias")}
            )
            for name in LESSONS
        }


def pack_readers(readers: Mapping[str, LinearReader]) -> dict[str, bytes]:
    """The arrays of all readers as bytes, by name."""
    return {f"{name}.{part}": _pack(array) for name, reader in readers.items() for part, array in reader.to_arrays().items()}


def load_examples(folder: Traversable, lesson: Lesson) -> tuple[list[str], list[str]]:
    """The sentences of a lesson and their labels. Raises `PatternError` naming each broken line."""
    texts, labels = _load_file(folder, lesson)
    if lesson.nothing:
        stance = LESSONS["stance"]
        neutral = [text for text, label in zip(*_load_file(folder, stance), strict=True) if label == "neutral"]
        texts += neutral
        labels += [lesson.nothing] * len(neutral)
    return texts, labels


def _load_file(folder: Traversable, lesson: Lesson) -> tuple[list[str], list[str]]:
    text = folder.joinpath("sentences", lesson.file).read_text(encoding="utf-8")
    reader = csv.DictReader(StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    texts: list[str] = []
    labels: list[str] = []
    wrong: list[str] = []
    for line, row in enumerate(reader, 2):
        sentence, label = row.get("text"), row.get(lesson.column)
        if not sentence or not label or None in row:
            wrong.append(f"sentences/{lesson.file}:{line}: needs the columns {', '.join(reader.fieldnames or ())}")
            continue
        texts.append(mask(sentence, row["term"]) if lesson.masked else sentence)
        labels.append(label)
    if wrong:
        raise PatternError(wrong)
    return texts, labels


def mask(sentence: str, term: str) -> str:
    """The sentence with the first occurrence of the term replaced by the mask."""
    at = sentence.lower().find(term.lower())
    return sentence if at < 0 else f"{sentence[:at]} {MASK} {sentence[at + len(term) :]}"


def _pack(array: npt.NDArray[Any]) -> bytes:
    out = BytesIO()
    np.lib.format.write_array(out, np.ascontiguousarray(array), allow_pickle=False)
    return out.getvalue()


def _unpack(content: bytes) -> npt.NDArray[Any]:
    array: npt.NDArray[Any] = np.lib.format.read_array(BytesIO(content), allow_pickle=False)
    return array
