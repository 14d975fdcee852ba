"""An evaluation as text, Markdown or JSON: pure functions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from textwrap import wrap
from typing import Any

from brieflint.evaluation.contents import Entries, Table, each_figure, outline, sum_up
from brieflint.evaluation.evaluating import Evaluation
from brieflint.evaluation.measures import Figures, Share
from brieflint.evaluation.misses import Miss
from brieflint.reporting.plainjson import dump
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown

SCHEMA = "brieflint-evaluation/1"
WIDTH = 100


def write_text(evaluation: Evaluation) -> str:
    """For a terminal."""
    parts = [f"{printable(evaluation.labels)}\n{sum_up(evaluation)}"]
    for piece in outline(evaluation):
        lines = _align(piece) if isinstance(piece, Table) else _list(piece)
        parts.append("\n".join([piece.title, *lines]))
    return "\n\n".join(parts) + "\n"


def write_markdown(evaluation: Evaluation) -> str:
    """For a wiki or a pull request."""
    parts = [f"# Evaluation on {escape_markdown(evaluation.labels)}", sum_up(evaluation)]
    for piece in outline(evaluation):
        parts.append(f"## {piece.title}")
        if isinstance(piece, Table):
            header, *rows = [" | ".join(map(escape_markdown, row)) for row in (piece.header, *piece.rows)]
            parts.append("\n".join(f"| {row} |" for row in (header, " | ".join("---" for _ in piece.header), *rows)))
        else:
            for entry in piece.entries:
                parts.append(f"### {escape_markdown(entry.head)}")
                parts.append("\n".join(f"- {escape_markdown(line)}" for line in entry.lines))
    return "\n\n".join(parts) + "\n"


def write_json(evaluation: Evaluation) -> str:
    """For a machine, and for `--report` and `--against`: the figures, and the report of brieflint that they were made from."""
    return dump(to_plain(evaluation), indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Evaluation], str]] = {"text": write_text, "json": write_json, "markdown": write_markdown}


def to_plain(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain values."""
    comparison = evaluation.comparison
    return {
        "schema": SCHEMA,
        "version": evaluation.version,
        "labels": evaluation.labels,
        "figures": _plain_figures(evaluation.figures),
        "counts": {
            name: {"right": value.right, "of": value.of}
            for name, value in each_figure(evaluation.figures)
            if isinstance(value, Share)
        },
        "confusions": [
            {"labelled": labelled, "told": told, "briefs": number}
            for (labelled, told), number in sorted(evaluation.confusions.items())
        ],
        "rules": [asdict(rule) for rule in evaluation.rules],
        "genres": {genre: _plain_figures(figures) for genre, figures in evaluation.genres.items()},
        "reliability": [
            {
                "from": band.low,
                "to": band.high,
                "briefs": band.right.of,
                "mean": round(band.stated, 6),
                "right": round(float(band.right), 6),
            }
            for band in evaluation.bands
        ],
        "errors": [_plain_miss(miss) for miss in evaluation.misses],
        "against": comparison
        and {
            "version": comparison.version,
            "figures": _plain_figures(comparison.figures),
            "changes": [asdict(change) for change in comparison.changes],
        },
        "report": evaluation.report,
    }


def _plain_miss(miss: Miss) -> dict[str, Any]:
    quotes = {key: [quote.model_dump() for quote in getattr(miss, key)] for key in ("sentences", "names")}
    return {**asdict(miss), **quotes}


def _plain_figures(figures: Figures) -> dict[str, int | float]:
    return {name: value if isinstance(value, int) else round(float(value), 6) for name, value in each_figure(figures)}


def _align(table: Table) -> Iterator[str]:
    """A table in columns, numbers to the right."""
    rows = [table.header, *(tuple(map(printable, row)) for row in table.rows)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.header))]
    right = [all(not row[at][:1].isalpha() for row in rows[1:]) for at in range(len(table.header))]
    for row in rows:
        cells = (f"{cell:>{n}}" if to_right else f"{cell:<{n}}" for cell, n, to_right in zip(row, widths, right, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _list(entries: Entries) -> Iterator[str]:
    for entry in entries.entries:
        yield f"  {printable(entry.head)}"
        for line in entry.lines:
            yield from wrap(printable(line), WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)
