"""What a visitor may take along, each made from a brief that has been judged.

Every file is part of the page of the report, as a link that holds its bytes, so that nothing has to be kept for later.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from brieflint.drafting import draft_judged
from brieflint.errors import BriefError
from brieflint.judged import JudgedBrief
from brieflint.questions.asking import OpenQuestion, find_open_questions
from brieflint.questions.formats import to_csv, to_text

CSV, TEXT, MARKDOWN = "text/csv", "text/plain", "text/markdown"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A brief with its open questions, which several files are made of, and the bytes that it was read from."""

    brief: JudgedBrief
    questions: tuple[OpenQuestion, ...]
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take along: what the link says, what is put behind the brief's name, and its content as a link."""

    label: str
    name: str
    href: str


def make_link(content: str | bytes, kind: str) -> str:
    """An address that holds the content itself."""
    data = content.encode(errors="replace") if isinstance(content, str) else content
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _write_workbook(judged: Judged) -> bytes | None:
    try:
        from brieflint.questions.workbook import to_xlsx
    except ModuleNotFoundError:  # without the extra xlsx
        return None
    return to_xlsx(judged.questions)


def _write_draft(judged: Judged) -> str | None:
    try:
        return draft_judged(judged.brief)
    except BriefError:  # none of the four models is described
        return None


FILES: tuple[tuple[str, str, str, Callable[[Judged], str | bytes | None]], ...] = (
    ("Corrected brief, Markdown", "corrected.md", MARKDOWN, _write_draft),
    ("Open questions, Excel", "questions.xlsx", XLSX, _write_workbook),
    ("Open questions, CSV", "questions.csv", CSV, lambda judged: to_csv(judged.questions)),
    ("Open questions, text", "questions.txt", TEXT, lambda judged: to_text(judged.questions)),
)
"""What the link says, the end of the file's name, its media type, and what makes it; None: not to be had for this brief."""


def make_downloads(brief: JudgedBrief, data: bytes) -> Iterator[Download]:
    """The files for one brief, which was read from `data`. Raises `PatternError`."""
    questions = find_open_questions(brief, brief.grounds.patterns)
    judged = Judged(brief=brief, questions=tuple(questions), data=data)
    stem = brief.document.path.replace("/", "-").rpartition(".")[0] or brief.document.path
    for label, ending, kind, make in FILES:
        content = make(judged)
        if content is not None:
            yield Download(label=label, name=f"{stem}-{ending}", href=make_link(content, kind))
