"""The trained readers: where their weights are kept, and whether these are still those of the sentences."""

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from shlex import quote
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np
import numpy.typing as npt
import spacy
from spacy.tokens import Doc

from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.folder import COMPILED, shipped_folder
from brieflint.knowledge.packs import Packs
from brieflint.language.examples import LESSONS, digest_examples
from brieflint.language.features import take_sentences
from brieflint.language.linear import LinearReader

DAMAGED = (BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError, MemoryError, NotImplementedError, zlib.error)
"""What reading a damaged file may raise."""
PARTS = ("classes", "keys", "weights", "bias")
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest reader that is unpacked; the shipped ones have a few million."""


def load_readers(packs: Packs = ()) -> Mapping[str, LinearReader]:
    """The shipped readers, or those trained for these packs.

    Raises `PatternError` when sentences changed since training.
    """
    return _load(tuple(pack for pack in packs if pack.lessons))


@lru_cache(maxsize=8)
def _load(packs: Packs) -> Mapping[str, LinearReader]:
    if not packs:
        with shipped_folder().joinpath(COMPILED).open("rb") as stream, ZipFile(stream) as archive:
            if archive.read("reader/digest").decode() != digest_examples(shipped_folder()):
                raise PatternError(["sentences: the example sentences changed; run: brieflint patterns train"])
            return _unpack_readers(archive)
    return {**_load(()), **_load_trained(packs)}


def _load_trained(packs: Packs) -> Mapping[str, LinearReader]:
    """The readers that the last pack with sentences keeps, for itself and the packs before it."""
    place = packs[-1].folder / COMPILED
    sentences = packs[-1].folder / "sentences"
    run = f"run: brieflint patterns train {' '.join(quote(str(pack.folder)) for pack in packs)}"
    if not place.is_file():
        raise PatternError([f"{sentences}: nothing has been learned from these sentences yet; {run}"])
    try:
        with place.open("rb") as stream, ZipFile(stream) as archive:
            if archive.read("reader/digest").decode() == digest_lessons(packs):
                return _unpack_readers(archive)
    except DAMAGED:
        raise PatternError([f"{place}: the file is damaged; {run}"]) from None
    raise PatternError([f"{sentences}: brieflint's own sentences or these changed since training; {run}"])


def known_labels(packs: Packs) -> dict[str, Sequence[str]]:
    """The labels that example sentences may carry, by reader: the shipped ones, and learned signals of the packs."""
    labels: dict[str, Sequence[str]] = {name: reader.classes for name, reader in load_readers().items()}
    learned = (signal.id for signal in load_knowledge(packs).signals if signal.learned)
    return labels | {"signal": tuple(dict.fromkeys((*labels["signal"], *learned)))}


def digest_lessons(packs: Packs) -> str:
    """A hash of all sentences that the readers of these packs learn from."""
    lessons = (pack.lessons for pack in packs if pack.lessons)
    return sha256("\n".join([digest_examples(shipped_folder()), *lessons]).encode()).hexdigest()


def read_texts(reader: LinearReader, texts: Sequence[str]) -> list[tuple[str, float]]:
    """The most probable label of each sentence, and its probability."""
    if not texts:
        return []
    nlp = spacy.blank("en")
    docs = [nlp.make_doc(text) for text in texts]
    ends = np.cumsum([len(doc) for doc in docs]).tolist()
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    probabilities = reader.read(take_sentences(joined, list(zip([0, *ends[:-1]], ends, strict=True))), nlp.vocab.strings)
    return [(reader.classes[int(row.argmax())], float(row.max())) for row in probabilities]


def pack_readers(digest: str, readers: Mapping[str, LinearReader]) -> dict[str, bytes]:
    """The arrays of readers as bytes, by name, and the digest of what they learned from."""
    arrays = {f"{name}.{part}": _pack(array) for name, reader in readers.items() for part, array in reader.to_arrays().items()}
    return {"digest": digest.encode(), **arrays}


def _unpack_readers(archive: ZipFile) -> dict[str, LinearReader]:
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
        raise BadZipFile
    there = set(archive.namelist())
    return {
        name: _check(LinearReader.from_arrays({part: _unpack(archive.read(f"reader/{name}.{part}")) for part in PARTS}))
        for name in LESSONS
        if f"reader/{name}.keys" in there
    }


def _check(reader: LinearReader) -> LinearReader:
    """The reader, if its arrays fit together. Raises `ValueError`."""
    rows, columns = reader.weights.shape
    if (rows, columns) != (len(reader.keys) + 1, len(reader.classes)) or reader.bias.shape != (columns,) or rows < 2:
        raise ValueError
    return reader


def _pack(array: npt.NDArray[Any]) -> bytes:
    out = BytesIO()
    np.lib.format.write_array(out, np.ascontiguousarray(array), allow_pickle=False)
    return out.getvalue()


def _unpack(content: bytes) -> npt.NDArray[Any]:
    array: npt.NDArray[Any] = np.lib.format.read_array(BytesIO(content), allow_pickle=False)
    return array
