"""Tables that only some readers need: what was asked beside what is offered, and a policy's words beside the guide's."""

from collections.abc import Iterator
from dataclasses import dataclass

from brieflint.knowledge.guide import MODELS, Guide
from brieflint.linting.finding import Explained, GridCell
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.perspective import choose
from brieflint.reporting.view import View
from brieflint.reporting.words import clip, name_of, where


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading; the first cell of a row heads it."""

    title: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def find_tables(brief: BriefReport, report: Report, view: View) -> Iterator[Table]:
    """The tables for whoever reads the report on this brief; none for most."""
    perspective = choose(brief, view)
    if not perspective.judges:
        yield _check_words(brief, view.guide)
        yield _route(view)
    elif perspective.id == "evaluator" and (asked := find_asked(report, view)) and asked is not brief:
        yield _compare(asked, brief, view.guide)


def find_asked(report: Report, view: View) -> BriefReport | None:
    """What was asked for: the one text of several that is no proposal by its opening; for an evaluator, the first such."""
    guess = View(guide=view.guide, perspectives=view.perspectives)
    briefs = [brief for brief in report.checked if choose(brief, guess).id != "evaluator"]
    if len(report.checked) < 2 or not briefs or (len(briefs) > 1 and view.reader != "evaluator"):
        return None
    return briefs[0]


def _compare(asked: BriefReport, offered: BriefReport, guide: Guide) -> Table:
    models = (asked.described.model, offered.described.model)
    rows = [("Model", *(name_of(model, guide) for model in models), _agree(*models))]
    for row in guide.grid:
        cells = (asked.grid[row.id], offered.grid[row.id])
        same = _agree(*(cell.model if cell else None for cell in cells))
        rows.append((row.question, *(_say(cell, guide) for cell in cells), same))
    return Table(
        title="What was asked and what is offered",
        intro=f"Asked in {asked.path}. A row that differs is worth a clarification before scoring.",
        columns=("Question", "Asked", "Offered", "Do they agree?"),
        rows=tuple(rows),
    )


def _agree(asked: str | None, offered: str | None) -> str:
    if asked in (None, "none") or offered in (None, "none"):
        return "cannot be told"
    return "yes" if asked == offered else "no"


def _say(cell: GridCell | None, guide: Guide) -> str:
    return f'{name_of(cell.model, guide)}: "{clip(cell.spot.text)}" ({where(cell.spot)})' if cell else "not stated"


def _check_words(brief: BriefReport, guide: Guide) -> Table:
    found = {entry.model: entry for entry in brief.explained}
    rows = []
    for model in MODELS:
        entry = found.get(model)
        says = f'"{clip(entry.spot.text)}" ({where(entry.spot)})' if entry else "does not explain it"
        rows.append((name_of(model, guide), says, guide.models[model].definition.text, _judge(entry, guide)))
    return Table(
        title="The names that the text explains",
        intro="What the text says of each model, beside the guide. The guide speaks to the buyer.",
        columns=("Name", "This text", "The guide", "What to look at"),
        rows=tuple(rows),
    )


def _judge(entry: Explained | None, guide: Guide) -> str:
    if entry is None:
        return "Readers may each bring their own meaning. A sentence would settle it."
    if entry.says is None:
        return "It leaves open who directs the people and who owns the outcome."
    if entry.says == entry.model:
        return "It goes with the guide."
    return f"A reader may take these words for {guide.models[entry.says].name}."


def _route(view: View) -> Table:
    routes = view.perspectives.routes
    return Table(
        title="Which need goes where",
        intro="A table to start from; it is ours, built on the guide.",
        columns=("The need", "The name", "Ask vendors for", "Before it goes out"),
        rows=tuple((route.need, name_of(route.model, view.guide), route.asks, route.before) for route in routes),
    )
