"""From a path to the corrected brief."""

from brieflint.configuration.settings import Options
from brieflint.errors import BriefError
from brieflint.judged import judge_path
from brieflint.knowledge.guide import Model


def draft(path: str, model: Model | None = None, options: Options | None = None) -> str:
    """The corrected brief as Markdown, for the described model unless another is given; of several lots, a schedule each.

    Raises `BriefError`, when no model is described and none is given too, `ConfigError` and `PatternError`.
    """
    from brieflint.writing.draft import render_draft, render_schedules

    brief = judge_path(path, options)
    document, reading, verdict, grounds = brief.document, brief.reading, brief.verdict, brief.grounds
    if model is None:
        if verdict.described.model == "mixed":
            return render_schedules(document, reading, verdict, grounds.patterns, grounds.packs)
        if verdict.described.model == "none":
            raise BriefError(path, "the brief describes none of the four models", "Choose one with --model")
        model = verdict.described.model
    return render_draft(document, reading, verdict, grounds.patterns, model, grounds.packs)
