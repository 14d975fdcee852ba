"""Tables in OpenDocument: rows and cells as shown."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from brieflint.documents.office.story import Cell, Row, Story, Table
from brieflint.documents.opendocument.names import read_count, table
from brieflint.documents.opendocument.styles import Styles

_ROW, _HEADER_ROWS = table("table-row"), table("table-header-rows")
_CELL, _COVERED = table("table-cell"), table("covered-table-cell")
_REPEATED, _COLUMNS, _ROWS = table("number-columns-repeated"), table("number-columns-spanned"), table("number-rows-spanned")
_VISIBILITY, _STYLE_NAME = table("visibility"), table("style-name")
_WIDEST = 64
_TALLEST = 100_000


def read_table(element: Element, styles: Styles, read_blocks: Callable[[Element], Story]) -> Table:
    """Read a table, its cells' content by `read_blocks`."""
    reaching: dict[int, int] = {}
    return Table(
        tuple(
            Row(tuple(_read_cells(row, styles, read_blocks, reaching)), header)
            for row, header in _find_rows(element, header=False)
            if row.get(_VISIBILITY, "visible") == "visible"
        )
    )


def _find_rows(parent: Element, *, header: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent:
        if child.tag == _ROW:
            yield child, header
        elif child.tag != _CELL:
            yield from _find_rows(child, header=header or child.tag == _HEADER_ROWS)


def _read_cells(
    row: Element, styles: Styles, read_blocks: Callable[[Element], Story], reaching: dict[int, int]
) -> Iterator[Cell]:
    """Read a row's cells; `reaching` tells for each column how many rows below are still covered from above."""
    column = 0
    for cell in row:
        # A repeated cell is an empty one, except in spreadsheets.
        repeated = min(max(1, read_count(cell.get(_REPEATED), 1)), _WIDEST)
        if cell.tag == _COVERED:
            for covered in range(column, column + repeated):
                if reaching.get(covered, 0) > 0:
                    reaching[covered] -= 1
                    yield Cell(covered, read_blocks(cell), merged=True)
        elif cell.tag == _CELL:
            span = min(max(1, read_count(cell.get(_COLUMNS), 1)), _WIDEST)
            below = min(max(1, read_count(cell.get(_ROWS), 1)), _TALLEST) - 1
            reaching.update(dict.fromkeys(range(column, column + span), below))
            yield Cell(column, read_blocks(cell), span, styles.find("table-cell", cell.get(_STYLE_NAME)).shaded)
        column += repeated
