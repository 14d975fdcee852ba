"""Tables as comma-separated values, also with semicolons or tabs."""

import csv
from collections.abc import Iterator
from io import StringIO

from brieflint.documents.decoding import decode
from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.sheets.cells import LONGEST, MAX_CELLS, MAX_COLUMNS, Cell, Sheet, oversized
from brieflint.documents.sheets.composition import compose
from brieflint.errors import BriefError

_DELIMITERS = ",;\t|"
_SAMPLE = 2**14


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the table in these bytes; rows and columns are counted as a spreadsheet shows them."""
    text = decode(data, name)
    limits.check_text(text, name)
    try:
        cells = tuple(_find_cells(text, name))
    except csv.Error as error:
        raise BriefError(name, f"this is no table of values ({error})", "Open it in a spreadsheet and save it again") from None
    return compose([Sheet("", cells)], name, "csv")


def _find_cells(text: str, name: str) -> Iterator[Cell]:
    number = 0
    for row, values in enumerate(csv.reader(StringIO(text, newline=""), delimiter=_find_delimiter(text), strict=False), 1):
        for column, value in enumerate(values[:MAX_COLUMNS], 1):
            if folded := " ".join(value.split())[:LONGEST]:
                number += 1
                if number > MAX_CELLS:
                    raise oversized(name)
                yield Cell(row, column, folded)


def _find_delimiter(text: str) -> str:
    """The sign that parts cells: the one that the lines at the beginning hold most often outside quotation marks."""
    sample = "".join(part for at, part in enumerate(text[:_SAMPLE].split('"')) if at % 2 == 0)
    return max(_DELIMITERS, key=sample.count)
