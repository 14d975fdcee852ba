"""The small language of frames, read into the elements of `brieflint.knowledge.frames`.

`word` · `word*` · `word(s)` · `{group}` · `(a|b c)` · `[optional]` · `...` for up to six words.
See `brieflint.knowledge.patterns`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar
from weakref import finalize

from brieflint.knowledge.frames import ENDS, Choice, Element, Frame, Gap, Literal, Phrases, Tree, choose
from brieflint.knowledge.patterns import Group, Patterns
from brieflint.knowledge.words import WORD, Spellings, fold_word

TOKEN = re.compile(r"\.\.\.|\{\w+\}|[()\[\]|]|[^\s(){}\[\]|]+(?:\(e?s\))?")
GAPS = 4
"""Gaps in a frame at most: each multiplies the places that the frame may come to."""
LONGEST = 4000
"""Characters of a frame at most."""
PLURAL = re.compile(r"\((e?s)\)$")


class FrameError(ValueError):
    """A frame that cannot be compiled; the message says why."""


class Grammar:
    """The groups and spellings that frames are read with; a group or a word is read once, however many frames use it."""

    _made: ClassVar[dict[int, "Grammar"]] = {}

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
            cls._made[id(patterns)] = cls(patterns.groups, patterns.spelling())
            # It goes when the patterns go, whose id may then be given to others.
            finalize(patterns, cls._made.pop, id(patterns)).atexit = False
        return cls._made[id(patterns)]

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
