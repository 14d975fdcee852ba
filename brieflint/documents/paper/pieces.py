"""The pieces of running text on printed pages: paragraphs, rows of cells, running heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from brieflint.documents.marks import find_item
from brieflint.documents.paper.layout import Row, find_rows
from brieflint.documents.paper.margins import find_margins
from brieflint.documents.paper.page import Page, Run, join_parted
from brieflint.documents.paper.paragraphs import break_paragraphs, carries_on, measure_pitch

_LONG_CELL = 8
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What belongs together: the lines of a paragraph, or of each cell in a row; `page` is where it begins."""

    kind: Literal["text", "row", "margin"]
    cells: tuple[tuple[Run, ...], ...]
    page: Page

    @property
    def runs(self) -> Iterator[Run]:
        """All printed lines of the piece."""
        return chain.from_iterable(self.cells)

    @property
    def first(self) -> Run:
        """The first printed line."""
        return self.cells[0][0]

    @property
    def size(self) -> float:
        """The size of its letters, by its first line."""
        return self.first.size

    @property
    def text(self) -> str:
        """Its words in a line, hyphens as printed."""
        return " ".join(run.text for run in self.runs)


def find_pieces(pages: Sequence[Page]) -> Iterator[Piece]:
    """The pieces of a document in reading order.

    A paragraph that runs over a page's end stays whole, and the running heads that part it come after it.
    """
    margins = find_margins(pages)
    sheets = [
        find_rows(join_parted([run for index, run in enumerate(page.runs) if index not in marginal]))
        for page, marginal in zip(pages, margins, strict=True)
    ]
    pitch = measure_pitch(stack.runs for rows in sheets for row in rows for stack in row)
    held: Piece | None = None
    waiting: list[Piece] = []
    for page, marginal, rows in zip(pages, margins, sheets, strict=True):
        edges = [page.runs[index] for index in sorted(marginal)]
        waiting.extend(_find_marginal(page, edges, top=True))
        for piece, opens in _find_flowing(page, rows, pitch):
            if held and opens and _carries_on(held, piece):
                held = replace(held, cells=((*held.cells[0], *piece.cells[0]),))
                continue
            if held:
                yield held
            yield from waiting
            waiting.clear()
            held = piece
        waiting.extend(_find_marginal(page, edges, top=False))
    if held:
        yield held
    yield from waiting


def _find_marginal(page: Page, runs: list[Run], *, top: bool) -> Iterator[Piece]:
    for run in runs:
        if (run.middle > page.height / 2) == top:
            yield Piece(kind="margin", cells=((run,),), page=page)


def _find_flowing(page: Page, rows: list[Row], pitch: float) -> Iterator[tuple[Piece, bool]]:
    """The pieces of a page, each with whether it opens a stack of running text and so may carry on the one before."""
    for index, row in enumerate(rows):
        parts = [break_paragraphs(stack.runs, pitch) for stack in row]
        inside = 0 < index < len(rows) - 1 and _spans(rows[index - 1], row, rows[index + 1])
        if inside or (len(row) > 1 and not any(_is_composed(paragraphs) for paragraphs in parts)):
            yield Piece(kind="row", cells=tuple(stack.runs for stack in row), page=page), False
            continue
        for paragraphs in parts:
            for count, runs in enumerate(paragraphs):
                yield Piece(kind="text", cells=(runs,), page=page), count == 0


def _spans(above: Row, row: Row, below: Row) -> bool:
    """Whether one short line stands close between the rows of a table, as a cell that spans them does."""
    if len(row) > 1 or len(above) == 1 or len(below) == 1 or len(row[0].runs) > 1:
        return False
    gap = max(min(stack.bottom for stack in above) - row[0].top, row[0].bottom - max(stack.top for stack in below))
    return gap < row[0].runs[0].size and not row[0].runs[0].text.endswith(".")


def _is_composed(paragraphs: list[tuple[Run, ...]]) -> bool:
    """Whether what looks like a cell holds a list or a text of its own."""
    if len(paragraphs) > 1 and sum(map(len, paragraphs)) >= _LONG_CELL:
        return True
    return any(find_item(runs[0].text) for runs in paragraphs[1:])


def _carries_on(held: Piece, piece: Piece) -> bool:
    if held.kind != "text" or piece.kind != "text" or len(held.cells[0]) >= _LONGEST:
        return False
    return carries_on(held.cells[0][-1], piece.first)
