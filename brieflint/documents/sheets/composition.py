"""From sheets to a Document: a row is a line of the text, its cells are parted by tabs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from brieflint.documents.document import Block, BlockKind, Document, Place
from brieflint.documents.sheets.cells import Cell, Sheet

_LONGEST_HEADER = 80
_HEADING_WORDS = 12
_ABBREVIATED = 8
"""A full stop after fewer characters ends no sentence ("No.", "Qty.")."""


def compose(sheets: Sequence[Sheet], path: str, form: str) -> Document:
    """The document of these sheets: the first lone cell is the title, other short lone cells head what is below them."""
    lines: list[str] = []
    blocks: list[Block] = []
    length = 0
    for number, sheet in enumerate(sheets, 1):
        for cells, headers, lone in _find_rows(sheet):
            kind: BlockKind = "cell"
            if lone:
                kind = "heading" if blocks else "title"
            at = length
            for cell in cells:
                place = Place(
                    section=sheet.name or None,
                    table=number,
                    row=cell.row,
                    header=headers.get(cell.column),
                    cell=cell.address,
                )
                level = 2 if kind == "heading" else 0
                blocks.append(Block(kind=kind, start=at, end=at + len(cell.text), place=place, level=level))
                at += len(cell.text) + 1
            lines.append("\t".join(cell.text for cell in cells))
            length = at
    return Document(path=path, format=form, text="".join(f"{line}\n" for line in lines), blocks=tuple(blocks))


def _find_rows(sheet: Sheet) -> Iterator[tuple[list[Cell], dict[int, str], bool]]:
    """The rows, what heads their columns, and whether a row is one short cell that names what is below it."""
    headers: dict[int, str] = {}
    before = 0
    for row, found in groupby(sheet.cells, key=lambda cell: cell.row):
        cells = list(found)
        if row > before + 1:
            headers = {}
        before = row
        lone = len(cells) == 1 and _names(cells[0].text) and not headers
        yield cells, headers, lone
        if not headers and len(cells) > 1 and all(_heads(cell.text) for cell in cells):
            headers = {cell.column: cell.text for cell in cells}


def _heads(text: str) -> bool:
    ends = len(text) > _ABBREVIATED and text.endswith((".", "?"))
    return len(text) <= _LONGEST_HEADER and any(map(str.isalpha, text)) and not ends


def _names(text: str) -> bool:
    return _heads(text) and len(text.split()) <= _HEADING_WORDS
