"""From the YAML files of a patterns folder to `Patterns`, every mistake of every file reported at once."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from importlib.resources.abc import Traversable
from typing import Any

from brieflint.errors import PatternError
from brieflint.knowledge import factwords, guide, patterns
from brieflint.knowledge.consistency import find_inconsistencies
from brieflint.knowledge.factwords import FactWords
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.patterns import Checklist, Context, Group, Patterns, Rule, Section, Signal, Term
from brieflint.knowledge.yamlfile import Content, Mistake, read_yaml


@dataclass(frozen=True)
class TermFile:
    """A file in `terms/`."""

    terms: tuple[Term, ...]


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
    """A file in `rules/`."""

    rules: tuple[Rule, ...]


KINDS: dict[str, Any] = {
    "guide.yaml": Guide,
    "terms": TermFile,
    "spelling.yaml": SpellingFile,
    "roles.yaml": RoleFile,
    "context.yaml": Context,
    "sections.yaml": SectionFile,
    "signals": SignalFile,
    "rules": RuleFile,
    "checklists": Checklist,
    "facts.yaml": FactWords,
}
"""File or folder of files → what each holds."""

KEYS = [
    field.name
    for source in (*(list(vars(module).values()) for module in (guide, patterns, factwords)), list(KINDS.values()))
    for kind in source
    if is_dataclass(kind) and isinstance(kind, type)
    for field in fields(kind)
]


def load_patterns(folder: Traversable) -> Patterns:
    """Read a patterns folder. Raises `PatternError` with all mistakes of all files."""
    mistakes: list[Mistake] = []
    found: dict[str, list[Any]] = {name: [] for name in KINDS}
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for name, kind in KINDS.items():
        for path, file in _files(folder, name):
            content, wrong = read_yaml(file, path, kind, KEYS)
            mistakes += wrong
            if content is not None:
                found[name].append(content.value)
                places |= _places(content, path)
    if not mistakes:
        loaded = _assemble(found)
        for kind_name, identity, what in find_inconsistencies(loaded):
            path, line = places.get((kind_name, identity), ("patterns", 1))
            mistakes.append(Mistake(path, line, what))
        if not mistakes:
            return loaded
    raise PatternError([str(mistake) for mistake in sorted(mistakes)])


def _files(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    place = folder.joinpath(name)
    if name.endswith(".yaml"):
        return [(name, place)]
    files = place.iterdir() if place.is_dir() else iter(())
    return [(f"{name}/{file.name}", file) for file in sorted(files, key=lambda f: f.name) if file.name.endswith(".yaml")]


def _places(content: Content, path: str) -> dict[tuple[str, str], tuple[str, int]]:
    """(type, id) of each item of a file → where it stands."""
    return {
        (type(item).__name__, item.id): (path, content.line(field.name, position))
        for field in fields(content.value)
        if isinstance(items := getattr(content.value, field.name), tuple)
        for position, item in enumerate(items)
        if hasattr(item, "id")
    }


def _assemble(found: dict[str, list[Any]]) -> Patterns:
    def together(name: str, field: str) -> Iterable[Any]:
        return (item for part in found[name] for item in getattr(part, field))

    return Patterns(
        guide=found["guide.yaml"][0],
        terms=tuple(together("terms", "terms")),
        spellings=tuple(together("spelling.yaml", "spellings")),
        groups=found["roles.yaml"][0].groups,
        context=found["context.yaml"][0],
        sections=tuple(together("sections.yaml", "sections")),
        signals=tuple(together("signals", "signals")),
        rules=tuple(together("rules", "rules")),
        checklists=tuple(found["checklists"]),
        facts=found["facts.yaml"][0],
    )
