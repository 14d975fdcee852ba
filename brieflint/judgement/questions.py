"""The one or two questions that would settle what a brief leaves open."""

from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Guide, Model, Question

MOST = 2


def find_questions(verdict: Verdict, guide: Guide) -> tuple[str, ...]:
    """Nothing for a clear verdict; else the guide's shortest question and the one that parts the two likeliest models."""
    described = verdict.described
    if described.model != "none" or described.reason not in ("too_thin", "unclear"):
        return ()
    first, second = sorted(described.scores, key=lambda model: -described.scores[model])[:2]
    parting = next((question for question in guide.questions if parts(question, first, second)), None)
    asked = [guide.direct_or_delegate.question.text, *([parting.question] if parting else [])]
    return tuple(asked[:MOST])


def parts(question: Question, first: Model, second: Model) -> bool:
    """Whether a yes speaks for one of the models and not for the other, or a no does."""
    return any((first in votes) != (second in votes) for votes in (question.yes, question.no))
