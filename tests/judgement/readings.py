"""Small readings, made by hand."""

from dataclasses import replace

from brieflint.documents.document import Place
from brieflint.language.reading import Mention, Part, Reading, Sentence


def sentence(
    stance: str = "neutral", dimension: str = "none", *, sure: float = 0.95, text: str = "It is so.", **changes
) -> Sentence:
    """A sentence that surely speaks so, in that dimension."""
    made = Sentence(
        start=0,
        end=len(text),
        text=text,
        kind="paragraph",
        section="body",
        place=Place(line=1),
        part=0,
        weight=1.0,
        stance={stance: 1.0} if stance == "neutral" else {stance: sure, "neutral": 1 - sure},
        dimensions={dimension: 1.0} if dimension == "none" else {dimension: 0.9, "none": 0.1},
    )
    return replace(made, **changes)


def mention(model: str = "it_outsourcing", applied: float = 0.9, *, sentence: int = 0, **changes) -> Mention:
    """A term of a model in a sentence."""
    made = Mention(
        start=0,
        end=5,
        text="label",
        term=f"{model}.term",
        model=model,
        strength="usual",
        applied=applied,
        sentence=sentence,
    )
    return replace(made, **changes)


def reading(*sentences: Sentence, mentions: tuple[Mention, ...] = (), parts: tuple[str, ...] = ()) -> Reading:
    """A reading of sentences that follow each other; `parts` are the titles of lots."""
    placed, at = [], 0
    for one in sentences:
        placed.append(replace(one, start=at, end=at + len(one.text)))
        at += len(one.text) + 1
    return Reading(
        sentences=tuple(placed),
        mentions=mentions,
        signals=(),
        parts=tuple(Part(title=title, start=0) for title in ("", *parts)),
        words=3 * len(placed),
    )


SUBSTANCE = {
    "it_outsourcing": ("ito", ("direction", "outcome", "service_levels", "change", "transition", "pricing", "defines")),
    "software_outsourcing": ("so", ("direction", "outcome", "quality", "change", "scope", "pricing", "defines")),
    "staff_augmentation": ("sa", ("direction", "outcome", "quality", "change", "integration", "individuals", "pricing")),
    "dedicated_team": ("dt", ("direction", "outcome", "leadership", "people", "change", "pricing", "defines")),
}


def clear_brief(model: str, times: int = 2, **changes) -> list[Sentence]:
    """Sentences that speak for one model in every respect."""
    stance, dimensions = SUBSTANCE[model]
    return [sentence(stance, dimension, **changes) for dimension in dimensions * times]
