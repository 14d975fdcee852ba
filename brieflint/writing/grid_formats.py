"""The accountability table as Markdown and as HTML: pure functions from tables to text."""

from collections.abc import Iterator, Sequence
from html import escape

from brieflint.signs import printable
from brieflint.writing.grid import BLANK, Said, Table
from brieflint.writing.quoting import escape_markdown

HEADINGS = ("Question", "This brief says", "Speaks for")
DISAGREES = "but also: "
"""Before the second of two sentences that do not agree."""


def to_markdown(tables: Sequence[Table]) -> str:
    """Write pipe tables. Every word of the brief is escaped, so that it can break neither row nor cell."""
    return "\n".join("\n".join(_markdown_lines(table)) + "\n" for table in tables)


def _markdown_lines(table: Table) -> Iterator[str]:
    if title := title_of(table):
        yield f"**{escape_markdown(title)}**"
        yield ""
    yield f"| {' | '.join(HEADINGS)} |"
    yield "| --- | --- | --- |"
    for row in table.rows:
        said = "; ".join(_markdown_quote(found, number) for number, found in enumerate(row.said)) or f"*{BLANK}*"
        models = "; ".join(escape_markdown(found.speaks_for) for found in row.said) or "?"
        yield f"| {escape_markdown(row.question)} | {said} | {models} |"


def _markdown_quote(found: Said, number: int) -> str:
    return f'{DISAGREES if number else ""}"{escape_markdown(found.text)}" ({escape_markdown(found.place)})'


def to_html(tables: Sequence[Table]) -> str:
    """Write plain tables, without style or script, that editors and mail programs take as they are."""
    return "\n".join("\n".join(_html_lines(table)) + "\n" for table in tables)


def _html_lines(table: Table) -> Iterator[str]:
    yield '<table border="1">'
    if title := title_of(table):
        yield f"<caption>{_escape(title)}</caption>"
    headings = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    yield f"<thead><tr>{headings}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        said = "<br>".join(_html_quote(found, number) for number, found in enumerate(row.said)) or f"<em>{BLANK}</em>"
        models = "<br>".join(_escape(found.speaks_for) for found in row.said) or "?"
        yield f'<tr><th scope="row">{_escape(row.question)}</th><td>{said}</td><td>{models}</td></tr>'
    yield "</tbody>"
    yield "</table>"


def _html_quote(found: Said, number: int) -> str:
    return f"{DISAGREES if number else ''}“{_escape(found.text)}” ({_escape(found.place)})"


def title_of(table: Table) -> str:
    """What stands over a table: the title of its lot, and what that describes."""
    describes = f"describes {table.model}" if table.model else ""
    if table.title:
        return f"{table.title} – {describes}" if describes else table.title
    return f"This brief {describes}" if describes else ""


def _escape(text: str) -> str:
    return escape(printable(text))
