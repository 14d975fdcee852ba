"""Where things are, as editors count: lines and columns from 0, columns in units of the encoding agreed upon."""

from bisect import bisect_right
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

UTF_16 = PositionEncodingKind.Utf16.value
UNITS = {UTF_16: ("utf-16-le", 2), "utf-8": ("utf-8", 1), "utf-32": ("utf-32-le", 4)}
"""Encoding → its name in Python, and the bytes of a unit. Every editor knows the first one."""


class Lines:
    """The lines of a text, whose line ends are single line feeds, as those of documents are."""

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        self._text = text
        self._codec, self._size = UNITS.get(encoding, UNITS[UTF_16])
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def position(self, offset: int) -> Position:
        """The position of a character, by its offset in the text."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line=line, character=len(before.encode(self._codec, "replace")) // self._size)

    def range(self, start: int, end: int) -> Range:
        """The range of the characters from `start` to `end` (exclusive)."""
        return Range(start=self.position(start), end=self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of the character at a position.

        A position beyond the end of its line, or of the text, is that end; one within a character is its beginning.
        """
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._bounds(position.line)
        units = self._text[start:end].encode(self._codec, "replace")
        return start + len(units[: position.character * self._size].decode(self._codec, "ignore"))

    def line(self, offset: int) -> tuple[int, int]:
        """The offsets of the beginning and end, without the line feed, of the line of a character."""
        return self._bounds(bisect_right(self._starts, offset) - 1)

    def _bounds(self, line: int) -> tuple[int, int]:
        last = line + 1 == len(self._starts)
        return self._starts[line], len(self._text) if last else self._starts[line + 1] - 1
