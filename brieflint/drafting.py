"""From a path to the corrected brief."""

from typing import cast

from brieflint.checking import open_document
from brieflint.errors import BriefError
from brieflint.judgement.judge import judge
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import Model
from brieflint.knowledge.packs import Packs
from brieflint.language.pipeline import read_document


def draft(path: str, model: Model | None = None, packs: Packs = ()) -> str:
    """The corrected brief as Markdown, for the described model unless another is given.

    Raises `BriefError` and `PatternError`.
    """
    from brieflint.writing.draft import render_draft

    document = open_document(path)
    reading = read_document(document, packs)
    verdict = judge(reading)
    if model is None:
        if verdict.described.model in ("none", "mixed"):
            raise BriefError(
                path,
                f"the brief describes {verdict.described.model}, so there is no one model to draft for",
                "Choose one with --model",
            )
        model = cast(Model, verdict.described.model)
    return render_draft(document, reading, verdict, load_knowledge(packs), model, packs)
