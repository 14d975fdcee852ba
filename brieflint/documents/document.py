"""A brief as a person sees it: its text, its blocks, and where each of them is found."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "cell", "field", "quote", "code", "matter", "note"]
"""What a block is. `field` is a "Label: value" line; `matter` front matter, running headers and other apparatus;
`note` a footnote. Quotations, code and matter are kept in the text and never judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a person finds a block: what the format offers, each 1-based, the rest None.

    `section` is the heading above, as printed ("3.2 Way of working"), and a heading's own words for itself; for cells
    `header` names the column. In spreadsheets `section` is the name of the sheet and `cell` the address ("B7").
    """

    section: str | None = None
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    header: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the document's text, `text[start:end]`, end-exclusive, that belongs together.

    `level` is a heading's depth, 1 the highest, and 0 for everything else.
    """

    kind: BlockKind
    start: int
    end: int
    place: Place
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody noted for brieflint ("brieflint: ignore …"), in a line or comment of its own. No part of what is judged.

    `words` are those of the remark without the signs around them. When it is `anchored`, `start` and `end` (exclusive) are
    the stretch of the document's text that it is about; else where it stands itself, and it is about what follows. `line`
    is its line in the file, from 1, where the file has lines; `author` and `date` are those of a comment in an office file.
    """

    words: str
    start: int = 0
    end: int = 0
    anchored: bool = False
    line: int | None = None
    author: str = ""
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A brief that has been read.

    Blocks stand in reading order, do not overlap, and leave out only white space, markup and remarks.
    """

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...] = field(repr=False)
    remarks: tuple[Remark, ...] = field(default=(), repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
