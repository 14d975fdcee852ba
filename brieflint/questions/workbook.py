"""The open questions as an Excel workbook (extra `xlsx`)."""

from collections.abc import Sequence

from brieflint.questions.asking import OpenQuestion
from brieflint.questions.formats import COLUMNS, to_rows
from brieflint.writing.workbook import write_workbook

WIDTHS = (6, 60, 16, 22, 50, 36, 40)
"""Of the columns, in characters."""


def to_xlsx(questions: Sequence[OpenQuestion]) -> bytes:
    """The workbook: one sheet, a heading that stays in sight. The same questions give the same bytes."""
    return write_workbook("Open questions", [list(COLUMNS), *to_rows(questions)], WIDTHS)
