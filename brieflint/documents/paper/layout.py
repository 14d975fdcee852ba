"""The order in which a person reads a page: down its columns, along the rows of its tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from brieflint.documents.marks import find_item
from brieflint.documents.paper.page import Run, is_set_alike

_LINE = 3.0
_GAP = 1.6
_OUTDENT = 4.0
_LEAST_COLUMN_LINES = 4
_LEAST_COLUMN_WORDS = 3
_LEAST_FILL = 0.55
_LEAST_TAKEN_UP = 0.25
_MOST_STACKS = 1500


@dataclass(frozen=True, slots=True)
class Stack:
    """Printed lines one under another: a column, a part of it, or what a cell holds."""

    runs: tuple[Run, ...]
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Stack") -> bool:
        """Whether the two share some of the page's width."""
        return self.left < other.right and other.left < self.right

    def is_above(self, other: "Stack") -> bool:
        """Whether this stack ends where the other begins, or higher."""
        return self.bottom >= other.top - self.runs[-1].size / 2

    def is_left_of(self, other: "Stack") -> bool:
        """Whether the two stand side by side, this one on the left."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.right <= other.left and shared > min(self.top - self.bottom, other.top - other.bottom) / 2


Row = tuple[Stack, ...]
"""What stands side by side: one stack of running text, or the cells of a table's row."""


def find_rows(runs: Sequence[Run]) -> list[Row]:
    """A page's text in reading order.

    Whoever set the page mostly drew it in reading order; that is kept unless the coordinates speak against it.
    """
    rows = _form_rows(_arrange(_pile(runs)))
    return list(_part_columns(rows))


def _pile(runs: Sequence[Run]) -> list[Stack]:
    piles: list[list[Run]] = []
    left = right = 0.0
    for run in runs:
        within = run.left < right and left < run.right and left - run.left < _OUTDENT * run.size
        if piles and within and _is_under(piles[-1][-1], run):
            piles[-1].append(run)
            left, right = min(left, run.left), max(right, run.right)
        else:
            piles.append([run])
            left, right = run.left, run.right
    return [_stack(pile) for pile in piles]


def _is_under(above: Run, below: Run) -> bool:
    """Whether a line stands next under another, of the same type or at least in the same sentence."""
    if below.middle >= above.bottom or above.bottom - below.bottom >= _LINE * max(above.size, below.size):
        return False
    return is_set_alike(above, below) or below.text[0].islower()


def _stack(runs: Sequence[Run]) -> Stack:
    return Stack(
        tuple(runs),
        min(run.left for run in runs),
        min(run.bottom for run in runs),
        max(run.right for run in runs),
        max(run.top for run in runs),
    )


def _arrange(stacks: list[Stack]) -> list[Stack]:
    """Moves a stack that was drawn late to its place: before the first that it stands over, or to the left of."""
    if len(stacks) > _MOST_STACKS:
        return stacks
    arranged: list[Stack] = []
    lowest = float("inf")
    for stack in stacks:
        at = len(arranged)
        if stack.bottom >= lowest:
            for index, other in enumerate(arranged):
                if (stack.is_above(other) and stack.overlaps(other)) or stack.is_left_of(other):
                    at = index
                    break
        arranged.insert(at, stack)
        lowest = min(lowest, stack.bottom)
    return arranged


def _form_rows(stacks: list[Stack]) -> list[Row]:
    rows: list[list[Stack]] = []
    for stack in stacks:
        if rows and rows[-1][-1].is_left_of(stack):
            if len(rows[-1]) == 1:
                rows[-1:] = [[part] for part in _split_over(rows[-1][0], stack)]
            rows[-1].append(stack)
        else:
            rows.append([stack])
    return [tuple(row) for row in rows]


def _split_over(stack: Stack, beside: Stack) -> list[Stack]:
    """Parts a row's first cell from the heading or the text that stands over the whole row."""
    for index in range(len(stack.runs) - 1, 0, -1):
        above, below = stack.runs[index - 1], stack.runs[index]
        apart = not is_set_alike(above, below) or above.bottom - below.bottom > _GAP * below.size
        if apart and above.bottom >= beside.top - below.size / 2:
            return [_stack(stack.runs[:index]), _stack(stack.runs[index:])]
    return [stack]


def _part_columns(rows: list[Row]) -> Iterator[Row]:
    """Parts rows that are no rows: columns drawn one by one, and prose drawn line by line across the gutter."""
    at = 0
    while at < len(rows):
        left, right, end = _follow_gutter(rows, at)
        if _is_prose(left) and _is_prose(right):
            yield (_stack(left),)
            yield (_stack(right),)
        else:
            for row in rows[at:end]:
                tall = all(len(stack.runs) >= _LEAST_COLUMN_LINES for stack in row)
                yield from ((stack,) for stack in row) if tall else (row,)
        at = end


def _follow_gutter(rows: list[Row], at: int) -> tuple[list[Run], list[Run], int]:
    """The runs on either side of the gutter that begins in this row, and the index of the row below its last."""
    sides: tuple[list[Run], list[Run]] = ([], [])
    end = at + 1
    if not _is_line_across(rows[at]):
        return *sides, end
    start, stop = rows[at][0].right, rows[at][1].left
    pending: list[tuple[int, Stack]] = []
    for index in range(at, len(rows)):
        if len(rows[index]) > 1 and not _is_line_across(rows[index]):
            break
        for stack in rows[index]:
            if stack.right < stop:
                start = max(start, stack.right)
            elif stack.left > start:
                stop = min(stop, stack.left)
            else:
                return *sides, end
            pending.append((int(stack.right >= stop), stack))
        if _is_line_across(rows[index]):
            end = index + 1
            for side, stack in pending:
                sides[side].extend(stack.runs)
            pending.clear()
    return *sides, end


def _is_line_across(row: Row) -> bool:
    """Whether a row is a line of text with a gap, as a line drawn across two columns is."""
    return len(row) == 2 and min(len(stack.runs) for stack in row) == 1


def _is_prose(runs: list[Run]) -> bool:
    """Whether lines fill their column and break off in the middle of a sentence, as those of a table seldom do."""
    if len(runs) < _LEAST_COLUMN_LINES:
        return False
    width = max(run.right for run in runs) - min(run.left for run in runs)
    fill = median(run.right - run.left for run in runs) / width
    words = median(run.text.count(" ") + 1 for run in runs)
    taken_up = sum(run.text[0].islower() and not find_item(run.text) for run in runs) / len(runs)
    return fill >= _LEAST_FILL and words >= _LEAST_COLUMN_WORDS and taken_up >= _LEAST_TAKEN_UP
