"""What there is to say about a term: which model it may name, how surely, and what decides."""

import re
from collections.abc import Iterator, Mapping

from brieflint.knowledge.guide import Guide
from brieflint.knowledge.patterns import NamedModel, Patterns, Strength, Term
from brieflint.reporting.paragraphs import Page, bullets, join, page, part

SHOWN = 15
"""Other wordings and deciding words that are listed; the pattern files hold them all."""
STRENGTHS: Mapping[Strength, str] = {
    "strong": "strong: wherever it stands for the work, it names this model",
    "usual": "usual: it mostly names this model, less surely than a strong term",
    "ambiguous": "ambiguous: it counts only in a title or after a clear request, and raises no alarm by itself",
}
CONTEXT = (
    "In every case the sentence around it decides whether it stands for this work at all: denied, rejected, quoted, defined, "
    "compared, of the past or of another firm, it names nothing. Then the text decides whether the name fits: who directs "
    "the people every day, and who owns the outcome."
)


def find_terms(words: str, patterns: Patterns) -> list[tuple[str, Term]]:
    """The terms that are written with these words, each with the phrase that matches."""
    wanted = _fold(words)
    return [
        (phrase, term)
        for term in patterns.terms
        for phrase in term.phrases
        if wanted in {_fold(form) for form in _spell(phrase)}
    ]


def explain_term(words: str, found: list[tuple[str, Term]], guide: Guide) -> Page:
    """Explain words that name a model: each of the terms they belong to."""
    parts = [part(words, "may name " + join([_name(term.model, guide) for _, term in found], "or"))]
    for _, term in found:
        others = [_plain(phrase) for phrase in term.phrases if _fold(words) not in {_fold(form) for form in _spell(phrase)}]
        parts += [
            part(
                f"{_name(term.model, guide)[0].upper()}{_name(term.model, guide)[1:]} ({term.id})",
                STRENGTHS[term.strength],
                "only in these capitals" if term.case else "",
                f"Note: {term.note}" if term.note else "",
            ),
            part("Only with one of these in its sentence", _list(term.only_with)),
            part("Never with one of these in its sentence", _list(term.not_with)),
            part("Said in the same sense", _list(tuple(others))),
        ]
    return page(*parts, part("What decides", CONTEXT))


def list_terms(patterns: Patterns) -> Page:
    """List the terms of each model."""
    guide = patterns.guide
    models = dict.fromkeys(term.model for term in patterns.terms)
    groups = (
        part(
            _name(model, guide),
            bullets(
                f"{term.id} ({term.strength}): {', '.join(map(_plain, term.phrases[:3]))}"
                + (f" and {len(term.phrases) - 3} more" if len(term.phrases) > 3 else "")
                for term in patterns.terms
                if term.model == model
            ),
        )
        for model in models
    )
    return page(part("terms", "the words that name a model; brieflint explain WORDS tells what decides"), *groups)


def _list(phrases: tuple[str, ...]) -> str:
    shown = ", ".join(map(_plain, phrases[:SHOWN]))
    return f"{shown} and {len(phrases) - SHOWN} more" if len(phrases) > SHOWN else shown


def _name(model: NamedModel, guide: Guide) -> str:
    return "outsourcing, of no kind in particular" if model == "outsourcing_unspecified" else guide.models[model].name


def _plain(phrase: str) -> str:
    """A phrase as people write it: in the singular."""
    return phrase.replace("(s)", "")


def _spell(phrase: str) -> Iterator[str]:
    yield phrase.replace("(s)", "")
    yield phrase.replace("(s)", "s")


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())
