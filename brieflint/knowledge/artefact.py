"""All patterns in one file that loads in milliseconds, keyed by the content of the files it was compiled from.

`compiled.zip` holds `patterns.json` (everything in the YAML files, validated) and `reader/` (the weights of the trained
readers). When a YAML file has changed since, the YAML files are read instead: right, only slower.
"""

import dataclasses
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec

from brieflint.knowledge.folder import COMPILED, LEGAL, digest, shipped_folder
from brieflint.knowledge.packs import Packs
from brieflint.knowledge.patterns import Patterns

Kind = TypeVar("Kind")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, so that the same content gives the same bytes."""


def load_knowledge(packs: Packs = ()) -> Patterns:
    """The shipped patterns, and those of packs over them, the last on top. Raises `PatternError`."""
    return _layer(packs)


@lru_cache(maxsize=16)
def _layer(packs: Packs) -> Patterns:
    if not packs:
        return load_folder(shipped_folder())
    from brieflint.knowledge.loading import load_pack
    from brieflint.knowledge.merging import merge

    base = _layer(packs[:-1])
    return merge(base, load_pack(packs[-1].folder, base))


def load_folder(folder: Traversable) -> Patterns:
    """The patterns of a folder that is complete by itself. Raises `PatternError`."""
    compiled = folder.joinpath(COMPILED)
    if compiled.is_file():
        with compiled.open("rb") as stream, ZipFile(stream) as archive:
            stored = msgspec.json.decode(archive.read("patterns.json"))
        if stored["digest"] == digest(folder, ".yaml", without=LEGAL):
            return restore(Patterns, stored["patterns"])
    from brieflint.knowledge.loading import load_patterns  # pydantic is only needed to validate

    return load_patterns(folder)


def compile_artefact(folder: Traversable, patterns: Patterns, readers: dict[str, bytes]) -> bytes:
    """The bytes of `compiled.zip`: the same for the same content. `readers` maps names below `reader/` to bytes."""
    plain = {"digest": digest(folder, ".yaml", without=LEGAL), "patterns": dataclasses.asdict(patterns)}
    entries = {
        "patterns.json": json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(),
        **{f"reader/{name}": content for name, content in sorted(readers.items())},
    }
    return pack_entries(entries)


def pack_entries(entries: Mapping[str, bytes]) -> bytes:
    """The bytes of a zip file with these entries: the same for the same content."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in entries.items():
            info = ZipInfo(name, EPOCH)
            # Weights hardly get smaller, and each start would wait for them.
            info.compress_type = ZIP_STORED if name.endswith((".keys", ".weights")) else ZIP_DEFLATED
            archive.writestr(info, content)
    return packed.getvalue()


def restore(kind: type[Kind], plain: Any) -> Kind:
    """An instance of `kind` (dataclasses, tuples, mappings, plain values) from what `dataclasses.asdict` made of it."""
    return msgspec.convert(plain, kind)
