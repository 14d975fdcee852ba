"""The corrected brief: the brief's own sentences in the order of a checklist, and a question wherever one is missing.

What it says is decided in `contents`; how it says it, in `templates/`, one file per model.
"""

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Model
from brieflint.knowledge.packs import Packs
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Reading
from brieflint.writing.contents import gather
from brieflint.writing.rendering import render
from brieflint.writing.schedules import gather_schedules


def render_draft(
    document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, model: Model, packs: Packs = ()
) -> str:
    """Write a brief for `model`, in Markdown, for its buyer to complete and confirm. Raises `PatternError`.

    Every quoted word is the brief's; a sentence that settles who is responsible is put as a question.
    """
    return render(f"{model}.md.j2", gather(document, reading, verdict, patterns, model), packs)


def render_schedules(document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, packs: Packs = ()) -> str:
    """Write a brief that has lots: what holds for all of them once, and a schedule for each. Raises `PatternError`."""
    return render("schedules.md.j2", gather_schedules(document, reading, verdict, patterns), packs)
