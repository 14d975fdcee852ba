"""Facts put together as people write them: "2 × senior Java developer"."""

from collections.abc import Sequence
from dataclasses import dataclass

from brieflint.documents.places import say_place
from brieflint.facts.fact import Fact

GAP = 60
"""At most so many characters between a number and its occupation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a brief states at one place: its own words, the numbers of people in figures; and the place as people say it."""

    texts: tuple[str, ...]
    place: str


def state(facts: Sequence[Fact], kinds: Sequence[str]) -> tuple[Stated, ...]:
    """What the facts of these kinds state, place by place, each once: positions as a whole, all others in their own words.

    A kind may be narrowed to a value: "ceremony:stand_up". Acceptance is told in whole sentences, so it is left out.
    """
    whole = "role" in kinds and "count" in kinds
    told = _positions(facts) if whole else []
    own = [kind for kind in kinds if not (whole and kind in ("role", "count", "seniority")) and kind != "acceptance"]
    told += [(_fold(fact.text), fact) for fact in facts if fact.kind in own or f"{fact.kind}:{fact.value}" in own]
    places: dict[str, list[str]] = {}
    seen: set[str] = set()
    for text, fact in told:
        if text.lower() not in seen:
            seen.add(text.lower())
            places.setdefault(say_place(fact.place, fact.line), []).append(text)
    return tuple(Stated(texts=tuple(texts), place=place) for place, texts in places.items())


def _positions(facts: Sequence[Fact]) -> list[tuple[str, Fact]]:
    """Each number of people with the level and the occupation that stand beside it; numbers by themselves are left out."""
    found = []
    for at, fact in enumerate(facts):
        if fact.kind != "count" or not fact.value:
            continue
        near = [
            other
            for other in facts[max(0, at - 3) : at + 6]
            if -GAP < other.start - fact.end < GAP and other.line - fact.line in (0, 1)
        ]
        after = [other for other in near if other.start >= fact.start]
        before = [other for other in near if other.end <= fact.start]
        following = next((other for other in after if other.kind in ("role", "count") and other is not fact), None)
        role = following if following and following.kind == "role" else None
        if role is None and not any(other.kind == "role" for other in after):
            role = next((other for other in reversed(before) if other.kind == "role"), None)
        if role is None:
            continue
        levels = [other for other in near if other.kind == "seniority" and _beside(other, fact, role)]
        level = f"{_fold(levels[0].text)} " if levels and _fold(levels[0].text).lower() not in _fold(role.text).lower() else ""
        found.append((f"{fact.value} × {level}{_fold(role.text)}", fact))
    return found


def _beside(level: Fact, count: Fact, role: Fact) -> bool:
    """Whether a level belongs to an occupation: between the number and it, or right before or after it; years do not count."""
    if level.value.endswith("y") and level.value[:-1].isdigit():
        return False
    return min(count.start, role.start) <= level.start <= role.end + 12


def _fold(text: str) -> str:
    return " ".join(text.split())
