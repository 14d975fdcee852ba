"""Packs: folders of patterns of somebody's own, laid over the shipped ones. Only the places named here are ever opened."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from brieflint.errors import PatternError
from brieflint.knowledge.folder import LARGEST_YAML, UnfitFile, read_text

FILES = ("roles.yaml", "context.yaml", "sections.yaml", "spelling.yaml")
FOLDERS = {
    "terms": ".yaml",
    "signals": ".yaml",
    "rules": ".yaml",
    "checklists": ".yaml",
    "sentences": ".tsv",
    "templates": ".md.j2",
}
"""Folder → the ending of its files."""
PATTERNED = (".yaml", ".yml", ".tsv", ".j2")
"""A file with one of these endings, but not in its place, is a mistake; other files are nobody's business."""


SHIPPED_ONLY: dict[str, list[str]] = {"packs": []}
"""The setting of a pipeline component that knows the shipped patterns alone; packs are given as paths of folders."""


LARGEST_PACK = 8 * LARGEST_YAML
"""Characters of all files of a pack together."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it was when it was opened. `digest` is a hash of all its files, `lessons` of its sentences, "" for none."""

    folder: Path
    digest: str
    lessons: str


Packs = tuple[Pack, ...]


def open_packs(folders: Iterable[str | Path]) -> Packs:
    """The packs in these folders, each once. Raises `PatternError` for what is no pack."""
    packs: dict[Path, Pack] = {}
    wrong: list[str] = []
    for folder in map(Path, folders):
        try:
            packs.setdefault(folder.absolute(), _open(folder))
        except UnfitFile as error:
            wrong.append(f"{folder}: {error}")
        except OSError as error:
            wrong.append(f"{folder}: the folder cannot be read ({error.strerror})")
    if wrong:
        raise PatternError(wrong)
    return tuple(packs.values())


def _open(folder: Path) -> Pack:
    if not folder.is_dir():
        raise UnfitFile("a pack is a folder, and this is a file" if folder.exists() else "there is no such folder")
    hashed, lessons = sha256(), sha256()
    empty, teaches = True, False
    size = 0
    for name, file in pack_files(folder):
        empty = False
        if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
            raise UnfitFile(f"{name} points out of this folder; copy into it what it points to")
        content = _read(file)
        size += len(content)
        if size > LARGEST_PACK:
            raise UnfitFile(f"the files of this folder are larger than {LARGEST_PACK // 1024**2} MiB together")
        hashed.update(f"{name}\0{len(content)}\0{content}".encode())
        if name.startswith("sentences/") and len(rows := meaningful_lines(content)) > 1:
            teaches = True
            lessons.update("\n".join([name, *(row for _, row in rows), ""]).encode())
    if empty and not any(misplaced(folder)):
        places = ", ".join(f"{name}/" for name in FOLDERS)
        raise UnfitFile(f"no patterns in this folder; it may hold {places} {', '.join(FILES)}")
    return Pack(folder, hashed.hexdigest(), lessons.hexdigest() if teaches else "")


def _read(file: Path) -> str:
    """The text, or "" for a file that is unfit: loading tells of it, with its name."""
    try:
        return read_text(file)
    except UnfitFile:
        return ""


def pack_files(folder: Path, place: str | None = None) -> Iterator[tuple[str, Path]]:
    """The files of a pack, or of one place in it, as names below the folder and paths."""
    for name in FILES:
        if place in (None, name) and (folder / name).exists():
            yield name, folder / name
    for name, ending in FOLDERS.items():
        if place in (None, name):
            yield from ((f"{name}/{file.name}", file) for file in _list(folder / name) if file.name.endswith(ending))


def misplaced(folder: Path) -> Iterator[tuple[str, str]]:
    """Files and folders of a pack that look like patterns and would never be read, and what to do about each."""
    known = (*FILES, *FOLDERS)
    for entry in _list(folder):
        if entry.name == "guide.yaml":
            yield entry.name, "a pack cannot change the guide; take this file out"
        elif entry.name not in known and (entry.name.endswith(PATTERNED) or entry.is_dir()):
            near = get_close_matches(entry.name, known, n=1, cutoff=0.5 if entry.name.endswith(PATTERNED) else 0.7)
            if near or not entry.is_dir():
                yield (
                    entry.name,
                    f"nothing reads this; did you mean {near[0]!r}?" if near else f"only {', '.join(known)} are read",
                )
        elif entry.name in FOLDERS and not entry.is_dir():
            yield entry.name, "this must be a folder"
    for name, ending in FOLDERS.items():
        for file in _list(folder / name):
            if file.name.endswith(PATTERNED) and not file.name.endswith(ending):
                yield f"{name}/{file.name}", f"nothing reads this; files in {name}/ end in {ending!r}"


def meaningful_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a file of sentences with their numbers (from 1), without empty ones and comments (`#`)."""
    return [
        (number, line)
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1)
        if line.strip() and not line.startswith("#")
    ]


def _list(folder: Path) -> list[Path]:
    return sorted((entry for entry in folder.iterdir() if entry.name[0] != "."), key=str) if folder.is_dir() else []
