"""Counting the answers to the five questions: votes, not a tree, since the guide's questions do not make one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brieflint.knowledge.guide import MODELS, Conflict, Guide, Model, Question

Answer = Literal["yes", "no", "partly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the answers come to.

    `votes` are the ids of the questions that speak for each model. `conflicts` are answers that do not go together, `notes`
    what the guide itself leaves open about them. `leading` are the models with most votes: none when a conflict asks
    another question first, several when they are level. `unanswered` are the questions without an answer.
    """

    votes: Mapping[Model, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]
    notes: tuple[Conflict, ...]
    leading: tuple[Model, ...]
    unanswered: tuple[Question, ...]


def count_votes(answers: Mapping[str, Answer], guide: Guide) -> Tally:
    """Count the answers, by the id of their questions. Nothing is settled silently: every conflict is kept."""
    speaks = {question.id: voices(question, answers[question.id]) for question in guide.questions if question.id in answers}
    votes = {model: tuple(name for name, models in speaks.items() if model in models) for model in MODELS}
    said = [conflict for conflict in guide.conflicts if all(_holds(side, answers) for side in conflict.between)]
    conflicts = tuple(conflict for conflict in said if all(_is_answer(side) for side in conflict.between))
    most = max(len(found) for found in votes.values())
    undecided = not most or any(conflict.asks for conflict in conflicts)
    return Tally(
        votes=votes,
        conflicts=conflicts,
        notes=tuple(conflict for conflict in said if conflict not in conflicts),
        leading=() if undecided else tuple(model for model in MODELS if len(votes[model]) == most),
        unanswered=tuple(question for question in guide.questions if question.id not in answers),
    )


def voices(question: Question, answer: Answer) -> tuple[Model, ...]:
    """The models that an answer speaks for."""
    return {"yes": question.yes, "no": question.no, "partly": question.partly}[answer]


def choices(question: Question) -> tuple[Answer, ...]:
    """The answers that a question takes."""
    return ("yes", "no", "partly") if question.partly else ("yes", "no")


def _is_answer(side: str) -> bool:
    return side.startswith("q") and ":" in side


def _holds(side: str, answers: Mapping[str, Answer]) -> bool:
    """Whether one side of a conflict holds: an answer that was given, a question that was answered, a place in the guide."""
    name, _, answer = side.partition(":")
    return name == "guide" or (name in answers and answer in ("", answers[name]))
