"""What changed between two versions: the verdicts on the same labelled briefs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from brieflint.evaluation.cases import UNREAD, Case
from brieflint.evaluation.labels import Label
from brieflint.evaluation.measures import rule_of

Effect = Literal["better", "worse", "neither"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of the verdict on a brief that is told otherwise now; `effect` by the label."""

    path: str
    part: str
    before: str
    now: str
    effect: Effect


def compare(before: Sequence[Case], now: Sequence[Case]) -> tuple[Change, ...]:
    """Every change, in the order of the labels; both are cases of the same labels. Confidence alone is no change."""
    return tuple(change for old, new in zip(before, now, strict=True) for change in _compare_case(old, new))


def _compare_case(before: Case, now: Case) -> Iterator[Change]:
    label = now.label
    if before.told is None or now.told is None:
        if (before.told is None) != (now.told is None):
            yield Change(
                path=label.file,
                part="read",
                before=before.error or "read",
                now=now.error or "read",
                effect="better" if now.told else "worse",
            )
        return
    old, new, right = _tell(before), _tell(now), _tell_label(label)
    for part, told in new.items():
        if told != old[part]:
            yield Change(path=label.file, part=part, before=old[part], now=told, effect=_judge(part, before, now, right))


def _tell(case: Case) -> dict[str, str]:
    """The parts of a verdict in words."""
    told = case.told
    findings = [f for f in told.findings if not f.suppressed] if told else []
    return {
        "named": _join(told.models if told else ()),
        "described": case.described if told else UNREAD,
        "mislabelling": _join(f"{f.rule} ({f.severity})" for f in findings if f.kind == "mislabelling"),
        "contradictions": _join({f.rule for f in findings if f.kind == "contradiction"}),
    }


def _tell_label(label: Label) -> Mapping[str, str]:
    return {
        "named": _join(set(label.named)),
        "described": label.described,
        "contradictions": _join(set(map(rule_of, label.contraindications))),
    }


def _judge(part: str, before: Case, now: Case, right: Mapping[str, str]) -> Effect:
    """Better when it is as labelled now and was not before; alarms count as raised or not."""
    if part == "mislabelling":
        was, is_now = before.flagged == before.label.mislabelled, now.flagged == now.label.mislabelled
    else:
        was, is_now = _tell(before)[part] == right[part], _tell(now)[part] == right[part]
    return "neither" if was == is_now else "better" if is_now else "worse"


def _join(words: "set[str] | frozenset[str] | tuple[str, ...] | Iterator[str]") -> str:
    return ", ".join(sorted(words)) or "nothing"
