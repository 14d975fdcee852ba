"""Where a wrong label stands for this work in a text file, and what to write there so that the sentence stays a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Guide, Model
from brieflint.language.letters import plain
from brieflint.language.reading import Mention, Reading, Sentence
from brieflint.linting.case import Case
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Edit, Spot
from brieflint.linting.grammar import fit_article, is_action, name_instead, stands_alone

EDITABLE = frozenset({"text", "markdown"})
"""Formats in which the text of a document is the text of its file."""
HEADINGS = frozenset({"title", "heading", "field", "cell"})
"""Blocks in the style of headlines, where a noun goes without its article."""
ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|each|any|no|our|your|its|their|every|one|two|three|four|another|such)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
RUNNING = re.compile(r"(?:^|\s)[a-z]+\s+$")
"""A word in small letters just before a label: running text, also within the blocks above."""
TEAM = re.compile(r"teams?$", re.IGNORECASE)
NEAR = 80
"""Characters that are looked at on either side of a label."""
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
    around = _Around(
        before=text[max(start - NEAR, sentence.start) : start],
        after=text[end : end + NEAR],
        loud=sentence.text.isupper(),
        runs=sentence.kind not in HEADINGS
        or bool(text[start].islower() and RUNNING.search(text[max(start - NEAR, 0) : start])),
    )
    words = plain(text[start:end])
    if is_action(around.before, words, around.after):
        return None
    written = name_instead(words, name, names, begins=not around.words_before, loud=around.loud)
    if written is None:
        return None
    taken, written = _fit(written, name, words, around)
    return Edit(spot=make_spot(document, start - taken, end, sentence.place), text=written)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The text around a label: in its sentence before it, and after it; whether it is in capitals, and whether it runs on."""

    before: str
    after: str
    loud: bool
    runs: bool

    @property
    def words_before(self) -> bool:
        return bool(re.search(r"\w", self.before))


def _fit(written: str, name: str, label: str, around: _Around) -> tuple[int, str]:
    """Fit a name to its sentence, with how many characters before the label it takes the place of.

    Of the four names one can be counted, "dedicated team": it takes an article where the others take none.
    """
    counted, was_counted = TEAM.search(name), TEAM.search(label)
    plain = written.lower() == name.lower()
    article, determined = ARTICLE.search(around.before), DETERMINED.search(around.before)
    if was_counted and not counted and plain and (article or determined or was_counted[0].lower() == "teams"):
        return _with_article(f"{written} {was_counted[0]}", article)
    if article and plain and not counted and stands_alone(around.after):
        return len(article[0]), written[0].upper() + written[1:] if article[1][0].isupper() else written
    if article or not (counted and plain and not was_counted and around.runs and stands_alone(around.after)) or determined:
        return _with_article(written, article)
    if not around.words_before:
        return 0, f"A {written if around.loud else written[0].lower() + written[1:]}"
    return 0, f"{'A' if around.loud else 'a'} {written}"


def _with_article(written: str, article: re.Match[str] | None) -> tuple[int, str]:
    return (len(article[0]), fit_article(article[1], written) + article[2] + written) if article else (0, written)
