"""From a path to the corrected brief."""

from typing import cast

from brieflint.checking import open_document
from brieflint.configuration.settings import Options
from brieflint.errors import BriefError
from brieflint.grounds import GroundsFinder
from brieflint.judgement.judge import judge
from brieflint.knowledge.guide import Model
from brieflint.language.pipeline import read_document


def draft(path: str, model: Model | None = None, options: Options | None = None) -> str:
    """The corrected brief as Markdown, for the described model unless another is given.

    Raises `BriefError`, `ConfigError` and `PatternError`.
    """
    from brieflint.writing.draft import render_draft

    grounds = GroundsFinder(options).find(path)
    document = open_document(path)
    reading = read_document(document, grounds.packs, grounds.settings.terms)
    verdict = judge(reading)
    if model is None:
        if verdict.described.model in ("none", "mixed"):
            raise BriefError(
                path,
                f"the brief describes {verdict.described.model}, so there is no one model to draft for",
                "Choose one with --model",
            )
        model = cast(Model, verdict.described.model)
    return render_draft(document, reading, verdict, grounds.patterns, model, grounds.packs)
