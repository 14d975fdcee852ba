"""What word processors' files have in common: paragraphs, tables and boxes, before any of them has a place.

Named tuples rather than dataclasses: a long brief has tens of thousands of them, and they are made three times as fast.
"""

from __future__ import annotations

from typing import NamedTuple

from brieflint.documents.document import BlockKind

BULLET = "•"
"""The label of every item that has a sign rather than a number."""


class Paragraph(NamedTuple):
    """One paragraph as shown. A `label` is the number or bullet that the word processor puts before it.

    `emphatic` tells that all of it is bold, underlined or large; `notes` names the notes that hang on it, `remarks` the
    remarks for brieflint. `origin` is the number under which its reader has kept what it was made of, 0 when it keeps nothing.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""
    emphatic: bool = False
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    origin: int = 0


class Written(NamedTuple):
    """Where the words of a paragraph begin in the document's text."""

    origin: int
    start: int
    text: str


class Cell(NamedTuple):
    """A cell, `column` from 0; `merged` if it only continues the cell above."""

    column: int
    content: Story
    span: int = 1
    shaded: bool = False
    merged: bool = False


class Row(NamedTuple):
    """A row of a table; `header` if the file says that it is repeated on every page."""

    cells: tuple[Cell, ...]
    header: bool = False


class Table(NamedTuple):
    """A table with its rows as shown."""

    rows: tuple[Row, ...]


class Box(NamedTuple):
    """A text box: it interrupts the text around it, and its headings are its own."""

    content: Story


Story = tuple[Paragraph | Table | Box, ...]
