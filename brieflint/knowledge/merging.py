"""One layer of patterns over another: an entry with a known id replaces the one below, any other is added."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from brieflint.knowledge.guide import Model
from brieflint.knowledge.layer import Layer
from brieflint.knowledge.patterns import Checklist, Context, Group, Patterns

Spellings = tuple[tuple[str, ...], ...]


class Identified(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its name among its kind."""


Item = TypeVar("Item", bound=Identified)


def merge(base: Patterns, layer: Layer) -> Patterns:
    """The patterns of `base` with a layer over them.

    The guide, the perspectives, the words of facts and those of buys stay.
    Terms and sections of the layer come first, since the first that matches wins.
    Groups, cues and spellings grow: nothing below loses a word.
    """
    added = layer.patterns
    return Patterns(
        guide=base.guide,
        perspectives=base.perspectives,
        terms=(*added.terms, *_rest(base.terms, added.terms, layer.dropped_terms)),
        spellings=_join_spellings(base.spellings, added.spellings),
        groups=_join_groups(base.groups, added.groups),
        context=Context(
            cues=(*base.context.cues, *added.context.cues),
            ends=tuple(dict.fromkeys((*base.context.ends, *added.context.ends))),
        ),
        sections=(*added.sections, *base.sections),
        signals=(*_rest(base.signals, added.signals), *added.signals),
        rules=(*_rest(base.rules, added.rules, layer.dropped_rules), *added.rules),
        checklists=_join_checklists(base.checklists, added.checklists),
        facts=base.facts,
        buy=base.buy,
    )


def _rest(below: tuple[Item, ...], above: tuple[Item, ...], dropped: Collection[str] = ()) -> tuple[Item, ...]:
    """What is left of the entries below."""
    gone = {item.id for item in above}.union(dropped)
    return tuple(item for item in below if item.id not in gone)


def _update(below: tuple[Item, ...], above: tuple[Item, ...]) -> tuple[Item, ...]:
    """Replaced entries keep their place, since their order is that of a draft; new ones come last."""
    return tuple(({item.id: item for item in below} | {item.id: item for item in above}).values())


def _join_groups(below: Mapping[str, Group], above: Mapping[str, Group]) -> dict[str, Group]:
    joined = dict(below)
    for name, group in above.items():
        old = below.get(name, Group(phrases=()))
        joined[name] = Group(about=group.about or old.about, phrases=tuple(dict.fromkeys((*old.phrases, *group.phrases))))
    return joined


def _join_spellings(below: Spellings, above: Spellings) -> Spellings:
    """New spellings of a known word join it, so that there is one form under which all are compared."""
    joined = list(below)
    for words in above:
        known = next((at for at, old in enumerate(joined) if set(old) & set(words)), None)
        if known is None:
            joined.append(words)
        else:
            joined[known] = tuple(dict.fromkeys((*joined[known], *words)))
    return tuple(joined)


def _join_checklists(below: tuple[Checklist, ...], above: tuple[Checklist, ...]) -> tuple[Checklist, ...]:
    joined: dict[Model, Checklist] = {checklist.model: checklist for checklist in below}
    for new in above:
        old = joined[new.model]
        joined[new.model] = replace(
            old,
            title=new.title or old.title,
            caution=new.caution or old.caution,
            slots=_update(old.slots, new.slots),
            anti_slots=_update(old.anti_slots, new.anti_slots),
        )
    return tuple(joined.values())
