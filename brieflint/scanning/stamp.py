"""What the program is, as digests: with another program, other patterns or other libraries nothing is remembered.

To hash the program takes longer than to answer from memory, so its digests are remembered too, for as long as no file of it
has changed its time or its size and nothing was installed beside it.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import brieflint
from brieflint.scanning.store import Store, make_key

LIBRARIES = ("msgspec", "numpy", "pypdfium2", "spacy", "thinc")
LEFT_OUT = ("__pycache__",)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Digests of everything that decides what is said of a brief, and of what decides how a document is read."""

    program: str
    documents: str


def read_stamp(store: Store) -> Stamp:
    """The stamp of this program."""
    key = make_key("stamp", brieflint.__version__, sys.version, _read_signature())
    if told := store.get(key):
        program, _, documents = told.decode().partition(" ")
        return Stamp(program, documents)
    stamp = make_stamp()
    store.put(key, f"{stamp.program} {stamp.documents}".encode())
    return stamp


def make_stamp() -> Stamp:
    """The stamp of this program, from the bytes of its files."""
    from importlib.metadata import version

    libraries = json.dumps([sys.version, *(version(name) for name in LIBRARIES)])
    return Stamp(make_key(libraries, _hash_files(_folders())), make_key(libraries, _hash_files([_folders()[0] / "documents"])))


def _folders() -> list[Path]:
    """The folders of the program and of its patterns, which lie elsewhere in a checkout than in an installation."""
    spec = find_spec("brieflint.patterns")
    places = spec.submodule_search_locations if spec else None
    return [Path(brieflint.__file__).parent, *map(Path, places or ())]


def _hash_files(folders: Sequence[Path]) -> str:
    hashed = blake2b(digest_size=20)
    for folder in folders:
        for path, _ in sorted(_walk(str(folder)), key=lambda entry: entry[0]):
            content = Path(path).read_bytes()
            hashed.update(f"{os.path.relpath(path, folder)}\0{len(content)}\0".encode() + content)
    return hashed.hexdigest()


def _read_signature() -> str:
    """Times and sizes of the program's files, and the times of the folders in which libraries are installed."""
    told = [f"{path}\0{state.st_mtime_ns}\0{state.st_size}\0{state.st_ino}" for path, state in _walk(*map(str, _folders()))]
    told += [f"{path}\0{Path(path).stat().st_mtime_ns}" for path in sys.path if path and Path(path).is_dir()]
    return "\n".join(sorted(told))


def _walk(*folders: str) -> Iterator[tuple[str, os.stat_result]]:
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name not in LEFT_OUT:
                        yield from _walk(entry.path)
                elif not entry.name.endswith(".pyc"):
                    yield entry.path, entry.stat()
