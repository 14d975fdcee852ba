"""Tables in WordprocessingML: rows and cells as shown, deleted and hidden ones left out."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from brieflint.documents.office.story import Cell, Row, Story, Table
from brieflint.documents.word.inline import choose
from brieflint.documents.word.names import (
    ALTERNATIVES,
    CELL,
    CELL_PROPERTIES,
    DELETION,
    ROW,
    ROW_PROPERTIES,
    VALUE,
    is_on,
    read_number,
    read_value,
    w,
)

_APPARATUS = frozenset(map(w, ("tblPr", "tblGrid", "tblPrEx", "trPr", "sdtPr", "sdtEndPr", "customXmlPr")))
_HIDDEN, _HEADER, _BEFORE = w("hidden"), w("tblHeader"), w("gridBefore")
_DELETED, _SPAN, _MERGE = w("cellDel"), w("gridSpan"), w("vMerge")
_SHADING, _FILL = w("shd"), w("fill")
_WHITE = ("", "auto", "FFFFFF", "ffffff")
_WIDEST = 63
"""Word's own limit of columns; a file may claim any span."""


def read_table(table: Element, read_blocks: Callable[[Element], Story]) -> Table:
    """Read a table, its cells' content read by `read_blocks`."""
    return Table(tuple(row for element in _find_members(table, ROW) if (row := _read_row(element, read_blocks))))


def _find_members(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, wherever content controls and tracked insertions wrap them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == ALTERNATIVES:
            if (chosen := choose(child)) is not None:
                yield from _find_members(chosen, tag)
        elif child.tag not in _APPARATUS:
            yield from _find_members(child, tag)


def _read_row(row: Element, read_blocks: Callable[[Element], Story]) -> Row | None:
    properties = row.find(ROW_PROPERTIES)
    header, column = False, 0
    if properties is not None:
        if properties.find(DELETION) is not None or is_on(properties.find(_HIDDEN)):
            return None
        header = is_on(properties.find(_HEADER))
        column = min(read_number(read_value(properties, _BEFORE)), _WIDEST)
    cells: list[Cell] = []
    for element in _find_members(row, CELL):
        if cell := _read_cell(element, column, read_blocks):
            cells.append(cell)
            column += cell.span
    return Row(tuple(cells), header)


def _read_cell(cell: Element, column: int, read_blocks: Callable[[Element], Story]) -> Cell | None:
    element = cell.find(CELL_PROPERTIES)
    properties = {} if element is None else {child.tag: child for child in element}
    if _DELETED in properties:
        return None
    span = read_number(properties[_SPAN].get(VALUE), 1) if _SPAN in properties else 1
    shaded = _SHADING in properties and properties[_SHADING].get(_FILL, "") not in _WHITE
    merged = _MERGE in properties and properties[_MERGE].get(VALUE) != "restart"
    return Cell(column, read_blocks(cell), min(max(1, span), _WIDEST), shaded, merged)
