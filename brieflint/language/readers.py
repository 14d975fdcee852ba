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
from brieflint.language.vectors import FILE as VECTORS

MASK = "\x1a"
"""Stands for the term in a sentence from which the naming reader learns, so that it reads the use and not the term."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a reader learns from: files in `sentences/`, the column that holds the label, how often a key must occur.

    `masked`: the term of each sentence is hidden. `borrows`: the sentences that `BORROWED` names are learned as well.
    `nothing`: the label under which ordinary sentences (the neutral ones of `ORDINARY`) are learned as well, so that they
    are known for what they are. `vectors`: how much the vectors of words count; what is bought may be anything.
    """

    files: tuple[str, ...]
    column: str
    seen_in: int = 3
    masked: bool = False
    nothing: str = ""
    borrows: bool = False
    vectors: float = 0.0


ORDINARY = ("accountability.tsv", "boilerplate.tsv", "technical.tsv")
"""Files whose neutral sentences are ordinary in every respect."""
ACCOUNTABILITY = (*ORDINARY, "formal.tsv", "other_work.tsv")

BORROWED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "vendor_accountable": (frozenset({"so", "so_ito"}), frozenset({"outcome", "quality"})),
    "client_directs": (frozenset({"sa"}), frozenset({"direction"})),
    "evolving_scope": (frozenset({"sa_dt", "dt"}), frozenset({"change", "scope"})),
}
"""Signals that the accountability sentences of some models and dimensions are examples of."""
UNDER_VENDOR = frozenset({"so", "ito", "so_ito", "not_sa"})
CONTRASTED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (UNDER_VENDOR, frozenset({"defines", "scope", "change", "direction", "people", "leadership"})),
    (UNDER_VENDOR, frozenset({"duration", "transition", "pricing", "tools", "none"})),
    (frozenset({"dt"}), frozenset({"direction", "people", "leadership"})),
    (frozenset({"sa"}), frozenset({"individuals", "integration", "tools", "pricing", "duration", "none"})),
)
"""Models and dimensions of the accountability sentences that come near to a signal and are none."""

LESSONS: Mapping[str, Lesson] = {
    "stance": Lesson(ACCOUNTABILITY, "model", seen_in=4),
    "dimension": Lesson(ACCOUNTABILITY, "dimension", seen_in=8),
    "signal": Lesson(("signals.tsv",), "signal", seen_in=4, nothing="none", borrows=True, vectors=0.4),
    "naming": Lesson(("naming.tsv",), "use", masked=True, vectors=0.4),
    "object": Lesson(("objects.tsv",), "object", seen_in=5, nothing="not_a_purchase", vectors=0.8),
}


@cache
def load_readers(folder: Traversable | None = None) -> dict[str, LinearReader]:
    """The readers stored with a patterns folder. Raises `PatternError` when the example sentences changed since training."""
    folder = folder or shipped_folder()
    with folder.joinpath(COMPILED).open("rb") as stream, ZipFile(stream) as archive:
        if archive.read("reader/digest").decode() != digest_examples(folder):
            raise PatternError(["sentences: the example sentences changed; run: brieflint patterns train"])
        return {
            name: LinearReader.from_arrays(
                {part: _unpack(archive.read(f"reader/{name}.{part}")) for part in ("classes", "keys", "weights", "bias")}
            )
            for name in LESSONS
        }


def pack_readers(folder: Traversable, readers: Mapping[str, LinearReader]) -> dict[str, bytes]:
    """The arrays of all readers as bytes, by name, and the digest of what they learned from."""
    arrays = {f"{name}.{part}": _pack(array) for name, reader in readers.items() for part, array in reader.to_arrays().items()}
    return {"digest": digest_examples(folder).encode(), **arrays}


def digest_examples(folder: Traversable) -> str:
    """A hash of everything that readers learn from."""
    files = {f"sentences/{file}" for lesson in LESSONS.values() for file in (*lesson.files, *ACCOUNTABILITY)}
    return digest(folder, tuple(sorted(files | {VECTORS})))


def load_examples(folder: Traversable, lesson: Lesson) -> tuple[list[str], list[str]]:
    """The sentences of a lesson and their labels. Raises `PatternError` naming each broken line."""
    wrong: list[str] = []
    rows = [row for file in lesson.files for row in _read_rows(folder, file, lesson.column, wrong)]
    examples = [(mask(row["text"], row["term"]) if lesson.masked else row["text"], row[lesson.column]) for row in rows]
    if lesson.nothing:
        ordinary = [row for file in ORDINARY for row in _read_rows(folder, file, "model", wrong)]
        examples += [(row["text"], lesson.nothing) for row in ordinary if row["model"] == "neutral"]
    if lesson.borrows:
        rows = [row for file in ACCOUNTABILITY for row in _read_rows(folder, file, "model", wrong)]
        examples += [
            (row["text"], signal)
            for signal, (models, dimensions) in BORROWED.items()
            for row in rows
            if row["model"] in models and row["dimension"] in dimensions
        ]
        examples += [
            (row["text"], lesson.nothing)
            for models, dimensions in CONTRASTED
            for row in rows
            if row["model"] in models and row["dimension"] in dimensions
        ]
    if wrong:
        raise PatternError(wrong)
    return [text for text, _ in examples], [label for _, label in examples]


def _read_rows(folder: Traversable, file: str, column: str, wrong: list[str]) -> list[dict[str, str]]:
    """The rows of a file; what is wrong with the others is added to `wrong`."""
    text = folder.joinpath("sentences", file).read_text(encoding="utf-8")
    reader = csv.DictReader(StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = []
    for line, row in enumerate(reader, 2):
        if row.get("text") and row.get(column) and None not in row and None not in row.values():
            rows.append(row)
        else:
            wrong.append(f"sentences/{file}:{line}: needs the columns {', '.join(reader.fieldnames or ())}")
    return rows


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
