"""Cells of a spreadsheet that are shown and never computed."""

import re

from brieflint.signs import printable

_FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
"""What makes a spreadsheet compute a cell, full-width signs included."""


def disarm(cell: str) -> str:
    """A cell on one line; an apostrophe goes before what a spreadsheet would take for a formula."""
    shown = printable(cell)
    return f"'{shown}" if _FORMULA.match(shown) else shown
