"""The accountability table of a brief, to be pasted: five questions, each with a sentence of the brief or a blank."""

from collections.abc import Mapping
from dataclasses import dataclass

from brieflint.documents.places import say_place
from brieflint.judged import JudgedBrief
from brieflint.judgement.verdict import Cell, DescribedModel, Evidence
from brieflint.knowledge.guide import Guide, Row
from brieflint.signs import printable
from brieflint.writing.lots import lot_grid

BLANK = "not stated; please fill in"
"""What stands in a row that the brief says nothing for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of the brief word for word, its place as people say it, and the name of the model that it speaks for."""

    text: str
    place: str
    speaks_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A question of the table and the sentences that answer it: none for a blank, two where they disagree."""

    question: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a brief, or of one of its lots. `model` is the name of the described model, "" when there is none."""

    title: str
    model: str
    rows: tuple[TableRow, ...]


def make_tables(brief: JudgedBrief, guide: Guide) -> tuple[Table, ...]:
    """One table for the brief, or one for each lot when its lots describe different models."""
    if brief.verdict.described.model != "mixed":
        return (_make_table("", brief.verdict.described.model, brief.verdict.grid, brief, guide),)
    return tuple(
        _make_table(printable(lot.title), lot.described.model, lot_grid(brief.reading, lot), brief, guide)
        for lot in brief.verdict.lots
    )


def _make_table(title: str, model: DescribedModel, grid: Mapping[Row, Cell | None], brief: JudgedBrief, guide: Guide) -> Table:
    names = {str(known): entry.name for known, entry in guide.models.items()}
    rows = (TableRow(question=row.question, said=_say_cell(grid.get(row.id), brief, guide)) for row in guide.grid)
    return Table(title=title, model=names.get(model, ""), rows=tuple(rows))


def _say_cell(cell: Cell | None, brief: JudgedBrief, guide: Guide) -> tuple[Said, ...]:
    found = [item for item in (cell.evidence, cell.against) if item] if cell else []
    return tuple(_say(item, brief, guide) for item in found)


def _say(item: Evidence, brief: JudgedBrief, guide: Guide) -> Said:
    sentence = brief.reading.sentences[item.sentence]
    line, _ = brief.document.position(sentence.start)
    return Said(
        text=printable(brief.document.text[sentence.start : sentence.end]),
        place=say_place(sentence.place, line),
        speaks_for=guide.models[item.model].name,
    )
