"""Which part each file of a buy plays: told by its name, its first lines and what it holds."""

from collections import Counter
from pathlib import PurePath

from brieflint.documents.document import Document
from brieflint.knowledge.buys import FileRole
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.patterns import Patterns
from brieflint.knowledge.words import split_words

NAME, OPENING, HELD = 3, 2, 1
"""What a sign in the name of a file, in its first lines and anywhere in it counts."""
FIRST_LINES = 5
OPENING_WORDS = 15
"""A longer line is no title."""
LOOKED_AT = 200
"""Blocks of a file in which signs are sought."""
OTHER = FileRole(id="other", name="another file", aside=True)
BRIEF = "body"


class RoleFinder:
    """Finds the role of files. Frames are compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._roles = {role.id: role for role in patterns.buy.roles}
        self._spellings = grammar.spellings
        self._files, self._opens, self._holds, self._unless = (
            FrameSet(((role.id, frame) for role in patterns.buy.roles for frame in getattr(role, name)), grammar)
            for name in ("files", "opens", "holds", "unless")
        )

    def find(self, name: str, document: Document) -> FileRole:
        """The role of a file, by its path within the package; a text without any sign is taken for the brief itself."""
        signs: Counter[str] = Counter()
        stem = PurePath(name).stem
        lines = [document.text[block.start : block.end] for block in document.blocks[:LOOKED_AT]]
        opening = [line for line in lines[:FIRST_LINES] if len(line.split()) <= OPENING_WORDS]
        for words in (stem, *opening):
            for role in self._keys(self._unless, words):
                signs[role] -= NAME
        signs.update(dict.fromkeys(self._keys(self._files, stem), NAME))
        for line in opening:
            signs.update(dict.fromkeys(self._keys(self._opens, line), OPENING))
        signs.update(dict.fromkeys({role for line in lines for role in self._keys(self._holds, line)}, HELD))
        best = max(self._roles, key=lambda role: signs[role], default="")
        is_sheet = document.format in ("csv", "xlsx")
        if signs[best] >= (HELD if is_sheet else OPENING):
            return self._roles[best]
        return OTHER if is_sheet else self._roles.get(BRIEF, OTHER)

    def _keys(self, frames: FrameSet[str], words: str) -> set[str]:
        return frames.keys(split_words(words, self._spellings))
