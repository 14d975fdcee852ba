"""Frames: what terms, signals, slots, cues and headings look for, as elements that are matched on words.

They are written in the small language that `brieflint.knowledge.grammar` reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from brieflint.knowledge.words import Words

LONG = 16
"""Letters of words so long that it makes no difference any more."""
GAP = 6
"""Words that "..." may stand for at most: bounded, so that no frame is worse than linear in the length of a sentence."""
Reached = set[int]
"""The numbers of the words that a match may have come to. A set, since different ways through a frame come to the same word:
so the work on a frame is bounded, however a sentence repeats itself."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One word: one of `forms`, or any that starts with `prefix`."""

    forms: frozenset[str]
    prefix: str = ""

    @property
    def openings(self) -> frozenset[str]:
        """Words with one of which the element begins; empty when that cannot be said."""
        return frozenset() if self.prefix else self.forms

    @property
    def anchors(self) -> frozenset[str]:
        """Words, or beginnings of words marked with a `*`, one of which the element holds; empty when that cannot be said."""
        return frozenset({self.prefix + "*"}) if self.prefix else self.forms

    def is_at(self, words: Words, at: int) -> bool:
        """Whether a word is this one."""
        word = words.lower[at]
        return word in self.forms or (self.prefix != "" and word.startswith(self.prefix))

    def ends(self, words: Words, starts: Reached, limit: int) -> Reached:
        """Where the element may end (exclusive) when it begins at one of the words `starts`, all of it before word `limit`."""
        if self.prefix:
            return {at + 1 for at in starts if at < limit and self.is_at(words, at)}
        forms, lower = self.forms, words.lower
        return {at + 1 for at in starts if at < limit and lower[at] in forms}


Tree = dict[str, "Tree"]
"""Phrases by their first word, these by their second, and so on; below `ENDS` nothing follows: here a phrase ends."""
ENDS = ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """One of many phrases, found in one walk however many there are, but for the few that hold a `word*`.

    Openings and anchors as above.
    """

    tree: Tree
    others: tuple[tuple[Literal, ...], ...]
    openings: frozenset[str]

    @property
    def anchors(self) -> frozenset[str]:
        """Words one of which the element holds."""
        return self.openings

    def ends(self, words: Words, starts: Reached, limit: int) -> Reached:
        """Where the element may end, all of it before word `limit`."""
        found = set()
        for start in starts:
            at, branch = start, self.tree
            while at < limit and words.lower[at] in branch:
                branch = branch[words.lower[at]]
                at += 1
                if ENDS in branch:
                    found.add(at)
            for phrase in self.others:
                if start < limit and words.lower[start] in phrase[0].forms and stands_at(phrase, words, start, limit):
                    found.add(start + len(phrase))
        return found


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, or nothing at all; openings and anchors as above."""

    options: tuple[tuple["Element", ...], ...]
    optional: bool
    openings: frozenset[str]
    anchors: frozenset[str]

    def ends(self, words: Words, starts: Reached, limit: int) -> Reached:
        """Where the element may end, all of it before word `limit`."""
        found = set(starts) if self.optional else set()
        for option in self.options:
            found |= follow(option, words, starts, limit)
        return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `GAP` words; no word is known of them."""

    openings: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()

    def ends(self, words: Words, starts: Reached, limit: int) -> Reached:
        """Where the gap may end, all of it before word `limit`."""
        del words
        return {end for at in starts for end in range(at, min(at + GAP, limit) + 1)}


Element = Literal | Phrases | Choice | Gap
Frame = tuple[Element, ...]


def follow(frame: Sequence[Element], words: Words, starts: Reached, limit: int) -> Reached:
    """Where a frame may end when it begins at one of the words `starts`, all of it before word `limit`."""
    reached = starts
    for element in frame:
        reached = element.ends(words, reached, limit)
        if not reached:
            break
    return reached


def stands_at(phrase: Sequence[Literal], words: Words, at: int, limit: int) -> bool:
    """Whether a phrase, whose first word is known to fit, stands at a word, all of it before word `limit`."""
    return at + len(phrase) <= limit and all(phrase[number].is_at(words, at + number) for number in range(1, len(phrase)))


def choose(options: Sequence[Frame], *, optional: bool) -> Element:
    """The choice between frames; single words among them become one word with many forms, which is found in one step."""
    longer: list[Frame] = []
    forms: set[str] = set()
    for option in options:
        if len(option) == 1 and isinstance(option[0], Literal) and not option[0].prefix:
            forms |= option[0].forms
        else:
            longer.append(option)
    word = Literal(frozenset(forms))
    if not longer and not optional:
        return word
    if forms:
        longer.append((word,))
    return Choice(
        options=tuple(longer),
        optional=optional,
        openings=frozenset() if optional else _unite([option[0].openings for option in longer]),
        anchors=frozenset() if optional else _unite([find_anchors(option) for option in longer]),
    )


def _unite(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets) if all(sets) else frozenset()


def find_anchors(frame: Frame) -> frozenset[str]:
    """The smallest set of words one of which every match holds, of whole words if there is one; empty when there is none."""
    found = [element.anchors for element in frame if element.anchors]
    return min(found, key=lambda anchors: (not are_whole(anchors), len(anchors)), default=frozenset())


def count_hits(anchors: frozenset[str]) -> int:
    """How often one of these words may stand in a text, by a rule of thumb: twice as often with each letter less."""
    return sum(1 << max(0, LONG - len(word)) for word in anchors)


def are_whole(anchors: frozenset[str]) -> bool:
    """Whether no anchor is only the beginning of a word."""
    return not any(word.endswith("*") for word in anchors)
