"""What is in force, and where each entry comes from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.folder import shipped_folder
from brieflint.knowledge.layer import Layer
from brieflint.knowledge.loading import load_complete, load_pack
from brieflint.knowledge.packs import Packs

KINDS: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "terms": ("Term", lambda term: f"{term.model}: {', '.join(term.phrases)}" + ("" if term.flag else " (never reported)")),
    "signals": ("Signal", lambda signal: signal.about),
    "rules": ("Rule", lambda rule: f"{rule.severity}: {rule.title}"),
    "checklists": ("Checklist", lambda checklist: f"{len(checklist.slots)} slots, {len(checklist.anti_slots)} anti-slots"),
}
"""Kind → its type, and what to say about an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry: its kind and id, what it is, its file and line, and how it stands to the layers around it.

    `own`: it comes from a pack, or a pack changed it.
    """

    kind: str
    id: str
    about: str
    source: str
    own: bool
    state: str = ""


def load_layers(packs: Packs) -> list[Layer]:
    """The shipped layer and the one of each pack, lowest first. Raises `PatternError`."""
    layers = [load_complete(shipped_folder())]
    return layers + [load_pack(pack.folder, load_knowledge(packs[:at])) for at, pack in enumerate(packs)]


def list_patterns(packs: Packs) -> list[Listed]:
    """All terms, signals, rules and checklists, by kind and then as they were met. Raises `PatternError`."""
    found: dict[tuple[str, str], Listed] = {}
    for level, layer in enumerate(load_layers(packs)):
        for entry in _list_layer(layer, own=level > 0):
            below = found.get((entry.kind, entry.id))
            verb = "adds to" if entry.kind == "checklists" else "replaces"
            found[entry.kind, entry.id] = replace(entry, state=f"{verb} {below.source}") if below else entry
        for kind, dropped in (("terms", layer.dropped_terms), ("rules", layer.dropped_rules)):
            for name in dropped:
                place = layer.entries["drop", name]
                found[kind, name] = replace(found[kind, name], own=True, state=f"dropped by {place.file}:{place.line()}")
    order = list(KINDS)
    return sorted(found.values(), key=lambda entry: order.index(entry.kind))


def _list_layer(layer: Layer, own: bool) -> Iterator[Listed]:
    for kind, (type_name, tell) in KINDS.items():
        for item in getattr(layer.patterns, kind):
            name = getattr(item, "id", None) or item.model
            entry = layer.entries[type_name, name]
            source = f"{entry.file}:{entry.line()}" if own else f"shipped {entry.file}:{entry.line()}"
            yield Listed(kind=kind, id=name, about=tell(item), source=source, own=own)
