"""What the votes come to, in a sentence."""

from dataclasses import dataclass

from brieflint.choosing.votes import Tally
from brieflint.knowledge.guide import Guide
from brieflint.reporting.paragraphs import join


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A sentence, and the questions to settle first, if there are any."""

    says: str
    asks: tuple[str, ...] = ()


def conclude(tally: Tally, guide: Guide) -> Conclusion:
    """Say what the votes come to; nothing is named where a conflict asks another question first."""
    asked = tuple(conflict.asks for conflict in tally.conflicts if conflict.asks)
    names = [guide.models[model].name for model in tally.leading]
    if asked:
        return Conclusion(says="No model yet. Settle this first:", asks=asked)
    if not names:
        return Conclusion(says="No model yet: no answer speaks for one.")
    if tally.unanswered and all(len(tally.votes[model]) == 1 for model in tally.leading):
        return Conclusion(says="No model yet: one answer is too little.")
    if len(names) > 1:
        return Conclusion(says=f"The votes are level between {join(names)}. Ask: {guide.direct_or_delegate.question.text}")
    still = ", as far as the answers go" if tally.unanswered else ""
    return Conclusion(says=f"Most votes are for {names[0]}{still}. It is a suggestion: you decide.")
