"""Spreadsheets: values of cells with their sheets and addresses; and what is left out."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from brieflint.documents import Document, is_supported, read_bytes
from brieflint.documents.places import say_place
from brieflint.documents.sheets.cells import find_place, say_column
from brieflint.errors import BriefError


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def cells(document: Document) -> list[tuple[str, str | None, str | None]]:
    return [(document.text[b.start : b.end], b.place.cell, b.place.header) for b in document.blocks]


def test_cells_of_a_workbook_know_their_sheet_address_and_head():
    document = read_bytes(workbook(Rates=[["Role", "Day rate"], ["Tester", 450]]), "rates.xlsx")
    assert cells(document) == [
        ("Role", "A1", None),
        ("Day rate", "B1", None),
        ("Tester", "A2", "Role"),
        ("450", "B2", "Day rate"),
    ]
    assert {block.place.section for block in document.blocks} == {"Rates"}
    assert say_place(document.blocks[-1].place, 1) == 'sheet "Rates", cell B2'


def test_a_csv_is_read_with_commas_semicolons_or_tabs():
    for sign in ",;\t":
        document = read_bytes(f'Role{sign}"Rate, per day"\nTester{sign}\n'.encode(), "rates.csv")
        assert cells(document) == [("Role", "A1", None), ("Rate, per day", "B1", None), ("Tester", "A2", "Role")]
    assert say_place(document.blocks[1].place, 1) == "cell B1"


def test_empty_cells_keep_the_addresses_of_the_others():
    assert cells(read_bytes(b",,x\n\n,y\n", "a.csv")) == [("x", "C1", None), ("y", "B3", None)]


def test_the_first_lone_cell_is_the_title_and_later_ones_head_what_is_below():
    document = read_bytes(b"Price form\n\nRole,Rate\nTester,\n\nOptions\n\nItem,Price\n", "a.csv")
    assert [block.kind for block in document.blocks if block.kind != "cell"] == ["title", "heading"]


def test_a_blank_row_ends_what_heads_the_columns():
    document = read_bytes(b"Role,Rate\nTester,5\n\n7,8\n", "a.csv")
    assert [header for _, _, header in cells(document)][-2:] == [None, None]


def test_hidden_sheets_are_left_out():
    book = Workbook()
    book.active.append(["seen"])
    hidden = book.create_sheet("lists")
    hidden.append(["unseen"])
    hidden.sheet_state = "hidden"
    written = BytesIO()
    book.save(written)
    assert read_bytes(written.getvalue(), "a.xlsx").text == "seen\n"


def test_formulas_are_told_as_they_were_computed_and_never_computed():
    with pytest.raises(BriefError, match="empty"):  # openpyxl writes formulas without values
        read_bytes(workbook(A=[["=1+1"]]), "a.xlsx")


def test_sheets_are_no_briefs_by_themselves():
    assert not is_supported("prices.xlsx")
    assert not is_supported("prices.csv")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_have_letters(number, letters):
    assert say_column(number) == letters
    assert find_place(f"{letters}7") == (7, number)
