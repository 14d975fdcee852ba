"""Excel workbooks (`.xlsx`, `.xlsm`): values of the sheets that can be seen; formulas as they were last computed.

Dates and percentages are told as the numbers that the file holds; macros are never looked at.
"""

from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.archive import Archive
from brieflint.documents.office.trees import OversizedTreeError, TreeError, parse_tree
from brieflint.documents.sheets.cells import LONGEST, MAX_CELLS, MAX_COLUMNS, Cell, Sheet, find_place, oversized
from brieflint.documents.sheets.composition import compose

_MAIN = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_UNSEEN = frozenset({"hidden", "veryHidden"})
_UNSPOKEN = frozenset({"rPh", "phoneticPr"})
"""How words are pronounced, which is no part of them."""


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the workbook in these bytes."""
    book = _Book(Archive(data, name, limits))
    return compose(list(book.find_sheets()), name, "xlsx")


class _Book:
    """A workbook's parts. Names of elements are compared without their namespaces, which differ between variants."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        if _MAIN not in archive:
            raise archive.damaged()
        self._strings = [_say(entry) for entry in _children(self._parse(_STRINGS), "si")] if _STRINGS in archive else []

    def find_sheets(self) -> Iterator[Sheet]:
        parts = {}
        if _RELATIONS in self._archive:
            parts = {entry.get("Id"): entry.get("Target", "") for entry in self._parse(_RELATIONS)}
        left = MAX_CELLS
        for entry in self._parse(_MAIN).iter():
            if _local(entry) != "sheet" or entry.get("state") in _UNSEEN:
                continue
            relation = next((value for key, value in entry.attrib.items() if key.endswith("}id")), "")
            target = parts.get(relation, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part not in self._archive:
                continue
            cells = tuple(islice(self._find_cells(part), left + 1))
            left -= len(cells)
            if left < 0:
                raise oversized(self._archive.name)
            yield Sheet(" ".join(entry.get("name", "").split()), cells)

    def _find_cells(self, part: str) -> Iterator[Cell]:
        """The filled cells of a sheet; a cell without an address stands after the one before it."""
        row = column = 0
        for entry in self._parse(part).iter():
            if _local(entry) == "row":
                row, column = row + 1, 0
            if _local(entry) != "c":
                continue
            row, column = find_place(entry.get("r", "")) or (row, column + 1)
            text = " ".join(self._read(entry).split())[:LONGEST]
            if text and column <= MAX_COLUMNS:
                yield Cell(row, column, text)

    def _read(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return " ".join(_say(entry) for entry in _children(cell, "is"))
        value = "".join(entry.text or "" for entry in _children(cell, "v"))
        if kind == "s":
            return (
                self._strings[int(value)]
                if value.isascii() and value.isdigit() and len(value) < 8 and int(value) < len(self._strings)
                else ""
            )
        return "" if kind == "e" else value

    def _parse(self, part: str) -> Element:
        try:
            return parse_tree(self._archive.read(part), self._archive.limits.xml_tags)
        except OversizedTreeError:
            raise self._archive.oversized() from None
        except TreeError as error:
            raise self._archive.damaged() from error


def _children(element: Element, name: str) -> Iterator[Element]:
    return (entry for entry in element if _local(entry) == name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _say(entry: Element) -> str:
    """The words of a string, which may stand in runs."""
    if _local(entry) == "t":
        return entry.text or ""
    return "".join(_say(child) for child in entry if _local(child) not in _UNSPOKEN)
