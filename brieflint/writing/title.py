"""The title that a brief should have: its own with the right name in it, or a new one around its subject."""

from typing import cast

from brieflint.documents.document import Block, Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Mention, Reading
from brieflint.linting.finding import Title
from brieflint.linting.grammar import fit_case
from brieflint.signs import printable
from brieflint.writing.subject import find_subject, find_titles


def correct_title(document: Document, reading: Reading, verdict: Verdict, patterns: Patterns) -> Title | None:
    """Correct the title; None when it names the described model, when none is described, or when nothing can be trusted."""
    model = verdict.described.model
    titles = find_titles(document)
    if model in ("none", "mixed") or not titles:
        return None
    name = patterns.guide.models[cast(Model, model)].name
    for title in titles:
        within = [mention for mention in verdict.named if title.start <= mention.start and mention.end <= title.end]
        if any(mention.model == model for mention in within):
            return None
        if within:
            return Title(
                own=printable(document.text[title.start : title.end]), corrected=_replace(document, title, within, name)
            )
    subject = find_subject(document, titles, reading.mentions, verdict.named)
    if subject is None or not subject.words or any(mention.model == model for mention in verdict.named):
        return None
    checklist = next(entry for entry in patterns.checklists if entry.model == model)
    own = printable(document.text[subject.title.start : subject.title.end])
    return Title(own=own, corrected=checklist.title.replace("{subject}", subject.words))


def _replace(document: Document, title: Block, mentions: list[Mention], name: str) -> str:
    """Write the name over each wrong one, in its capitals."""
    pieces, at = [], title.start
    for mention in sorted(mentions, key=lambda entry: entry.start):
        label, of, rest = mention.text.partition(" of ")
        pieces += [document.text[at : mention.start], fit_case(name, label), of, rest]
        at = mention.end
    return printable("".join([*pieces, document.text[at : title.end]]))
