"""Facts as text for people: pure functions."""

from collections.abc import Sequence

from brieflint.documents.places import say_place
from brieflint.facts.fact import KINDS, Fact
from brieflint.reporting.words import clip
from brieflint.signs import printable

SHOWN = 80
"""Characters shown of a fact's words."""


def write_text(facts: Sequence[Fact]) -> str:
    """Write the facts kind by kind; what a brief says several times once, at its first place."""
    if not facts:
        return "No facts found.\n"
    lines: list[str] = []
    for kind in KINDS:
        seen: dict[str, tuple[Fact, int]] = {}
        for fact in facts:
            if fact.kind == kind:
                key = fact.value or printable(fact.text).lower()
                first, times = seen.get(key, (fact, 0))
                seen[key] = first, times + 1
        if seen:
            lines += [kind.replace("_", " "), *(_write(fact, times) for fact, times in seen.values()), ""]
    return "\n".join(lines[:-1]) + "\n"


def _write(fact: Fact, times: int) -> str:
    value = f" = {clip(fact.value, SHOWN)}" if fact.value and fact.value != printable(fact.text) else ""
    more = f", {times} times" if times > 1 else ""
    return f'  "{clip(fact.text, SHOWN)}"{value} ({printable(say_place(fact.place, fact.line))}{more})'
