"""Spreadsheets from strangers: too large, broken, or made to do harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.documents import read_bytes
from brieflint.documents.sheets.cells import MAX_CELLS
from brieflint.errors import BriefError

MAIN = '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="1" Target="worksheets/sheet1.xml"/></Relationships>'


def package(sheet: str, **parts: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", parts.get("main", MAIN))
        archive.writestr("xl/_rels/workbook.xml.rels", parts.get("relations", RELATIONS))
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        if "strings" in parts:
            archive.writestr("xl/sharedStrings.xml", parts["strings"])
    return written.getvalue()


def test_a_sheet_of_more_cells_than_anybody_fills_in_is_refused():
    with pytest.raises(BriefError, match="100,000 filled cells"):
        read_bytes(b"1,2\n" * (MAX_CELLS // 2 + 1), "data.csv")


def test_a_workbook_of_more_cells_is_refused():
    with pytest.raises(BriefError, match="100,000 filled cells"):
        read_bytes(package(f"<s>{'<row><c><v>1</v></c></row>' * (MAX_CELLS + 1)}</s>"), "data.xlsx")


def test_document_types_are_refused():
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaa">]><s><c><v>&a;</v></c></s>'
    with pytest.raises(BriefError, match="damaged"):
        read_bytes(package(bomb), "a.xlsx")


@pytest.mark.parametrize("index", ["7", "-1", "9" * 5000, "1e3", "²"])
def test_strings_that_are_not_there_are_empty(index):
    data = package(f'<s><row><c t="s"><v>{index}</v></c><c><v>5</v></c></row></s>', strings="<sst><si><t>a</t></si></sst>")
    assert read_bytes(data, "a.xlsx").text == "5\n"


@pytest.mark.parametrize("address", ["A0", "ZZZZ1", "A99999999", "1A", "", "A1:B2"])
def test_addresses_that_are_none_are_counted_on(address):
    assert read_bytes(package(f'<s><row><c r="{address}"><v>5</v></c></row></s>'), "a.xlsx").blocks[0].place.cell == "A1"


def test_a_relation_cannot_lead_out_of_the_package():
    relations = RELATIONS.replace("worksheets/sheet1.xml", "../../../../etc/passwd")
    with pytest.raises(BriefError, match="empty"):
        read_bytes(package("<s/>", relations=relations), "a.xlsx")


def test_a_zip_without_a_workbook_is_told():
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(BriefError, match="damaged"):
        read_bytes(written.getvalue(), "a.xlsx")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    for name in ("a.csv", "a.xlsx"):
        try:
            document = read_bytes(data, name)
        except BriefError:
            continue
        assert all(document.text[block.start : block.end].strip() for block in document.blocks)
