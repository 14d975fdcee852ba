"""The elements that are open at a place in a page, however deeply and wrongly it nests them.

For each kind the heights at which it is open are kept, so that no tag looks through all that are open.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from brieflint.documents.office.story import Box, Paragraph, Table
from brieflint.documents.web.names import BLOCKS, CELLS, LISTS, ROWS, TABLE_PARTS
from brieflint.documents.web.style import Attributes, Style
from brieflint.documents.web.tables import Rows

_FENCES: dict[str, frozenset[str]] = {
    "table": frozenset(),
    "li": LISTS | CELLS | {"caption", "table"},
    **dict.fromkeys(TABLE_PARTS, frozenset(("table",))),
}
_FENCED = CELLS | {"caption", "table"}
_ENDED: dict[str, frozenset[str]] = {
    **dict.fromkeys(BLOCKS, frozenset(("p", "title"))),
    "li": frozenset(("p", "title", "li")),
    **dict.fromkeys(("dt", "dd"), frozenset(("p", "title", "dt", "dd"))),
    **dict.fromkeys(TABLE_PARTS, TABLE_PARTS),
    "tr": ROWS | {"caption"},
    **dict.fromkeys(CELLS, CELLS | {"caption"}),
}
"""For each kind of element those that cannot go on in it."""


@dataclass(slots=True)
class Element:
    """An element that is open. `parts` are those of its own story, if it has one; `items` counts an ordered list's."""

    tag: str
    style: Style
    attributes: Attributes
    parts: list[Paragraph | Table | Box] | None = None
    rows: Rows | None = None
    items: int = 0


class Elements:
    """A stack of open elements; `end` is called with each before it is closed, while it is still the innermost."""

    def __init__(self, root: Element, end: Callable[[Element], None]) -> None:
        self._stack = [root]
        self._end = end
        self._heights: dict[str, list[int]] = defaultdict(list)

    @property
    def innermost(self) -> Element:
        """The element around the words that come next."""
        return self._stack[-1]

    def find(self, *tags: str) -> Element | None:
        """Find the innermost open element of one of these kinds."""
        height = max(map(self._measure, tags))
        return self._stack[height] if height else None

    def find_list(self) -> Element | None:
        """Find the list to which an item would belong."""
        height = max(map(self._measure, LISTS))
        return self._stack[height] if height > max(map(self._measure, _FENCED)) else None

    def open(self, element: Element) -> None:
        """Open an element inside those that are open."""
        self._heights[element.tag].append(len(self._stack))
        self._stack.append(element)

    def close(self, tag: str) -> None:
        """Close an element and all that was left open in it; a tag closes nothing beyond the cell or table around it."""
        self._cut(self._find_height(tag))

    def close_before(self, tag: str) -> None:
        """Close what the beginning of an element closes without saying so."""
        heights = [height for other in _ENDED[tag] if self._heights.get(other) and (height := self._find_height(other))]
        self._cut(min(heights, default=0))

    def close_all(self) -> None:
        """Close whatever is open."""
        self._cut(1)

    def _measure(self, tag: str) -> int:
        heights = self._heights.get(tag)
        return heights[-1] if heights else 0

    def _find_height(self, tag: str) -> int:
        height = self._measure(tag)
        return height if height > max(map(self._measure, _FENCES.get(tag, _FENCED)), default=0) else 0

    def _cut(self, height: int) -> None:
        while height and len(self._stack) > height:
            self._end(self._stack[-1])
            self._heights[self._stack.pop().tag].pop()
