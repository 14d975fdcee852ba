"""Tables in plain text and Markdown: rows of cells parted by pipes, tabs or wide gaps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brieflint.documents.lines import Line, Sheet
from brieflint.documents.marks import find_mark
from brieflint.documents.outline import Outline

_PIPE = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"(?<=\S)(?:[^\S\n]*\t\s*|\s{3,})(?=\S)")
_LONGEST_HEADER = 60
_WIDEST = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's offsets in the text and the number of its column."""

    start: int
    end: int
    column: int


def find_table(sheet: Sheet, index: int, apparatus: set[int]) -> int:
    """Find the line after the table that begins here, `index` itself when none does; a table has two rows or more."""
    return max(_find_piped(sheet, index), _find_spaced(sheet, index, apparatus))


def add_table(outline: Outline, lines: list[Line]) -> None:
    """Add a table's cells; a first row of short labels names the columns."""
    outline.open_table()
    headers: dict[int, str] = {}
    row = 0
    ruled = any(is_ruler(line.text) for line in lines[1:2])
    for line in lines:
        if is_ruler(line.text):
            continue
        row += 1
        cells = list(split_row(line))
        words = {cell.column: line.text[cell.start - line.start : cell.end - line.start] for cell in cells}
        for cell in cells:
            outline.add_cell(line, cell.start, cell.end, row=row, header=headers.get(cell.column))
        if row == 1 and (ruled or _name_columns(list(words.values()))):
            headers = {column: text.strip("*_ ") for column, text in words.items()}


def split_row(line: Line) -> Iterator[Cell]:
    """Find the cells of one row, empty ones left out but counted."""
    text = line.text
    parting = _PIPE if has_pipes(text) else _GAP
    start, column = 0, 0
    for found in parting.finditer(text):
        if found.start() > 0:
            column += 1
            yield from _trim(line, start, found.start(), column)
        start = found.end()
    yield from _trim(line, start, len(text), column + 1)


def has_pipes(text: str) -> bool:
    """Whether a line is parted by pipes."""
    return "|" in text and bool(_PIPE.search(text))


def is_ruler(text: str) -> bool:
    """Whether a line only rules a table: `|---|---|` or `+----+`."""
    return ("-" in text or "=" in text or "|" in text) and not text.strip("|+:=- \t")


def _find_piped(sheet: Sheet, index: int) -> int:
    at, rows, rulers = index, 0, 0
    # No table has more rules than rows and edges; without this bound, rules alone would be searched again from each.
    while rulers <= rows + 2 and (has_pipes(text := sheet.text_at(at)) or text.startswith("+-")):
        rulers += is_ruler(text)
        rows += not is_ruler(text)
        at += 1
    return at if rows >= 2 else index


def _find_spaced(sheet: Sheet, index: int, apparatus: set[int]) -> int:
    at = index
    while at not in apparatus and _has_gaps(sheet.text_at(at)) and (at == index or _are_aligned(sheet[at - 1], sheet[at])):
        at += 1
    return at if at - index >= 2 else index


def _trim(line: Line, start: int, end: int, column: int) -> Iterator[Cell]:
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip())
    if body := text.strip():
        yield Cell(line.start + start + lead, line.start + start + lead + len(body), column)


def _has_gaps(text: str) -> bool:
    mark = find_mark(text)
    return bool(_GAP.search(text[mark.length :] if mark else text))


def _are_aligned(above: Line, below: Line) -> bool:
    """Whether two rows part at the same place; prose that was justified with spaces has gaps anywhere."""
    if "\t" in above.text and "\t" in below.text:
        return True
    return not _find_edges(above).isdisjoint(_find_edges(below))


def _find_edges(line: Line) -> set[int]:
    """Find where cells begin, as columns, and where they end, as columns below zero."""
    gaps = list(_GAP.finditer(line.text[:_WIDEST]))
    return {line.indent + gap.end() for gap in gaps} | {-line.indent - gap.start() for gap in gaps}


def _name_columns(cells: list[str]) -> bool:
    return len(cells) > 1 and all(_names_column(cell) for cell in cells)


def _names_column(cell: str) -> bool:
    short = len(cell) <= _LONGEST_HEADER and len(cell.split()) <= 6
    return short and not any(map(str.isdigit, cell)) and cell[-1] not in ".:;"
