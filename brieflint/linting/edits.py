"""Where a wrong label stands for this work in a text file, and what to write there so that the sentence stays a sentence."""

import re
from collections.abc import Sequence

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Guide, Model
from brieflint.language.reading import Mention, Reading, Sentence
from brieflint.linting.case import Case
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Edit, Spot
from brieflint.linting.grammar import fit_article, name_instead, stands_alone

EDITABLE = frozenset({"text", "markdown"})
"""Formats in which the text of a document is the text of its file."""
HEADINGS = frozenset({"title", "heading", "field", "cell"})
"""Blocks in the style of headlines, where a noun goes without its article."""
ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|each|any|no|our|your|its|their|every|one|two|three|four|another|such)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
FUNCTION = "ito.function_outsourcing"
"""The term that names a function before the word outsourcing; the function stays."""


def find_edits(
    labels: Sequence[Mention], model: Model, document: Document, reading: Reading, guide: Guide
) -> tuple[tuple[Edit, ...], tuple[Spot, ...]]:
    """The edits that write the name of `model` in place of `labels`, and the labels in whose place no name can stand."""
    if document.format not in EDITABLE:
        return (), ()
    names = {name: entry.name for name, entry in guide.models.items()}
    edits, left = [], []
    for label in labels:
        if label.model == model:
            continue
        edit = _edit(label, names[model], list(names.values()), document, reading.sentences[label.sentence])
        if edit:
            edits.append(edit)
        else:
            left.append(make_spot(document, label.start, label.end, reading.sentences[label.sentence].place))
    return tuple(edits), tuple(left)


def is_safe(case: Case, labels: Sequence[Mention], verdict: Verdict) -> bool:
    """Whether the brief says itself who directs and who owns the outcome, and no row of its grid speaks for another model.

    Lots have no grid of their own, and ambiguous labels may name something else, so that neither is ever safe.
    """
    grid = verdict.grid
    if case.part is not None or any(label.strength == "ambiguous" for label in labels):
        return False
    if not (grid["manages_people"] and grid["owns_outcome"]):
        return False
    return all(cell is None or (cell.model == case.model and cell.against is None) for cell in grid.values())


def _edit(label: Mention, name: str, names: Sequence[str], document: Document, sentence: Sentence) -> Edit | None:
    text, start, end = document.text, label.start, label.end
    if label.term == FUNCTION:
        start = max(start, text.rfind(" ", start, end) + 1)
    before, after = text[max(start - 80, sentence.start) : start], text[end : end + 40]
    loud = sentence.text.isupper()
    begins = not re.search(r"\w", before)
    written = name_instead(text[start:end], name, names, begins=begins, loud=loud)
    if written is None:
        return None
    start, written = _fit(written, name, text[start:end], before, after, start, sentence, loud)
    return Edit(spot=make_spot(document, start, end, sentence.place), text=written)


def _fit(
    written: str, name: str, label: str, before: str, after: str, start: int, sentence: Sentence, loud: bool
) -> tuple[int, str]:
    """Fit the words before to a name: where the edit begins and what it writes."""
    counted, was_counted = "team" in name, bool(re.search(r"teams?$", label, re.IGNORECASE))
    plain = written.lower() == name.lower()
    article = ARTICLE.search(before)
    if was_counted and not counted and plain and (article or DETERMINED.search(before) or label.lower().endswith("teams")):
        last = label.rsplit(maxsplit=1)[-1]
        written, plain = f"{written} {last}", False
    if article:
        # "an outsourcing" was attributive or a slip; a name that is not counted takes no article by itself.
        if plain and not counted and stands_alone(after):
            return start - len(article[0]), written
        return start - len(article[0]), fit_article(article[1], written) + article[2] + written
    runs = sentence.kind not in HEADINGS or (label[0].islower() and re.search(r"(?:^|\s)[a-z]+\s+$", before))
    lacks = counted and plain and not was_counted and runs and stands_alone(after)
    if lacks and not DETERMINED.search(before) and re.search(r"[a-z]", sentence.text.replace(label, "")):
        if re.search(r"\w", before):
            return start, f"{'A' if loud else 'a'} {written}"
        return start, f"A {written[0].lower()}{written[1:]}"
    return start, written
