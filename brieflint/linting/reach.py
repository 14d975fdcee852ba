"""Which stretch of a brief a remark is about."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from brieflint.documents.document import Block, Document, Place, Remark
from brieflint.linting.directive import Reach
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Finding, Spot

Stretch = tuple[float, float]
EVERYWHERE: Stretch = (-1, math.inf)
NOWHERE: Stretch = (0, 0)


class Outline:
    """The blocks of a document in which remarks take effect."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = [block for block in document.blocks if block.kind != "matter"]
        self._headings = [at for at, block in enumerate(self._blocks) if block.kind == "heading"]

    def find_reach(self, remark: Remark, reach: Reach) -> Stretch:
        """The stretch of the text that a remark is about; `EVERYWHERE` includes what is said of the brief as a whole.

        The next block after a line; lines of a title, and cells of a table, count as one. The section of a remark is the one
        that the next block opens, if that is a heading, else the one in which the remark stands.
        """
        if reach == "file":
            return EVERYWHERE
        first, last = self._find_blocks(remark)
        if reach == "section":
            return self._find_section(first)
        return (self._blocks[first].start, self._blocks[last - 1].end) if first < last else NOWHERE

    def find_spot(self, remark: Remark) -> Spot | None:
        """Where a person finds a remark: itself in a text, what it is about in other formats."""
        if not remark.anchored:
            return make_spot(self._document, remark.start, remark.end, Place(line=remark.line))
        first, last = self._find_blocks(remark)
        if first >= last:
            return None
        block = self._blocks[first]
        return make_spot(self._document, block.start, block.end, block.place)

    def find_opening(self, offset: int) -> int:
        """Where the block at an offset begins, or the first of those that count as one with it: a remark belongs before it."""
        at = max(0, bisect_right(self._blocks, offset, key=lambda block: block.start) - 1)
        while at and _belong_together(self._blocks[at - 1], self._blocks[at]):
            at -= 1
        return self._blocks[at].start if self._blocks else 0

    def _find_blocks(self, remark: Remark) -> tuple[int, int]:
        """First and last (exclusive) block that a remark is about."""
        starts: Sequence[Block] = self._blocks
        if remark.anchored:
            first = bisect_left(starts, remark.start, key=lambda block: block.start)
            return first, bisect_left(starts, remark.end, key=lambda block: block.start)
        first = bisect_left(starts, remark.end, key=lambda block: block.start)
        last = min(first + 1, len(starts))
        while 0 < last < len(starts) and _belong_together(starts[last - 1], starts[last]):
            last += 1
        return first, last

    def _find_section(self, at: int) -> Stretch:
        opened = bisect_left(self._headings, at + 1)
        if not opened:
            end = self._blocks[self._headings[0]].start if self._headings else math.inf
            return 0, end
        heading = self._blocks[self._headings[opened - 1]]
        following = (self._blocks[index] for index in self._headings[opened:])
        return heading.start, next((block.start for block in following if block.level <= heading.level), math.inf)


def covers(stretch: Stretch, finding: Finding) -> bool:
    """Whether a finding lies in a stretch; what is said of the brief as a whole lies only in the whole."""
    if finding.spot is None:
        return stretch == EVERYWHERE
    return stretch[0] <= finding.spot.start < stretch[1]


def _belong_together(block: Block, following: Block) -> bool:
    if block.kind != following.kind:
        return False
    return block.kind == "title" or (block.kind == "cell" and block.place.table == following.place.table)
