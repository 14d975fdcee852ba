"""Cases: each label beside what was told of its brief."""

from collections.abc import Sequence
from dataclasses import dataclass

from brieflint.evaluation.labels import Label
from brieflint.evaluation.told import Told, find_told

UNREAD = "unread"
"""Stands for the described model of a brief that was not read."""


@dataclass(frozen=True, slots=True)
class Case:
    """A label, and what was told of its brief: None if it was not read, `error` says why. Wrong then in every figure."""

    label: Label
    told: Told | None
    error: str = ""

    @property
    def described(self) -> str:
        """The described model as told, `UNREAD` if the brief was not read."""
        return self.told.described.model if self.told and self.told.described else UNREAD

    @property
    def flagged(self) -> bool:
        """Whether an alarm was raised; for a brief that was not read the opposite of what would be right."""
        return bool(self.told.alarms) if self.told else not self.label.mislabelled

    @property
    def rules(self) -> frozenset[str]:
        """The rules that spoke, in whatever severity."""
        return frozenset(finding.rule for finding in self.told.findings) if self.told else frozenset()

    @property
    def is_right(self) -> bool:
        """Whether the described model and the alarm are as labelled."""
        return self.described == self.label.described and self.flagged == self.label.mislabelled


def make_cases(labels: Sequence[Label], paths: Sequence[str], briefs: Sequence[Told]) -> tuple[Case, ...]:
    """A case for each label; `paths` are those of the labelled briefs, in the same order."""
    return tuple(_make_case(label, find_told(path, briefs)) for label, path in zip(labels, paths, strict=True))


def _make_case(label: Label, told: Told | None) -> Case:
    if told is None:
        return Case(label, None, "it is not in the report")
    if told.status != "checked" or told.described is None:
        return Case(label, None, told.error or "it could not be read")
    return Case(label, told)
