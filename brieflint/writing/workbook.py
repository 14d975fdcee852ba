"""One sheet as an Excel workbook (extra `xlsx`)."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import chain, cycle

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from brieflint.reporting.cells import disarm
from brieflint.writing.packing import EPOCH, settle


def write_workbook(title: str, rows: Sequence[Sequence[str]], widths: Sequence[int], repeated: Sequence[int] = ()) -> bytes:
    """The workbook: a sheet of text whose first row is a heading that stays in sight. The same rows give the same bytes.

    `widths` of the first columns are in characters; those after them take `repeated` in turn.
    """
    book = Workbook()
    book.properties.creator = "brieflint"
    book.properties.created = book.properties.modified = datetime(*EPOCH)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            cell.value = disarm(value)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=at == 1)
    columns = max(map(len, rows), default=0)
    for column, width in zip(range(1, columns + 1), chain(widths, cycle(repeated or (20,))), strict=False):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2" if repeated else "A2"
    written = BytesIO()
    book.save(written)
    return settle(written.getvalue())
