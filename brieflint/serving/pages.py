"""The pages, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from brieflint import __version__
from brieflint.choosing.ballot import Ballot
from brieflint.choosing.conclusion import conclude
from brieflint.choosing.votes import choices, count_votes
from brieflint.documents import SUFFIXES
from brieflint.documents.files import PACKAGE
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS, Guide
from brieflint.linting.report import Report
from brieflint.reporting.as_html import SHAPES, gather_page, open_templates, read_asset
from brieflint.reporting.view import View
from brieflint.serving.downloads import Download
from brieflint.serving.limits import MOST_BYTES, MOST_FILES
from brieflint.serving.refusals import Refusal

OURS = "brieflint.serving"
ASSETS = {"report.css": "text/css", "filters.js": "text/javascript", "serve.css": "text/css", "icon.svg": "image/svg+xml"}
"""What pages are made with → its media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What stands on the page beside the report on one brief."""

    downloads: tuple[Download, ...] = ()
    ballot: Ballot | None = None


@cache
def read_page_asset(name: str) -> str:
    """The text of one of `ASSETS`."""
    ours = files(OURS).joinpath("templates", name)
    return ours.read_text(encoding="utf-8") if ours.is_file() else read_asset(name)


def render_start(base: str) -> str:
    """The first page, with the form."""
    return _render(
        "start.html.j2",
        base=base,
        endings=sorted(SUFFIXES | {PACKAGE}),
        most_files=MOST_FILES,
        most_megabytes=MOST_BYTES // 2**20,
    )


def render_refusal(base: str, refusal: Refusal) -> str:
    """The page for what cannot be done."""
    return _render("refusal.html.j2", base=base, refusal=refusal)


def render_opening(base: str) -> str:
    """The beginning of the page of a report, sent before anything is read."""
    return _render("opening.html.j2", base=base)


def render_step(says: str) -> str:
    """A line on what is being read."""
    return _render("step.html.j2", says=says)


def render_result(report: Report, view: View, whole: Download, extras: Sequence[Extras]) -> str:
    """The rest of that page."""
    page = gather_page(report, view)
    more = {section.id: extra for section, extra in zip(page["sections"], extras, strict=True)}
    return _render("result.html.j2", **page, whole=whole, more=more, choices=choices)


def render_broken(says: str) -> str:
    """The rest of that page when there is no report."""
    return _render("broken.html.j2", says=says)


def render_choice(base: str, ballot: Ballot, of: str, guide: Guide | None = None) -> str:
    """The five questions, for the brief of a name or for none, with what the answers come to when there are any."""
    guide = guide or load_knowledge().guide
    tally = count_votes(ballot.answers, guide)
    return _render(
        "choose.html.j2",
        base=base,
        ballot=ballot,
        of=of,
        guide=guide,
        tally=tally if ballot.answers else None,
        conclusion=conclude(tally, guide),
        choices=choices,
        models=MODELS,
        shapes=SHAPES,
    )


def _render(name: str, **known: Any) -> str:
    guide = known.pop("guide", None) or load_knowledge().guide
    return open_templates(OURS).get_template(name).render(guide=guide, **({"version": __version__} | known))
