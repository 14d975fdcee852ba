"""The files of a buy that have been read: the part that each plays, what it claims, and which of them leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from brieflint.buying.answers import Answers, find_answers
from brieflint.buying.claims import ClaimFinder, Stated
from brieflint.buying.roles import RoleFinder
from brieflint.judged import JudgedBrief
from brieflint.knowledge.buys import FileRole
from brieflint.knowledge.guide import Model, Row
from brieflint.knowledge.patterns import Patterns

SURE = 0.8
"""What a file describes is held against others from this confidence on."""
SETTLED = 0.6
"""Less will do where it is stated, and not contradicted, who directs the people and who owns the outcome."""
DECIDING: tuple[Row, Row] = ("manages_people", "owns_outcome")
BEYOND_DOUBT = 0.97
"""From this confidence on a description counts although its text neither names the model nor says who directs."""
CLIENT_LED = "staff_augmentation"
"""The model in which the client directs and owns the outcome; in the others the vendor does."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BuyFile:
    """A file of a buy: its name within the package, the part that it plays, what was read and what it claims."""

    name: str
    role: FileRole
    judged: JudgedBrief
    stated: tuple[Stated, ...]
    answers: Answers

    @property
    def model(self) -> Model | None:
        """The one model that it surely describes, and either names or shows in who directs or who owns the outcome."""
        verdict = self.judged.verdict
        model = verdict.described.model
        if model in ("none", "mixed"):
            return None
        filled = [cell for row in DECIDING if (cell := verdict.grid[row]) and not cell.against]
        deciding = [cell for cell in filled if (cell.model == CLIENT_LED) == (model == CLIENT_LED)]
        named = model in {mention.model for mention in verdict.named}
        needed = SETTLED if len(deciding) == len(DECIDING) else SURE
        shown = deciding or named or verdict.described.confidence >= BEYOND_DOUBT
        return cast(Model, model) if verdict.described.confidence >= needed and shown else None


def assign_roles(names: Sequence[str], judged: Sequence[JudgedBrief], patterns: Patterns) -> tuple[BuyFile, ...]:
    """The files with their roles and claims. Where none says what is bought, the longest that takes part is the brief."""
    roles, claims = RoleFinder(patterns), ClaimFinder(patterns)
    found = [roles.find(name, brief.document) for name, brief in zip(names, judged, strict=True)]
    taking_part = [at for at, role in enumerate(found) if not role.aside]
    if taking_part and not any(role.leads for role in found):
        texts = [at for at in taking_part if judged[at].document.format not in ("csv", "xlsx")]
        if texts:
            longest = max(texts, key=lambda at: judged[at].reading.words)
            found[longest] = next(role for role in patterns.buy.roles if role.id == "body")
    return tuple(_make_file(name, role, brief, claims) for name, role, brief in zip(names, found, judged, strict=True))


def _make_file(name: str, role: FileRole, judged: JudgedBrief, claims: ClaimFinder) -> BuyFile:
    answers = find_answers(judged.reading) if role.id == "questions" else Answers(given={}, asked=frozenset())
    numbers = range(len(judged.reading.sentences))
    skipped = frozenset(numbers).difference(answers.given) if role.id == "questions" else frozenset[int]()
    stated: tuple[Stated, ...] = (
        () if role.aside else claims.find(judged.document, judged.reading, skipped, scores=role.id == "evaluation")
    )
    return BuyFile(name=name, role=role, judged=judged, stated=stated, answers=answers)


def find_lead(files: Sequence[BuyFile]) -> BuyFile | None:
    """The file that says what is bought: of those that may, the one that describes a model most surely, or the longest."""
    leading = [file for file in files if file.role.leads]
    sure = [file for file in leading if file.model]
    if sure:
        return max(sure, key=lambda file: file.judged.verdict.described.confidence)
    return max(leading, key=lambda file: file.judged.reading.words, default=None)
