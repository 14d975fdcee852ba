"""The accountability table as a Word file with real tables (extra `word`)."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from brieflint.signs import printable
from brieflint.writing.grid import BLANK, Said, Table
from brieflint.writing.grid_formats import DISAGREES, HEADINGS, title_of
from brieflint.writing.packing import EPOCH, settle

WIDTHS = (Cm(4.2), Cm(9.6), Cm(3.2))
STYLE = "Light Grid Accent 1"
UNKNOWN = "?"


def to_docx(tables: Sequence[Table]) -> bytes:
    """Write a table for each lot, with a heading row that is repeated on every page. The same tables give the same bytes."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    document.add_heading("Who is accountable", 1)
    for table in tables:
        if title := title_of(table):
            document.add_heading(printable(title), 2)
        _add(document.add_table(rows=1 + len(table.rows), cols=len(HEADINGS), style=STYLE), table)
        document.add_paragraph()
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "brieflint", "Who is accountable", ""
    properties.created = properties.modified = datetime(*EPOCH)
    written = BytesIO()
    document.save(written)
    return settle(written.getvalue())


def _add(shown: WordTable, table: Table) -> None:
    for cell, heading in zip(shown.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
    for number, row in enumerate(table.rows, 1):
        question, said, models = shown.rows[number].cells
        question.text = printable(row.question)
        _fill(said, [_quote(found, number) for number, found in enumerate(row.said)], BLANK)
        _fill(models, [printable(found.speaks_for) for found in row.said], UNKNOWN)
    shown.autofit = False
    for column, width in zip(shown.columns, WIDTHS, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    shown.rows[0]._tr.get_or_add_trPr().append(repeated)


def _fill(cell: _Cell, lines: Sequence[str], blank: str) -> None:
    """One paragraph for each line; a blank in italics, so that it is seen."""
    cell.text = lines[0] if lines else ""
    for line in lines[1:]:
        cell.add_paragraph(line)
    if not lines:
        cell.paragraphs[0].add_run(blank).italic = True
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)


def _quote(found: Said, number: int) -> str:
    return f"{DISAGREES if number else ''}“{printable(found.text)}” ({printable(found.place)})"
