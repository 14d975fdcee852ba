"""The blocks of a document as they are found, each told its place."""

from collections.abc import Callable
from dataclasses import dataclass

from brieflint.documents.document import Block, BlockKind, Place
from brieflint.documents.lines import Line


@dataclass(frozen=True, slots=True)
class _Section:
    level: int
    words: str
    depth: int
    run_in: bool


class Outline:
    """Collects blocks in reading order and keeps count of sections, paragraphs and tables."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._sections: list[_Section] = []
        self._paragraph = 0
        self._table = 0
        self.begun = False
        """Whether anything but titles and matter has been found."""

    @property
    def section(self) -> str | None:
        """Find the nearest heading's words."""
        return self._sections[-1].words if self._sections else None

    def add_title(self, line: Line, start: int, end: int) -> None:
        """Add a line that names the document."""
        self._add("title", start, end, Place(line=line.number, page=line.page))

    def add_heading(
        self, line: Line, start: int, end: int, *, level: int, words: str, depth: int = 0, run_in: bool = False
    ) -> None:
        """Add a heading; `depth` is that of its number, 0 for none. A run-in heading opens its paragraph's own line."""
        self._close(lambda section: section.level >= level)
        self._sections.append(_Section(level, " ".join(words.split()), depth, run_in))
        self._paragraph = 0
        self._add("heading", start, end, Place(section=self.section, line=line.number, page=line.page), level=level)

    def add(self, kind: BlockKind, line: Line, start: int, end: int) -> None:
        """Add any block but titles, headings and cells."""
        if kind != "matter":
            self._paragraph += 1
        self._add(kind, start, end, self._place(line))

    def open_table(self) -> None:
        """Begin a table; the cells that follow are its own, and together they count as one paragraph."""
        self._table += 1
        self._paragraph += 1

    def add_cell(self, line: Line, start: int, end: int, *, row: int, header: str | None) -> None:
        """Add a cell of the table that was opened last."""
        self._add("cell", start, end, self._place(line, table=self._table, row=row, header=header))

    def leave_clauses(self, depth: int) -> None:
        """End, at a numbered clause without a heading, the headed clauses beside it, "3.5" a section named "3.4 Warranty"."""
        if depth:
            self._close(lambda section: section.depth >= depth and (depth > 1 or section.run_in))

    def _close(self, ends: Callable[[_Section], bool]) -> None:
        while self._sections and ends(self._sections[-1]):
            self._sections.pop()

    def _place(self, line: Line, *, table: int | None = None, row: int | None = None, header: str | None = None) -> Place:
        return Place(
            section=self.section,
            line=line.number,
            page=line.page,
            paragraph=self._paragraph or None,
            table=table,
            row=row,
            header=header,
        )

    def _add(self, kind: BlockKind, start: int, end: int, place: Place, level: int = 0) -> None:
        self.begun = self.begun or kind not in ("title", "matter")
        if start < end:
            self.blocks.append(Block(kind=kind, start=start, end=end, place=place, level=level))
