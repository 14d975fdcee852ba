"""The outline of a brief: which section every block stands in, what role it plays, and which lot it belongs to."""

import re
from dataclasses import dataclass, field

from brieflint.documents.document import Block
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.patterns import Patterns, Section
from brieflint.knowledge.words import split_words

BODY = Section(role="body", headings=(), weight=1.0)
OPENING = Section(role="opening", headings=(), weight=1.0)
TITLE = Section(role="title", headings=(), weight=1.0)
LOT = "lot"
"""The role of headings that open a part of the document which buys something of its own."""
LOT_WORDS = 12
"""A line of more words opens no lot."""
NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.)]\s+")
"""The number that a heading may begin with."""
LOT_LEVEL = 2
"""The level of a lot that is opened by a line and not by a heading."""


class SectionRoles:
    """Finds the section role of a heading."""

    def __init__(self, patterns: Patterns) -> None:
        self.grammar = Grammar.of(patterns)
        self._sections = patterns.sections
        frames = ((at, frame) for at, section in enumerate(patterns.sections) for frame in section.headings)
        self._frames = FrameSet(frames, self.grammar)

    def is_lot(self, text: str) -> bool:
        """Whether a line opens a lot ("Lot 2: managed service")."""
        section = self.find(text)
        return section is not None and section.role == LOT

    def find(self, heading: str) -> Section | None:
        """The first section one of whose frames occurs in the heading; a lot only where the heading begins with it."""
        unnumbered = NUMBER.sub("", heading)
        found = {
            match.key
            for match in self._frames.find(split_words(unnumbered, self.grammar.spellings))
            if match.first == 0 or self._sections[match.key].role != LOT
        }
        return self._sections[min(found)] if found else None


@dataclass(slots=True)
class Outline:
    """Walks through the blocks of a document and says for each where it stands."""

    roles: SectionRoles
    parts: list[tuple[str, int]] = field(default_factory=lambda: [("", 0)])
    _open: list[tuple[int, Section]] = field(default_factory=list)
    _part: tuple[int, int] = (0, 0)
    _lots: dict[tuple[str, ...], int] = field(default_factory=dict)

    @dataclass(frozen=True, slots=True)
    class State:
        """Where a block stands: its section, and the number of its lot (0: none)."""

        section: Section
        part: int

    def enter(self, block: Block, text: str) -> "Outline.State":
        """The state of the next block; `text` is its folded text."""
        if block.kind == "title":
            return self.State(TITLE, 0)
        lot = block.kind in ("field", "item") and len(text.split()) <= LOT_WORDS and self.roles.is_lot(text)
        if block.kind != "heading" and not lot:
            return self.State(self._open[-1][1] if self._open else OPENING, self._part[0])
        level = LOT_LEVEL if lot else block.level or 1
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        section = self.roles.find(text)
        if section and section.role == LOT:
            self._part = (self._number(text, block.start), level)
        elif self._part[0] and level <= self._part[1]:
            self._part = (0, 0)
        inherited = self._open[-1][1] if self._open else BODY
        self._open.append((level, section or inherited))
        return self.State(self._open[-1][1], self._part[0])

    def _number(self, text: str, start: int) -> int:
        """The number of the lot that a line opens: its old one when it was opened before ("Lot 1" of the evaluation)."""
        title = NUMBER.sub("", text.strip())
        name = tuple(split_words(title, self.roles.grammar.spellings).lower[:2])
        if name not in self._lots:
            self.parts.append((title, start))
            self._lots[name] = len(self.parts) - 1
        return self._lots[name]
