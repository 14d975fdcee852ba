"""Frames: the small language of terms, signals, slots, cues and headings, and how it is matched on words.

`word` · `word*` · `word(s)` · `{group}` · `(a|b c)` · `[optional]` · `...` for up to six words.
See `brieflint.knowledge.patterns`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from brieflint.knowledge.patterns import Group, Patterns
from brieflint.knowledge.words import WORD, Words, fold_word

TOKEN = re.compile(r"\.\.\.|\{\w+\}|[()\[\]|]|[^\s(){}\[\]|]+(?:\(e?s\))?")
GAP = 6
"""Words that "..." may stand for at most: bounded, so that no frame is worse than linear in the length of a sentence."""
GAPS = 4
"""Gaps in a frame at most: each multiplies the ways in which the frame may match."""
LONGEST = 4000
"""Characters of a frame at most."""
PLURAL = re.compile(r"\((e?s)\)$")


class FrameError(ValueError):
    """A frame that cannot be compiled; the message says why."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One word: one of `forms`, or any that starts with `prefix`."""

    forms: frozenset[str]
    prefix: str = ""

    def ends(self, words: Words, at: int) -> Iterator[int]:
        """Where the element may end (exclusive) when it begins at word `at`."""
        if at < len(words.lower) and (
            words.lower[at] in self.forms or (self.prefix and words.lower[at].startswith(self.prefix))
        ):
            yield at + 1


@dataclass(frozen=True, slots=True)
class Phrases:
    """One of many phrases, by their first word."""

    by_first: Mapping[str, tuple[tuple[Literal, ...], ...]]

    def ends(self, words: Words, at: int) -> Iterator[int]:
        """Where the element may end, the longest phrase first."""
        if at < len(words.lower):
            for phrase in self.by_first.get(words.lower[at], ()):
                yield from follow(phrase, words, at)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, or nothing at all."""

    options: tuple[tuple["Element", ...], ...]
    optional: bool = False

    def ends(self, words: Words, at: int) -> Iterator[int]:
        """Where the element may end."""
        for option in self.options:
            yield from follow(option, words, at)
        if self.optional:
            yield at


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `GAP` words, none of them after a stop."""

    def ends(self, words: Words, at: int) -> Iterator[int]:
        """Where the gap may end, the shortest first."""
        yield at
        for end in range(at, min(at + GAP, len(words.lower))):
            if words.breaks[end] == 2:
                return
            yield end + 1


Element = Literal | Phrases | Choice | Gap
Frame = tuple[Element, ...]


def follow(
    frame: Sequence[Element], words: Words, at: int, position: int = 0, seen: set[tuple[int, int]] | None = None
) -> Iterator[int]:
    """Where the rest of a frame, from `position` on, may end when it begins at word `at`, each once; no stop inside.

    `seen` holds the places in frame and text that were tried: however many ways lead to one, it is followed once.
    """
    if position == len(frame):
        yield at
        return
    if position and at < len(words.lower) and words.breaks[at] == 2 and not isinstance(frame[position], Choice | Gap):
        return
    for end in frame[position].ends(words, at):
        seen = set() if seen is None else seen
        if (position, end) not in seen:
            seen.add((position, end))
            yield from follow(frame, words, end, position + 1, seen)


class Grammar:
    """The groups and spellings that frames are read with; a group is read once, however many frames use it."""

    def __init__(self, groups: Mapping[str, Group], spellings: Mapping[str, str]) -> None:
        self.spellings = spellings
        self._groups = groups
        self._read: dict[str, Phrases] = {}

    @classmethod
    def of(cls, patterns: Patterns) -> "Grammar":
        """The grammar of some patterns."""
        return cls(patterns.groups, patterns.spelling())

    def phrases(self, name: str) -> Phrases:
        """The phrases of a group. Raises `FrameError` when there is none of that name."""
        if name not in self._groups:
            raise FrameError(f"no group {name!r} in roles.yaml")
        if name not in self._read:
            self._read[name] = phrases_of(self._groups[name].phrases, self.spellings)
        return self._read[name]


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
    """A phrase without brackets or groups, as its words; `word*` and `word(s)` are understood."""
    literals: list[Literal] = []
    for token in phrase.split():
        plural = PLURAL.search(token)
        stem = token[: plural.start()] if plural else token.removesuffix("*")
        if not WORD.search(stem):
            continue
        *before, last = [fold_word(word, spellings) for word in WORD.findall(stem)]
        literals += [Literal(frozenset({word})) for word in before]
        if plural:
            literals.append(Literal(frozenset({last, fold_word(last + plural[1], spellings)})))
        else:
            literals.append(Literal(frozenset({last}), last if token.endswith("*") else ""))
    if not literals:
        raise FrameError(f"no word in {phrase!r}")
    return tuple(literals)


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
                elements.append(Choice(self._options(")" if token == "(" else "]"), optional=token == "["))
            elif token.startswith("{"):
                elements.append(self._grammar.phrases(token[1:-1]))
            else:
                elements += parse_phrase(token, self._grammar.spellings)
        if not elements:
            raise FrameError("a part of the frame is empty")
        return tuple(elements)

    def _options(self, closing: str) -> tuple[Frame, ...]:
        options = [self.sequence()]
        while self.tokens and self.tokens[0] == "|":
            self.tokens.pop(0)
            options.append(self.sequence())
        if not self.tokens or self.tokens.pop(0) != closing:
            raise FrameError(f"{closing!r} is missing")
        return tuple(options)


def phrases_of(phrases: Iterable[str], spellings: Mapping[str, str]) -> Phrases:
    """Phrases indexed by their first word, longer ones first."""
    by_first: dict[str, list[tuple[Literal, ...]]] = defaultdict(list)
    for phrase in phrases:
        literals = parse_phrase(phrase, spellings)
        for form in literals[0].forms:
            by_first[form].append(literals)
    return Phrases({word: tuple(sorted(found, key=len, reverse=True)) for word, found in by_first.items()})


def first_words(element: Element) -> frozenset[str]:
    """Words one of which must be there for the element to match; empty when that cannot be said."""
    if isinstance(element, Literal):
        return frozenset() if element.prefix else element.forms
    if isinstance(element, Phrases):
        return frozenset(element.by_first)
    if isinstance(element, Choice) and not element.optional:
        firsts = [anchors(option) for option in element.options]
        return frozenset().union(*firsts) if all(firsts) else frozenset()
    return frozenset()


def anchors(frame: Frame) -> frozenset[str]:
    """The smallest set of words one of which every match holds; empty when there is none."""
    found = [words for element in frame if (words := first_words(element))]
    return min(found, key=len, default=frozenset())


def openings(frame: Frame) -> frozenset[str]:
    """Words with one of which every match begins; empty when that cannot be said."""
    element = frame[0]
    if isinstance(element, Choice) and not element.optional:
        firsts = [openings(option) for option in element.options]
        return frozenset().union(*firsts) if all(firsts) else frozenset()
    return frozenset() if isinstance(element, Choice) else first_words(element)
