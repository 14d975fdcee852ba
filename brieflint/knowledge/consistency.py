"""What must hold between pattern files: names that are used exist, frames compile, the guide's tables are complete."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from string import Formatter
from typing import get_args

from brieflint.knowledge.buys import BuyRule
from brieflint.knowledge.grammar import FrameError, Grammar, parse_frame, parse_phrase
from brieflint.knowledge.guide import MODELS, ROWS
from brieflint.knowledge.layer import Layer
from brieflint.knowledge.patterns import Patterns, Rule
from brieflint.knowledge.perspectives import Situation
from brieflint.knowledge.vocabulary import READERS

NOT_IN_PHRASES = re.compile(r"[{}\[\]|]|\.\.\.")
GAPS = ("label", "named", "described", "direction", "missing")
"""What texts of rules may use in braces."""
BUY_GAPS = ("file", "other", "says", "here", "there", "described", "decides", "turn")
"""What texts of rules on the files of a buy may use."""

Inconsistency = tuple[str, str, str]
"""The type and id of the entry, and what is wrong with it."""


def find_inconsistencies(patterns: Patterns) -> Iterator[Inconsistency]:
    """Everything that is wrong in a complete folder although each file by itself is well formed."""
    yield from _incomplete_guide(patterns)
    yield from _incomplete_perspectives(patterns)
    yield from _inconsistent_entries(patterns, patterns)


def find_pack_inconsistencies(layer: Layer, base: Patterns, merged: Patterns) -> Iterator[Inconsistency]:
    """Everything that is wrong in a pack over `base`, where both together are `merged`."""
    yield from _inconsistent_entries(layer.patterns, merged)
    for kind, dropped, entries in (("term", layer.dropped_terms, base.terms), ("rule", layer.dropped_rules, base.rules)):
        known = [entry.id for entry in entries]
        for name in dropped:
            if name not in known:
                yield "drop", name, f"drop: there is no {kind} {name!r}{_suggest(name, known)}"


def _inconsistent_entries(patterns: Patterns, merged: Patterns) -> Iterator[Inconsistency]:
    yield from _doubled_ids(patterns)
    yield from _broken_phrases(patterns)
    yield from _broken_frames(patterns, Grammar.of(merged))
    yield from _unknown_signals(patterns, [signal.id for signal in merged.signals])
    yield from _broken_texts(patterns)
    yield from _contradictory_terms(patterns)


def _suggest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _incomplete_guide(patterns: Patterns) -> Iterator[Inconsistency]:
    guide = patterns.guide
    for model in MODELS:
        if model not in guide.models:
            yield "Guide", "", f"guide.yaml: models: {model} is missing"
        if model not in {checklist.model for checklist in patterns.checklists}:
            yield "Checklist", model, f"checklists: there is none for {model}"
    for checklist in patterns.checklists:
        if not checklist.title:
            yield "Checklist", checklist.model, f"the checklist for {checklist.model} has no title"
    for row in ROWS:
        cells = {cell for entry in guide.grid if entry.id == row for cell in entry.cells}
        if missing := [model for model in MODELS if model not in cells]:
            yield "GridRow", row, f"guide.yaml: grid: {row} has no cell for {', '.join(missing)}"
    pairs = Counter((pair.named, pair.described) for pair in guide.pairs)
    for named in MODELS:
        for described in MODELS:
            if named != described and pairs[named, described] != 1:
                yield "Pair", "", f"guide.yaml: pairs: {named} for {described} stands {pairs[named, described]} times"


def _incomplete_perspectives(patterns: Patterns) -> Iterator[Inconsistency]:
    told = patterns.perspectives
    known = {perspective.id for perspective in told.perspectives}
    yield from (("Perspective", "", f"perspectives.yaml: {reader} is missing") for reader in READERS if reader not in known)
    for model in MODELS:
        if model not in told.directions:
            yield "Perspective", "", f"perspectives.yaml: directions: {model} is missing"
        if model not in {route.model for route in told.routes}:
            yield "Perspective", "", f"perspectives.yaml: routes: there is none for {model}"
    for perspective in told.perspectives:
        needed = get_args(Situation) if perspective.judges else ("agrees",)
        if missing := [situation for situation in needed if situation not in perspective.headlines]:
            yield "Perspective", perspective.id, f"{perspective.id}: no headline for {', '.join(missing)}"


def _doubled_ids(patterns: Patterns) -> Iterator[Inconsistency]:
    rules: list[Rule | BuyRule] = [*patterns.rules, *patterns.buy.rules]
    for entries in (patterns.terms, patterns.signals, rules, patterns.buy.claims):
        counts = Counter(entry.id for entry in entries)
        for entry in entries:
            if counts[entry.id] > 1:
                yield type(entry).__name__, entry.id, f"the id {entry.id!r} stands {counts[entry.id]} times"


def _broken_phrases(patterns: Patterns) -> Iterator[Inconsistency]:
    phrases = [("Term", term.id, phrase) for term in patterns.terms for phrase in term.phrases]
    phrases += [("Group", name, phrase) for name, group in patterns.groups.items() for phrase in group.phrases]
    for kind, identity, phrase in phrases:
        if NOT_IN_PHRASES.search(phrase):
            yield (
                kind,
                identity,
                f"{identity}: phrase {phrase!r}: phrases are plain words; write each out, without brackets or gaps",
            )
        else:
            try:
                parse_phrase(phrase, {})
            except FrameError as error:
                yield kind, identity, f"{identity}: {error}"


def _broken_frames(patterns: Patterns, grammar: Grammar) -> Iterator[Inconsistency]:
    def broken(kind: str, identity: str, frames: Iterable[str]) -> Iterator[Inconsistency]:
        for frame in frames:
            try:
                parse_frame(frame, grammar)
            except RecursionError:
                yield kind, identity, f"{identity}: a frame is nested too deeply"
            except FrameError as error:
                yield kind, identity, f"{identity}: frame {frame!r}: {error}"

    for term in patterns.terms:
        yield from broken("Term", term.id, (*term.only_with, *term.not_with))
    for cue in patterns.context.cues:
        yield from broken("Cue", cue.effect, cue.phrases)
    for signal in patterns.signals:
        yield from broken("Signal", signal.id, (*signal.frames, *signal.unless))
    for section in patterns.sections:
        yield from broken("Section", section.role, section.headings)
    for role in patterns.buy.roles:
        yield from broken("FileRole", role.id, (*role.files, *role.opens, *role.holds, *role.unless))
    for claim in patterns.buy.claims:
        yield from broken("Claim", claim.id, (*claim.frames, *claim.unless))
    for row, words in patterns.buy.rows.items():
        sides = (words.client, words.vendor)
        framed = [frame for side in sides for frame in (*side.frames, *side.offered)]
        yield from broken("RowWords", row, (*framed, *words.unless))
    for checklist in patterns.checklists:
        for slot in checklist.slots:
            yield from broken("Slot", slot.id, (*slot.frames, *slot.unless))
        for anti_slot in checklist.anti_slots:
            yield from broken("AntiSlot", anti_slot.id, anti_slot.frames)


def _unknown_signals(patterns: Patterns, known: Collection[str]) -> Iterator[Inconsistency]:
    for rule in patterns.rules:
        for name in (*rule.when.signals, *rule.when.also, *rule.when.without, *(addition.signal for addition in rule.adds)):
            if name not in known:
                yield "Rule", rule.id, f"{rule.id}: no signal {name!r} in signals/{_suggest(name, known)}"


def _broken_texts(patterns: Patterns) -> Iterator[Inconsistency]:
    """Texts of rules are filled with a few words and nothing else: no attributes, no widths."""
    texts: list[tuple[str, str, str, tuple[str, ...]]] = [
        ("Rule", rule.id, text, GAPS)
        for rule in patterns.rules
        for text in (rule.message, rule.fix, *(addition.text for addition in rule.adds))
    ]
    texts += [("BuyRule", rule.id, text, BUY_GAPS) for rule in patterns.buy.rules for text in (rule.message, rule.fix)]
    for kind, name, text, known in texts:
        yield from ((kind, name, f"{name}: {what}") for what in _find_broken_gaps(text, known))


def _find_broken_gaps(text: str, known: Collection[str]) -> Iterator[str]:
    try:
        gaps = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError as error:
        yield f"{error}; for a brace in the text, double it"
        return
    for name, spec, conversion in gaps:
        if name not in known:
            yield f"unknown gap {{{name}}}{_suggest(name, known)} (known: {', '.join(known)})"
        elif spec or conversion:
            yield f"write {{{name}}} without anything after the name"


def _contradictory_terms(patterns: Patterns) -> Iterator[Inconsistency]:
    seen: dict[str, str] = {}
    for term in patterns.terms:
        for phrase in term.phrases:
            other = seen.setdefault(phrase.lower(), term.model)
            if other != term.model:
                yield "Term", term.id, f"{term.id}: the phrase {phrase!r} already names {other}"
