"""From the YAML files of a folder to `Patterns`, every mistake of every file reported at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from brieflint.errors import PatternError
from brieflint.knowledge import buys, factwords, guide, patterns, perspectives
from brieflint.knowledge.buys import Buy
from brieflint.knowledge.consistency import Inconsistency, find_inconsistencies, find_pack_inconsistencies
from brieflint.knowledge.factwords import FactWords
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.layer import Entry, Layer
from brieflint.knowledge.merging import merge
from brieflint.knowledge.packs import FILES, misplaced, pack_files
from brieflint.knowledge.patterns import Checklist, Context, Group, Patterns, Rule, Section, Signal, Term
from brieflint.knowledge.perspectives import Perspectives
from brieflint.knowledge.yamlfile import Content, Mistake, read_yaml


@dataclass(frozen=True)
class TermFile:
    """A file in `terms/`. `drop` are ids of terms of the layers below that no longer count."""

    terms: tuple[Term, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True)
class SpellingFile:
    """`spelling.yaml`: words that are one word in two spellings."""

    spellings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RoleFile:
    """`roles.yaml`."""

    groups: dict[str, Group]


@dataclass(frozen=True)
class SectionFile:
    """`sections.yaml`; the first section whose heading matches wins."""

    sections: tuple[Section, ...]


@dataclass(frozen=True)
class SignalFile:
    """A file in `signals/`."""

    signals: tuple[Signal, ...]


@dataclass(frozen=True)
class RuleFile:
    """A file in `rules/`. `drop` are ids of rules of the layers below that no longer speak."""

    rules: tuple[Rule, ...] = ()
    drop: tuple[str, ...] = ()


KINDS: dict[str, Any] = {
    "guide.yaml": Guide,
    "perspectives.yaml": Perspectives,
    "terms": TermFile,
    "spelling.yaml": SpellingFile,
    "roles.yaml": RoleFile,
    "context.yaml": Context,
    "sections.yaml": SectionFile,
    "signals": SignalFile,
    "rules": RuleFile,
    "checklists": Checklist,
    "facts.yaml": FactWords,
    "buy.yaml": Buy,
}
"""File or folder of files → what each holds."""

KEYS = [
    field.name
    for source in (
        *(list(vars(module).values()) for module in (guide, patterns, perspectives, factwords, buys)),
        list(KINDS.values()),
    )
    for kind in source
    if is_dataclass(kind) and isinstance(kind, type)
    for field in fields(kind)
]


Files = Sequence[tuple[str, str, Traversable]]
"""The kind of each file (a key of `KINDS`), its name for people, and the file."""


def load_patterns(folder: Traversable) -> Patterns:
    """Read a folder that is complete by itself. Raises `PatternError` with all mistakes of all files."""
    return load_complete(folder).patterns


def load_complete(folder: Traversable) -> Layer:
    """Read a folder that is complete by itself, and where each entry stands. Raises `PatternError`."""
    read = _Reading([(kind, name, file) for kind in KINDS for name, file in _files(folder, kind)])
    if not read.mistakes:
        layer = read.layer(None)
        read.blame(find_inconsistencies(layer.patterns), layer)
        if not read.mistakes:
            return layer
    raise read.error()


def load_pack(folder: Path, base: Patterns) -> Layer:
    """Read a pack that lies over `base`. Raises `PatternError` with all mistakes of its YAML files."""
    places = [name for name in KINDS if name in FILES or not name.endswith(".yaml")]
    read = _Reading([(kind, str(folder / name), file) for kind in places for name, file in pack_files(folder, kind)])
    read.mistakes += [Mistake(str(folder / name), 1, what) for name, what in misplaced(folder)]
    if not read.mistakes:
        layer = read.layer(base.guide)
        read.blame(find_pack_inconsistencies(layer, base, merge(base, layer)), layer)
        if not read.mistakes:
            return layer
    raise read.error()


class _Reading:
    """The contents of files as they are read, and the mistakes in them."""

    def __init__(self, files: Files) -> None:
        self.mistakes: list[Mistake] = []
        self._found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        self._entries: dict[tuple[str, str], Entry] = {}
        for kind, name, file in files:
            content, wrong = read_yaml(file, name, KINDS[kind], KEYS)
            self.mistakes += wrong
            if content is not None:
                self._found[kind].append(content.value)
                self._entries |= _find_entries(content, name)

    def layer(self, guide: Guide | None) -> Layer:
        """What was read; with `guide`, files may be missing."""
        found = self._found
        groups = [file.groups for file in found["roles.yaml"]]
        return Layer(
            patterns=Patterns(
                guide=guide or found["guide.yaml"][0],
                perspectives=found["perspectives.yaml"][0] if found["perspectives.yaml"] else Perspectives(),
                terms=self._together("terms", "terms"),
                spellings=self._together("spelling.yaml", "spellings"),
                groups=groups[0] if groups else {},
                context=found["context.yaml"][0] if found["context.yaml"] else Context(),
                sections=self._together("sections.yaml", "sections"),
                signals=self._together("signals", "signals"),
                rules=self._together("rules", "rules"),
                checklists=tuple(found["checklists"]),
                facts=found["facts.yaml"][0] if found["facts.yaml"] else FactWords(),
                buy=found["buy.yaml"][0] if found["buy.yaml"] else Buy(),
            ),
            dropped_terms=self._together("terms", "drop"),
            dropped_rules=self._together("rules", "drop"),
            entries=self._entries,
        )

    def blame(self, inconsistencies: Iterable[Inconsistency], layer: Layer) -> None:
        """Note what does not go together, where it stands."""
        for kind, identity, what in inconsistencies:
            entry = layer.entries.get((kind, identity))
            self.mistakes.append(Mistake(entry.file if entry else "patterns", entry.line() if entry else 1, what))

    def error(self) -> PatternError:
        """All mistakes."""
        return PatternError([str(mistake) for mistake in sorted(self.mistakes)])

    def _together(self, kind: str, field: str) -> tuple[Any, ...]:
        return tuple(item for part in self._found[kind] for item in getattr(part, field))


def _files(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    place = folder.joinpath(name)
    if name.endswith(".yaml"):
        return [(name, place)]
    files = place.iterdir() if place.is_dir() else iter(())
    return [(f"{name}/{file.name}", file) for file in sorted(files, key=lambda f: f.name) if file.name.endswith(".yaml")]


def _find_entries(content: Content, file: str) -> Mapping[tuple[str, str], Entry]:
    """(type, id) of each entry of a file → where it stands."""
    found: dict[tuple[str, str], Entry] = {}
    for field in fields(content.value):
        items = getattr(content.value, field.name)
        if isinstance(items, dict):
            found |= {(type(item).__name__, name): Entry(file, content, (field.name, name)) for name, item in items.items()}
        elif isinstance(items, tuple):
            for position, item in enumerate(items):
                kind, name = ("drop", item) if field.name == "drop" else (type(item).__name__, _name(item))
                found.setdefault((kind, name), Entry(file, content, (field.name, position)))
    if isinstance(content.value, Checklist):
        found[Checklist.__name__, content.value.model] = Entry(file, content, ("model",))
    return found


def _name(item: Any) -> str:
    """What an entry goes by."""
    return next((str(getattr(item, key)) for key in ("id", "role", "effect") if hasattr(item, key)), "")
