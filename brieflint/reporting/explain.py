"""Explanations on demand: which topics there are, and the way from a name to what there is to say about it."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from itertools import chain

from brieflint.errors import BriefError
from brieflint.knowledge.folder import LEGAL
from brieflint.knowledge.guide import MODELS
from brieflint.knowledge.legal import NOTE, list_jurisdictions, load_notes
from brieflint.knowledge.patterns import Patterns
from brieflint.linting.housekeeping import NOTICES
from brieflint.reporting.explanations import (
    explain_buy_rule,
    explain_mislabelling,
    explain_model,
    explain_note,
    explain_notice,
    explain_question,
    explain_row,
    explain_rule,
    list_notes,
)
from brieflint.reporting.paragraphs import Page, join, set_text, wrap
from brieflint.reporting.termpages import explain_term, find_terms, list_terms

NEAREST = 3
"""Names suggested for one that is not known."""


class UnknownTopic(BriefError, KeyError):
    """A topic that there is nothing to say about; `nearest` are names that look like it."""

    def __init__(self, topic: str, nearest: tuple[str, ...]) -> None:
        names = join([f'"{name}"' for name in nearest], "or")
        meant = f"Did you mean {names}?" if nearest else ""
        super().__init__(topic, "no rule, model, term, grid row, question or mislabelling goes by this name", meant)
        self.nearest = nearest


def explain(topic: str, patterns: Patterns) -> str:
    """Explain a rule, model, grid row, question, mislabelling or term, by its id or name, as plain text.

    Raises `UnknownTopic`.
    """
    wanted = _fold(topic)
    names: dict[str, str] = {}
    # Notes are loaded for those alone who ask for one: that takes longer than all else.
    for known, tell in chain(_find_topics(patterns), _find_notes() if wanted.startswith(NOTE) else ()):
        names |= {_fold(name): known[0] for name in known}
        if wanted in names:
            return set_text(tell())
    if found := find_terms(topic, patterns):
        return set_text(explain_term(" ".join(topic.split()), found, patterns.guide))
    near = get_close_matches(wanted, names, n=NEAREST, cutoff=0.5)
    raise UnknownTopic(topic, tuple(dict.fromkeys(names[name] for name in near)))


def list_topics(patterns: Patterns) -> str:
    """List everything that can be explained, with a line on each."""
    guide = patterns.guide
    groups: dict[str, list[tuple[str, str]]] = {
        "Rules": [(rule.id, rule.title) for rule in patterns.rules],
        "Rules on the files of one package": [(rule.id, rule.title) for rule in patterns.buy.rules],
        "Rules about remarks and house words": [(notice.id, notice.title) for notice in NOTICES.values()],
        "Models": [(model, f"{guide.models[model].name}, in short {guide.models[model].short}") for model in MODELS],
        "Rows of the accountability table": [(row.id, row.question) for row in guide.grid],
        "Questions": [(question.id, question.question) for question in guide.questions],
        "Mislabellings": [(entry.id.lower(), entry.title) for entry in guide.mislabellings],
        "Terms": [("terms", "the words that name a model; each of them can be explained")],
        "Legal notes, off unless asked for": [(LEGAL, "what statutes speak of; each note can be explained")],
    }
    width = max(len(name) for entries in groups.values() for name, _ in entries)
    return (
        "\n\n".join(
            "\n".join([title, *(wrap(told, " " * (width + 4), f"  {name:<{width}}  ") for name, told in entries)])
            for title, entries in groups.items()
            if entries
        )
        + "\n"
    )


def _find_topics(patterns: Patterns) -> Iterator[tuple[tuple[str, ...], Callable[[], Page]]]:
    """Find the names of each topic, and what tells about it."""
    guide = patterns.guide
    for rule in patterns.rules:
        yield (rule.id,), partial(explain_rule, rule, guide)
    for buy_rule in patterns.buy.rules:
        yield (buy_rule.id,), partial(explain_buy_rule, buy_rule)
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
    yield ("terms",), partial(list_terms, patterns)
    for term in patterns.terms:
        yield (term.id,), partial(explain_term, term.id, [("", term)], guide)
    yield (LEGAL, "legal notes"), lambda: list_notes(load_notes(list_jurisdictions()))


def _find_notes() -> Iterator[tuple[tuple[str, ...], Callable[[], Page]]]:
    for note in load_notes(list_jurisdictions()):
        yield (note.id,), partial(explain_note, note)


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())
