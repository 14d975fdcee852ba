"""Tables in HTML, cell by cell: columns counted past the cells that come down from the rows above."""

from brieflint.documents.office.story import Cell, Row, Story, Table
from brieflint.documents.web.style import Attributes

_WIDEST = 63
_TALLEST = 1000


class Rows:
    """Collects the rows of one table."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._names = True
        self._column = 0
        self._taken: dict[int, int] = {}
        """By columns, the number of rows for which a cell is there already."""

    def add_cell(self, content: Story, attributes: Attributes, *, names: bool) -> None:
        """Add the next cell of a row; `names` if it was put as one that names others."""
        while self._taken.get(self._column, 0) > len(self._rows):
            if not self._cells:
                self._cells.append(Cell(0, (), merged=True))
            self._column += 1
        span = _read_number(attributes.get("colspan"), _WIDEST)
        self._cells.append(Cell(self._column, content, span))
        self._names = self._names and names
        height = _read_number(attributes.get("rowspan"), _TALLEST)
        if height > 1:
            columns = range(self._column, min(self._column + span, _WIDEST))
            self._taken |= dict.fromkeys(columns, len(self._rows) + height)
        self._column += span

    def end_row(self, *, header: bool) -> None:
        """End a row, if it has any cells; `header` if it stands in the table's head."""
        if self._cells:
            self._rows.append(Row(tuple(self._cells), header or (self._names and len(self._cells) > 1)))
        self._cells, self._names, self._column = [], True, 0

    def finish(self) -> Table:
        """Hand over the table."""
        return Table(tuple(self._rows))


def _read_number(value: str | None, most: int) -> int:
    digits = (value or "").strip()[:6]
    return max(1, min(int(digits), most)) if digits.isdecimal() else 1
