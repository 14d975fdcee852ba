"""The summary of a scan as text, Markdown or JSON: pure functions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from brieflint.knowledge.guide import Guide
from brieflint.reporting.words import clip, count, fill, name_of
from brieflint.scanning.summary import DESCRIBED, NAMED, FolderCount, Summary, write_summary_json
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown

SHOWN = 10
"""Rules, folders and unreadable files shown of each kind; JSON has all of them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a title, and how many rows are left out."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


def write_text(summary: Summary, guide: Guide) -> str:
    """For a terminal."""
    parts = ["\n".join(fill("", sum_up(summary)))]
    parts += ["\n".join([table.title, *_align(table)]) for table in list_tables(summary, guide)]
    return "\n\n".join(parts) + "\n"


def write_markdown(summary: Summary, guide: Guide) -> str:
    """For a wiki or a pull request."""
    parts = ["# Briefs", escape_markdown(sum_up(summary))]
    for table in list_tables(summary, guide):
        header, *rows = [" | ".join(map(escape_markdown, row)) for row in (table.header, *table.rows)]
        lines = [f"| {row} |" for row in (header, " | ".join("---" for _ in table.header), *rows)]
        parts += [f"## {table.title}", "\n".join(lines), *([_say_rest(table)] if table.left_out else [])]
    return "\n\n".join(parts) + "\n"


def write_json(summary: Summary, guide: Guide) -> str:
    """For a machine (`brieflint-summary/1`)."""
    del guide
    return write_summary_json(summary)


SUMMARY_FORMATS: Mapping[str, Callable[[Summary, Guide], str]] = {
    "text": write_text,
    "json": write_json,
    "markdown": write_markdown,
}


def sum_up(summary: Summary) -> str:
    """Everything in a sentence."""
    read = summary.briefs - len(summary.unreadable)
    loud = {"error": "error", "warning": "warning", "advice": "piece of advice"}
    told = ", ".join(count(summary.severities[severity], word) for severity, word in loud.items())
    unread = f"; {count(len(summary.unreadable), 'file')} not checked" if summary.unreadable else ""
    return f"{count(read, 'brief')} checked, {summary.words:,} words; {len(summary.mislabelled):,} mislabelled: {told}{unread}."


def list_tables(summary: Summary, guide: Guide) -> Iterator[Table]:
    """The tables of a summary, without those that would be empty."""
    described = [model for model in DESCRIBED if any(row[model] for row in summary.matrix.values())]
    if described:
        yield Table(
            title="What they name (rows) and what they describe (columns)",
            header=("", *(_name(model, guide) for model in described)),
            rows=tuple(
                (_name(name, guide, "no model"), *(f"{summary.matrix[name][model] or '-'}" for model in described))
                for name in NAMED
                if any(summary.matrix[name].values())
            ),
        )
    if summary.mislabelled:
        named = [
            (printable(entry.path), _name(entry.named, guide, "no model"), _name(entry.described, guide))
            for entry in summary.mislabelled
        ]
        yield _cut("Mislabelled", ("brief", "names", "describes"), named)
    if summary.rules:
        rows = [(f"{rule.findings:,}", f"{rule.briefs:,}", rule.rule, rule.title) for rule in summary.rules]
        yield _cut("Rules that spoke most", ("findings", "briefs", "rule", ""), rows)
    if len(summary.folders) > 1:
        worst = sorted(summary.folders, key=_badness)
        yield _cut(
            "Folders with most to look at",
            ("briefs", "mislabelled", "not checked", "folder"),
            [
                (f"{entry.briefs:,}", f"{entry.mislabelled:,}", f"{entry.unreadable:,}", printable(entry.folder))
                for entry in worst
            ],
        )
    if summary.unreadable:
        yield _cut("Not checked", ("why",), [(clip(error or path, 400),) for path, error in summary.unreadable])


def _badness(folder: FolderCount) -> tuple[int, int, str]:
    return -folder.mislabelled, -folder.unreadable, folder.folder


def _cut(title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(title, header, tuple(rows[:SHOWN]), max(0, len(rows) - SHOWN))


def _say_rest(table: Table) -> str:
    return f"and {table.left_out:,} more; --format json has all of them"


def _name(model: str, guide: Guide, none: str = "none of the four") -> str:
    return {"several": "several models", "none": none}.get(model) or name_of(model, guide)


def _align(table: Table) -> Iterator[str]:
    """The rows of a table below each other, numbers to the right."""
    lines = [table.header, *table.rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    numeric = [all(map(_is_number, column)) for column in zip(*table.rows, strict=True)]
    for line in lines:
        cells = (
            cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(line, widths, numeric, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()
    if table.left_out:
        yield f"  {_say_rest(table)}"


def _is_number(cell: str) -> bool:
    return cell == "-" or cell.replace(",", "").isdecimal()
