"""The open questions as text, Markdown, CSV and rows of a sheet: pure functions."""

import csv
from collections.abc import Sequence
from io import StringIO
from textwrap import wrap

from brieflint.questions.asking import OpenQuestion
from brieflint.reporting.cells import disarm
from brieflint.reporting.words import WIDTH, clip
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown

COLUMNS = ("No.", "Question", "To", "Place", "The brief says there", "Why", "Answer")
NONE_OPEN = "No open questions: the brief states what a brief of its model should state."


def to_text(questions: Sequence[OpenQuestion]) -> str:
    """Write a numbered list for a terminal or a mail."""
    if not questions:
        return NONE_OPEN + "\n"
    lines: list[str] = []
    for number, question in enumerate(questions, 1):
        lot = f"[{printable(question.lot)}] " if question.lot else ""
        lines += wrap(f"{lot}{printable(question.text)}", WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ")
        lines += wrap(
            f"to: {question.to}; why: {printable(question.why)}", WIDTH, initial_indent="   ", subsequent_indent="   "
        )
        if question.place:
            near = f'see {printable(question.place)}: "{clip(question.quote)}"'
            lines += wrap(near, WIDTH, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def to_markdown(questions: Sequence[OpenQuestion]) -> str:
    """Write a pipe table."""
    if not questions:
        return NONE_OPEN + "\n"
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{' --- |' * len(COLUMNS)}"]
    lines += [f"| {' | '.join(escape_markdown(cell) for cell in row)} |" for row in to_rows(questions)]
    return "\n".join(lines) + "\n"


def to_csv(questions: Sequence[OpenQuestion]) -> str:
    """Write CSV with a heading (RFC 4180). No cell can start a formula."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows([[disarm(cell) for cell in row] for row in to_rows(questions)])
    return written.getvalue()


def to_rows(questions: Sequence[OpenQuestion]) -> list[list[str]]:
    """One row for each question, under `COLUMNS`; the last cell is for the answer."""
    return [
        [
            str(number),
            printable(f"[{question.lot}] {question.text}" if question.lot else question.text),
            question.to,
            printable(question.place),
            printable(question.quote),
            printable(question.why),
            "",
        ]
        for number, question in enumerate(questions, 1)
    ]
