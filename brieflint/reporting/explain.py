"""Explanations on demand: which topics there are, and the way from a name to what there is to say about it."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial

from brieflint.errors import BriefError
from brieflint.knowledge.guide import MODELS
from brieflint.knowledge.patterns import Patterns
from brieflint.linting.housekeeping import NOTICES
from brieflint.reporting.explanations import (
    explain_mislabelling,
    explain_model,
    explain_notice,
    explain_question,
    explain_row,
    explain_rule,
)
from brieflint.reporting.paragraphs import join, page, part, wrap

NEAREST = 3
"""Names suggested for one that is not known."""


class UnknownTopic(BriefError, KeyError):
    """A topic that there is nothing to say about; `nearest` are names that look like it."""

    def __init__(self, topic: str, nearest: tuple[str, ...]) -> None:
        names = join([f'"{name}"' for name in nearest], "or")
        meant = f"Did you mean {names}?" if nearest else ""
        super().__init__(topic, "no rule, model, grid row, question or mislabelling goes by this name", meant)
        self.nearest = nearest


def explain(topic: str, patterns: Patterns) -> str:
    """Explain a rule, model, grid row, question or mislabelling, by its id or name, as plain text.

    Raises `UnknownTopic`.
    """
    wanted = _fold(topic)
    names: dict[str, str] = {}
    for known, tell in _find_topics(patterns):
        names |= {_fold(name): known[0] for name in known}
        if wanted in names:
            return tell()
    near = get_close_matches(wanted, names, n=NEAREST, cutoff=0.5)
    raise UnknownTopic(topic, tuple(dict.fromkeys(names[name] for name in near)))


def list_topics(patterns: Patterns) -> str:
    """List everything that can be explained, with a line on each."""
    guide = patterns.guide
    groups: dict[str, list[tuple[str, str]]] = {
        "Rules": [(rule.id, rule.title) for rule in patterns.rules],
        "Rules about remarks and house words": [(notice.id, notice.title) for notice in NOTICES.values()],
        "Models": [(model, f"{guide.models[model].name}, in short {guide.models[model].short}") for model in MODELS],
        "Rows of the accountability table": [(row.id, row.question) for row in guide.grid],
        "Questions": [(question.id, question.question) for question in guide.questions],
        "Mislabellings": [(entry.id.lower(), entry.title) for entry in guide.mislabellings],
    }
    width = max(len(name) for entries in groups.values() for name, _ in entries)
    return page(
        *(
            part(title, *(wrap(told, " " * (width + 4), f"  {name:<{width}}  ") for name, told in entries))
            for title, entries in groups.items()
        )
    )


def _find_topics(patterns: Patterns) -> Iterator[tuple[tuple[str, ...], Callable[[], str]]]:
    """Find the names of each topic, and what tells about it."""
    guide = patterns.guide
    for rule in patterns.rules:
        yield (rule.id,), partial(explain_rule, rule, patterns)
    for notice in NOTICES.values():
        yield (notice.id,), partial(explain_notice, notice)
    for model in MODELS:
        entry = guide.models[model]
        yield (model, entry.name, entry.short), partial(explain_model, model, guide)
    for row in guide.grid:
        yield (row.id, row.short), partial(explain_row, row, guide)
    for question in guide.questions:
        yield (question.id,), partial(explain_question, question, guide)
    for mislabelling in guide.mislabellings:
        yield (mislabelling.id.lower(),), partial(explain_mislabelling, mislabelling, patterns)


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())
