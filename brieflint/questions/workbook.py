"""The open questions as an Excel workbook (extra `xlsx`)."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from brieflint.questions.asking import OpenQuestion
from brieflint.questions.formats import COLUMNS, to_rows
from brieflint.reporting.cells import disarm
from brieflint.writing.packing import EPOCH, settle

WIDTHS = (6, 60, 16, 22, 50, 36, 40)
"""Of the columns, in characters."""


def to_xlsx(questions: Sequence[OpenQuestion]) -> bytes:
    """The workbook: one sheet, a heading that stays in sight. The same questions give the same bytes."""
    book = Workbook()
    book.properties.creator = "brieflint"
    book.properties.created = book.properties.modified = datetime(*EPOCH)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Open questions")
    for at, row in enumerate([list(COLUMNS), *to_rows(questions)], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            cell.value = disarm(value)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=at == 1)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    written = BytesIO()
    book.save(written)
    return settle(written.getvalue())
