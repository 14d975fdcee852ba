"""A layer: what one folder holds, before it is laid over what is below, and where each entry of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from brieflint.knowledge.patterns import Patterns
from brieflint.knowledge.yamlfile import Content


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry stands in a file."""

    file: str
    content: Content
    place: tuple[int | str, ...]

    def line(self, *place: int | str) -> int:
        """The line (from 1) of the entry, or of a place in it, such as `("examples", "bad", 0)`."""
        return self.content.line(*self.place, *place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What a folder adds, the ids of what it drops from below, and (type, id) → where each entry stands."""

    patterns: Patterns
    dropped_terms: tuple[str, ...] = ()
    dropped_rules: tuple[str, ...] = ()
    entries: Mapping[tuple[str, str], Entry]
