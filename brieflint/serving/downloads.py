"""What a visitor may take along, each made from a brief that has been judged.

Every file is part of the page of the report, as a link that holds its bytes, so that nothing has to be kept for later.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from brieflint.drafting import draft_judged, draft_judged_word
from brieflint.errors import BriefError
from brieflint.judged import JudgedBrief
from brieflint.questions.asking import OpenQuestion, find_open_questions
from brieflint.questions.formats import to_csv, to_text

CSV, TEXT, MARKDOWN = "text/csv", "text/plain", "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
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


def _write_workbook(judged: Judged) -> bytes:
    from brieflint.questions.workbook import to_xlsx

    return to_xlsx(judged.questions)


def _review(judged: Judged) -> bytes | None:
    document = judged.brief.document
    if document.format != "docx":
        return None
    from brieflint.reviewing.annotating import annotate

    return annotate(judged.data, document.path, judged.brief.grounds).data


FILES: tuple[tuple[str, str, str, Callable[[Judged], str | bytes | None]], ...] = (
    ("Your Word file with comments in the margin", "reviewed.docx", DOCX, _review),
    ("Corrected brief, Word", "corrected.docx", DOCX, lambda judged: draft_judged_word(judged.brief)),
    ("Corrected brief, Markdown", "corrected.md", MARKDOWN, lambda judged: draft_judged(judged.brief)),
    ("Open questions, Excel", "questions.xlsx", XLSX, _write_workbook),
    ("Open questions, CSV", "questions.csv", CSV, lambda judged: to_csv(judged.questions)),
    ("Open questions, text", "questions.txt", TEXT, lambda judged: to_text(judged.questions)),
)
"""What the link says, the end of the file's name, its media type, and what makes it; None: not for this kind of file."""


def make_downloads(brief: JudgedBrief, data: bytes) -> Iterator[Download]:
    """The files for one brief, which was read from `data`. Raises `PatternError`."""
    questions = find_open_questions(brief, brief.grounds.patterns)
    judged = Judged(brief=brief, questions=tuple(questions), data=data)
    stem = brief.document.path.replace("/", "-").rpartition(".")[0] or brief.document.path
    for label, ending, kind, make in FILES:
        # A brief that describes no model has no corrected one, a locked file cannot be reviewed, an extra may be missing.
        with suppress(BriefError, ModuleNotFoundError):
            content = make(judged)
            if content is None:
                continue
            yield Download(label=label, name=f"{stem}-{ending}", href=make_link(content, kind))
