"""Cells of a spreadsheet, and how much of one is read."""

import re
from dataclasses import dataclass

from brieflint.errors import BriefError

MAX_CELLS = 100_000
"""Filled cells that are looked at; a sheet with more holds data and no questions to bidders."""
MAX_COLUMNS = 16_384
LONGEST = 32_767
"""Characters of a cell; no spreadsheet holds more."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its row and column, both from 1, and its value as text on one line."""

    row: int
    column: int
    text: str

    @property
    def address(self) -> str:
        """Its address ("B7")."""
        return f"{say_column(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, "" where the format has none, and its filled cells in reading order."""

    name: str
    cells: tuple[Cell, ...]


def say_column(number: int) -> str:
    """The letters of a column, which count from 1."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def find_place(address: str) -> tuple[int, int] | None:
    """Row and column, both from 1, of an address; None when it is none."""
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def oversized(name: str) -> BriefError:
    """Say that a spreadsheet holds more than anybody asks bidders to fill in."""
    what = f"this spreadsheet has more than {MAX_CELLS:,} filled cells"
    return BriefError(name, what, "Save the sheet that bidders fill in as a file of its own")
