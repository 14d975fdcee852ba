"""The report as one HTML page that needs nothing else: no files, no network, and for reading no script."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from brieflint import __version__
from brieflint.knowledge.guide import MODELS, Guide, Model
from brieflint.knowledge.perspectives import Headline, Perspective
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.comparison import Table, find_tables
from brieflint.reporting.marks import Stretch, find_quotes, mark
from brieflint.reporting.paragraphs import join
from brieflint.reporting.perspective import Asked, address, choose, find_open_questions, find_situation, say_reader
from brieflint.reporting.view import View
from brieflint.reporting.words import REASONS, clip, count, name_of, printable, say_coverage, say_kept, say_sure, where

SHAPES: Mapping[str, str] = {
    "it_outsourcing": "■",
    "software_outsourcing": "◆",
    "staff_augmentation": "●",
    "dedicated_team": "▲",
}
"""A sign for each model beside its colour and its letters, for those who do not see colours."""
ROWS = (*MODELS, "outsourcing_unspecified", "none")
COLUMNS = (*MODELS, "mixed", "none")
SHADES = 4
SENTENCES = re.compile(r"(?<=\.) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a vendor sends who answers one name: who directs and who owns the outcome in it, and what it holds."""

    model: str
    name: str
    direction: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Everything that the page says of one brief."""

    id: str
    brief: BriefReport
    perspective: Perspective
    reader: str
    situation: str
    headline: Headline
    named: tuple[str, ...]
    painted: Markup
    """The headline's first sentence, the models in it with their signs."""
    received: Proposal | None
    wanted: Proposal | None
    questions: tuple[tuple[str, tuple[Asked, ...]], ...]
    tables: tuple[Table, ...]
    stretches: tuple[Stretch, ...]
    marked: frozenset[int]
    """Where the marked sentences begin: what can be linked to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A cell of the map of names and descriptions. `shade` is 0 (none) to `SHADES`."""

    number: int
    shade: int
    agrees: bool


def write_html(report: Report, view: View) -> str:
    """The page: an index with filters and a map when there are several briefs, then each brief."""
    report = address(report, view)
    sections = [_make_section(f"b{number}", brief, report, view) for number, brief in enumerate(report.checked, 1)]
    return (
        templates()
        .get_template("page.html.j2")
        .render(
            report=report,
            suppressed=view.suppressed,
            sections=sections,
            guide=view.guide,
            models=MODELS,
            shapes=SHAPES,
            reasons=REASONS,
            heat=_make_map(report),
            rows=ROWS,
            columns=COLUMNS,
            version=__version__,
            style=Markup(read_asset("report.css")),  # noqa: S704
            script=Markup(read_asset("filters.js")),  # noqa: S704
            script_hash=b64encode(sha256(read_asset("filters.js").encode()).digest()).decode(),
            name_of=lambda model: name_of(model, view.guide),
            label_of=lambda model: _label(model, view.guide),
        )
    )


def _make_section(identity: str, brief: BriefReport, report: Report, view: View) -> Section:
    guide, perspective = view.guide, choose(brief, view)
    situation = find_situation(brief)
    named = tuple(dict.fromkeys(name.model for name in brief.named))
    headline = perspective.headline(situation)
    words = {"named": join([name_of(model, guide) for model in named]), "described": name_of(brief.described.model, guide)}
    signs = {
        "named": Markup(join([_sign(model, guide) for model in named])),  # noqa: S704
        "described": _sign(brief.described.model, guide),
    }
    wanted = _propose(brief.described.model, perspective, view)
    others = (_propose(model, perspective, view) for model in named if model != brief.described.model)
    asked = find_open_questions(brief, view)
    return Section(
        id=identity,
        brief=brief,
        perspective=perspective,
        reader=say_reader(brief, view),
        situation=situation,
        headline=Headline(says=headline.says.format_map(words), means=headline.means.format_map(words)),
        painted=Markup("<br>\n").join(escape(sentence).format(**signs) for sentence in SENTENCES.split(headline.says)),
        named=named,
        received=next(others, None) if wanted and situation != "agrees" else None,
        wanted=wanted,
        questions=tuple((to, tuple(entry for entry in asked if entry.to == to)) for to in dict.fromkeys(a.to for a in asked)),
        tables=tuple(find_tables(brief, report, view)),
        stretches=mark(brief),
        marked=frozenset(quote.spot.start for quote in find_quotes(brief)),
    )


def _propose(model: str, perspective: Perspective, view: View) -> Proposal | None:
    """The proposal under a name, in words for this reader; None for what is no name, or where nothing is judged."""
    guide, told = view.guide, view.perspectives
    if model == "outsourcing_unspecified" and perspective.judges:
        plain = told.outsourcing
        return Proposal(model=model, name=name_of(model, guide), direction=plain.direction, items=plain.proposal)
    entry = guide.models.get(cast(Model, model)) if perspective.judges else None
    if entry is None:
        return None
    direction = told.directions[cast(Model, model)] if perspective.findings else entry.direction
    return Proposal(model=model, name=entry.name, direction=direction, items=entry.proposal)


def _sign(model: str, guide: Guide) -> Markup:
    """The name of a model with its sign."""
    shape = Markup('<span class="shape" aria-hidden="true">{}</span>\u00a0').format(SHAPES[model]) if model in SHAPES else ""
    return Markup('<span class="model {}">{}{}</span>').format(model, shape, name_of(model, guide))


def _make_map(report: Report) -> dict[str, dict[str, Heat]]:
    """Named × described: how many briefs are in each cell; one that names two models is in two rows."""
    counts: Counter[tuple[str, str]] = Counter()
    for brief in report.checked:
        for name in {name.model for name in brief.named} or {"none"}:
            counts[name, brief.described.model] += 1
    most = max(counts.values(), default=1)
    return {
        row: {
            column: Heat(
                number=counts[row, column],
                shade=-(-counts[row, column] * SHADES // most),
                agrees=row == column and row in MODELS,
            )
            for column in COLUMNS
        }
        for row in ROWS
    }


def _label(model: str, guide: Guide) -> str:
    """The letters of a model."""
    return guide.models[model].short.upper() if model in guide.models else "?"


def read_asset(name: str) -> str:
    """A file beside the templates."""
    return files("brieflint.reporting").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def templates() -> Environment:
    """The templates; whatever they print is escaped."""
    loaded = Environment(
        loader=PackageLoader("brieflint.reporting"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    loaded.filters |= {
        "printable": printable,
        "clip": clip,
        "where": where,
        "kept": say_kept,
        "count": count,
        "sure": say_sure,
        "coverage": say_coverage,
    }
    return loaded
