"""Frames: the small language of terms, signals, slots, cues and headings, and how it is matched on words.

`word` · `word*` · `word(s)` · `{group}` · `(a|b c)` · `[optional]` · `...` for up to six words.
See `brieflint.knowledge.patterns`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from brieflint.knowledge.patterns import Group, Patterns
from brieflint.knowledge.words import WORD, Spellings, Words, fold_word

TOKEN = re.compile(r"\.\.\.|\{\w+\}|[()\[\]|]|[^\s(){}\[\]|]+(?:\(e?s\))?")
GAP = 6
"""Words that "..." may stand for at most: bounded, so that no frame is worse than linear in the length of a sentence."""
GAPS = 4
"""Gaps in a frame at most: each multiplies the places that the frame may come to."""
LONGEST = 4000
"""Characters of a frame at most."""
PLURAL = re.compile(r"\((e?s)\)$")

Reached = set[int]
"""The numbers of the words that a match may have come to. A set, since different ways through a frame come to the same word:
so the work on a frame is bounded, however a sentence repeats itself."""


class FrameError(ValueError):
    """A frame that cannot be compiled; the message says why."""


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
        return {at + 1 for at in starts if at < limit and self.is_at(words, at)}


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


class Grammar:
    """The groups and spellings that frames are read with; a group or a word is read once, however many frames use it."""

    _made: ClassVar[dict[int, tuple[Patterns, "Grammar"]]] = {}

    def __init__(self, groups: Mapping[str, Group], spellings: Mapping[str, str]) -> None:
        self.spellings = Spellings(spellings)
        self._alike = spellings
        self._groups = groups
        self._phrases: dict[str, Phrases] = {}
        self._literals: dict[str, tuple[Literal, ...]] = {}

    @classmethod
    def of(cls, patterns: Patterns) -> "Grammar":
        """The grammar of some patterns, the same one for all who ask, so that each group is read once in a process."""
        if id(patterns) not in cls._made:
            # The patterns are kept beside it, so that their id is not given to others.
            cls._made[id(patterns)] = patterns, cls(patterns.groups, patterns.spelling())
        return cls._made[id(patterns)][1]

    def phrases(self, name: str) -> Phrases:
        """The phrases of a group. Raises `FrameError` when there is none of that name."""
        if name not in self._groups:
            raise FrameError(f"no group {name!r} in roles.yaml")
        if name not in self._phrases:
            self._phrases[name] = self._index(self._groups[name].phrases)
        return self._phrases[name]

    def phrase(self, text: str) -> tuple[Literal, ...]:
        """A phrase without brackets or groups, as its words; `word*` and `word(s)` are understood. Raises `FrameError`."""
        literals = tuple([literal for token in text.split() for literal in self._read(token)])
        if not literals:
            raise FrameError(f"no word in {text!r}")
        return literals

    def _index(self, texts: Iterable[str]) -> Phrases:
        tree: Tree = {}
        phrases = [self.phrase(text) for text in texts]
        others = tuple([phrase for phrase in phrases if any(literal.prefix for literal in phrase)])
        for phrase in phrases:
            if phrase in others:
                continue
            branches = [tree]
            for literal in phrase:
                branches = [branch.setdefault(form, {}) for branch in branches for form in literal.forms]
            for branch in branches:
                branch[ENDS] = {}
        return Phrases(tree, others, frozenset(tree).union(*(phrase[0].forms for phrase in others)))

    def _read(self, token: str) -> tuple[Literal, ...]:
        if token not in self._literals:
            self._literals[token] = tuple(self._make_literals(token))
        return self._literals[token]

    def _make_literals(self, token: str) -> list[Literal]:
        plural = PLURAL.search(token)
        stem = token[: plural.start()] if plural else token.removesuffix("*")
        folded = [fold_word(word, self._alike) for word in WORD.findall(stem)]
        if not folded:
            return []
        *before, last = folded
        if plural:
            ending = Literal(frozenset({last, fold_word(last + plural[1], self._alike)}))
        else:
            ending = Literal(frozenset({last}), last if token.endswith("*") else "")
        return [*(Literal(frozenset({word})) for word in before), ending]


def parse_frame(frame: str, grammar: Grammar) -> Frame:
    """The elements of a frame. Raises `FrameError`."""
    if len(frame) > LONGEST:
        raise FrameError(f"a frame of more than {LONGEST} characters; divide it into several")
    if frame.count("...") > GAPS:
        raise FrameError(f"more than {GAPS} '...' in one frame")
    parser = _Parser(TOKEN.findall(frame), grammar)
    elements = parser.sequence()
    if parser.tokens:
        raise FrameError(f"unexpected {parser.tokens[0]!r}")
    if all(isinstance(element, Gap) or (isinstance(element, Choice) and element.optional) for element in elements):
        raise FrameError("the frame has no word that must be there")
    if isinstance(elements[0], Gap):
        raise FrameError("a frame cannot begin with '...'")
    return elements


def parse_phrase(phrase: str, spellings: Mapping[str, str]) -> tuple[Literal, ...]:
    """A phrase by itself, with these spellings. Raises `FrameError`."""
    return Grammar({}, spellings).phrase(phrase)


class _Parser:
    def __init__(self, tokens: list[str], grammar: Grammar) -> None:
        self.tokens = tokens
        self._grammar = grammar

    def sequence(self) -> Frame:
        elements: list[Element] = []
        while self.tokens and self.tokens[0] not in (")", "]", "|"):
            token = self.tokens.pop(0)
            if token == "...":
                elements.append(Gap())
            elif token in ("(", "["):
                elements.append(choose(self._options(")" if token == "(" else "]"), optional=token == "["))
            elif token.startswith("{"):
                elements.append(self._grammar.phrases(token[1:-1]))
            else:
                elements += self._grammar.phrase(token)
        if not elements:
            raise FrameError("a part of the frame is empty")
        return tuple(elements)

    def _options(self, closing: str) -> list[Frame]:
        options = [self.sequence()]
        while self.tokens and self.tokens[0] == "|":
            self.tokens.pop(0)
            options.append(self.sequence())
        if not self.tokens or self.tokens.pop(0) != closing:
            raise FrameError(f"{closing!r} is missing")
        return options


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


def are_whole(anchors: frozenset[str]) -> bool:
    """Whether no anchor is only the beginning of a word."""
    return not any(word.endswith("*") for word in anchors)
