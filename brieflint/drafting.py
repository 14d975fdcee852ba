"""From a path, or a brief that has been judged, to the corrected brief."""

from brieflint.configuration.settings import Options
from brieflint.errors import BriefError
from brieflint.judged import JudgedBrief, judge_path
from brieflint.knowledge.guide import Model


def draft(path: str, model: Model | None = None, options: Options | None = None) -> str:
    """The corrected brief as Markdown, for the described model unless another is given; of several lots, a schedule each.

    Raises `BriefError`, when no model is described and none is given too, `ConfigError` and `PatternError`.
    """
    return draft_judged(judge_path(path, options), model)


def draft_judged(brief: JudgedBrief, model: Model | None = None) -> str:
    """The same for a brief that has been judged."""
    from brieflint.writing.draft import render_draft, render_schedules

    model = _settle_model(brief, model)
    document, reading, verdict, grounds = brief.document, brief.reading, brief.verdict, brief.grounds
    if model is None:
        return render_schedules(document, reading, verdict, grounds.patterns, grounds.packs)
    return render_draft(document, reading, verdict, grounds.patterns, model, grounds.packs)


def draft_word(path: str, model: Model | None = None, options: Options | None = None, template: str | None = None) -> bytes:
    """The same as a Word file, through a template of one's own if one is named.

    Raises what `draft` raises, and `ModuleNotFoundError` without the extra `word`.
    """
    from brieflint.documents.files import load
    from brieflint.writing.word import SHIPPED

    own = load(template) if template else None
    return draft_judged_word(judge_path(path, options), model, own, template or SHIPPED)


def draft_judged_word(
    brief: JudgedBrief, model: Model | None = None, template: bytes | None = None, name: str | None = None
) -> bytes:
    """The same for a brief that has been judged; `name` is that of the template, for messages."""
    from brieflint.writing.contents import gather
    from brieflint.writing.schedules import gather_schedules
    from brieflint.writing.word import SHIPPED, to_docx

    model = _settle_model(brief, model)
    given = (brief.document, brief.reading, brief.verdict, brief.grounds.patterns)
    contents = gather_schedules(*given) if model is None else gather(*given, model)
    return to_docx(contents, template, name or SHIPPED)


def _settle_model(brief: JudgedBrief, model: Model | None) -> Model | None:
    """The model to draft for; None for a brief whose lots have one each."""
    if model is not None:
        return model
    described = brief.verdict.described.model
    if described == "none":
        raise BriefError(brief.document.path, "the brief describes none of the four models", "Choose one with --model")
    return None if described == "mixed" else described
