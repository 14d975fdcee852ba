"""From a path to the corrected brief."""

from brieflint.errors import BriefError
from brieflint.judged import judge_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import Model


def draft(path: str, model: Model | None = None) -> str:
    """The corrected brief as Markdown, for the described model unless another is given; of several lots, a schedule each.

    Raises `BriefError` when no model is described and none is given.
    """
    from brieflint.writing.draft import render_draft, render_schedules

    brief = judge_path(path)
    document, reading, verdict = brief.document, brief.reading, brief.verdict
    if model is None:
        if verdict.described.model == "mixed":
            return render_schedules(document, reading, verdict, load_knowledge())
        if verdict.described.model == "none":
            raise BriefError(path, "the brief describes none of the four models", "Choose one with --model")
        model = verdict.described.model
    return render_draft(document, reading, verdict, load_knowledge(), model)
