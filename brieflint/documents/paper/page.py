"""A printed page: runs of words, each with the box it fills."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from brieflint.documents.headings import is_capitals
from brieflint.documents.marks import find_mark

_CAPITAL_MARK = re.compile(r"(?:[A-Z]|[IVXLC]{1,6})[.)]")
_SAME_SIZE = 0.06
_LEAST_GAPS = 3
_EVEN = 1.25
_MARK_GAP = 6
_LONGEST_MARK = 12
_MOST_STRAYS = 100


class Run(NamedTuple):
    """Words of one printed line with no wide gap between them. Coordinates are in points, and rise up the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """The height of the line's middle, which stays put when ascenders differ."""
        return (self.bottom + self.top) / 2

    @property
    def letter(self) -> float:
        """The width of a letter, on average."""
        return (self.right - self.left) / max(1, len(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, its runs in the order in which they were drawn."""

    number: int
    height: float
    runs: tuple[Run, ...]


def is_beside(left: Run, right: Run) -> bool:
    """Whether the second run stands to the right of the first on the same printed line."""
    return right.left > left.left and right.left >= left.right - left.size / 2 and left.bottom < right.middle < left.top


def is_set_alike(above: Run, below: Run) -> bool:
    """Whether two runs are of one size and weight."""
    return above.bold == below.bold and abs(above.size - below.size) <= _SAME_SIZE * above.size


def join_parted(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page, where wide gaps do not part words that belong together.

    Bullets, numbers and labels are set apart from their words; and a line stretched to the margin has nothing but gaps.
    """
    joined: list[Run] = []
    line: list[Run] = []
    for run in _call_back_marks(runs):
        if line and not is_beside(line[-1], run):
            joined.extend(_join_line(line))
            line = []
        line.append(run)
    joined.extend(_join_line(line))
    return joined


def _call_back_marks(runs: Sequence[Run]) -> list[Run]:
    """Puts bullets and numbers that were drawn apart from their words in front of them."""
    placed = list(runs)
    strays = [
        run for run, after in pairwise([*runs, None]) if run and _is_mark(run.text) and not (after and is_beside(run, after))
    ]
    for stray in strays[:_MOST_STRAYS]:
        near = [run for run in placed if is_beside(stray, run) and run.left - stray.right < _MARK_GAP * stray.size]
        if near:
            placed.remove(stray)
            placed.insert(placed.index(min(near, key=lambda run: run.left)), stray)
    return placed


def _join_line(line: list[Run]) -> list[Run]:
    if len(line) < 2:
        return line
    if _is_stretched(line):
        return [reduce(_join, line)]
    joined = line[:1]
    for index, run in enumerate(line[1:], 2):
        if _labels(joined[-1], run, last=index == len(line)):
            joined.append(_join(joined.pop(), run))
        else:
            joined.append(run)
    return joined


def _is_stretched(line: list[Run]) -> bool:
    gaps = [right.left - left.right for left, right in pairwise(line)]
    return len(gaps) >= _LEAST_GAPS and max(gaps) <= _EVEN * min(gaps) and all(" " not in run.text for run in line)


def _labels(label: Run, run: Run, *, last: bool) -> bool:
    if len(label.text) > 60:
        return False
    if label.text.endswith(":"):
        return not run.text.endswith(":")
    if _is_mark(label.text):
        return True
    # A bare figure, or "SECTION C", numbers a heading if nothing else stands on the line; otherwise it is a cell.
    opens = label.text.isdecimal() or label.text.upper().startswith("SECTION ")
    return opens and (run.bold or is_capitals(run.text)) and last


def _is_mark(text: str) -> bool:
    if len(text) > _LONGEST_MARK:
        return False
    mark = find_mark(f"{text} x")
    return bool(_CAPITAL_MARK.fullmatch(text)) or (mark is not None and mark.length == len(text) + 1 and mark.dotted)


def _join(left: Run, right: Run) -> Run:
    return Run(
        text=f"{left.text} {right.text}",
        left=left.left,
        bottom=min(left.bottom, right.bottom),
        right=right.right,
        top=max(left.top, right.top),
        size=right.size,
        bold=right.bold,
    )
