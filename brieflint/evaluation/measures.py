"""Figures: how often what was told is what was labelled. Pure functions of cases."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brieflint.evaluation.cases import Case
from brieflint.evaluation.labels import CONTRAINDICATIONS
from brieflint.evaluation.quotes import is_place, is_quoted
from brieflint.evaluation.told import ToldFinding

SURE = 0.9
"""The confidence from which on brieflint says that it is sure."""
SHOWN = 3
"""Sentences of an alarm that are compared with the labelled evidence."""
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, SURE, 1.0)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    right: int
    of: int

    def __float__(self) -> float:
        """The part (0 to 1); 1 when there is nothing to get wrong."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well brieflint did. A brief that was not read is wrong in every figure.

    `precision`, `recall`, `f1`, `false_alarms`: of alarms (`Told.alarms`) against `mislabelled`. `should_say_right`,
    `evidence_hit` and `label_place_hit`: of the alarms on mislabelled briefs those with one finding that proposes the right
    model, shows a labelled sentence among its first `SHOWN` (`is_quoted`), points at labelled words (`is_place`).
    `named_exact`: briefs whose named models are all right; `named_f1`: of named models over all briefs. Contradictions are
    the five contraindications of the guide, found when a finding carries the rule of that name; `contradictions_false`
    counts those not labelled. `share_confident`: briefs told with a confidence of `SURE` or more; `confident_right`: of
    these, those described rightly.
    """

    briefs: int
    unread: int
    precision: Share
    recall: Share
    f1: float
    false_alarms: int
    described_accuracy: Share
    should_say_right: Share
    named_exact: Share
    named_f1: float
    contradictions_false: int
    contradiction_recall: Share
    evidence_hit: Share
    label_place_hit: Share
    share_confident: Share
    confident_right: Share


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How a rule did: on how many briefs it spoke, and on how many of these the label says so too.

    `agreed` is None for rules on which labels say nothing. `silent`: for contradictions, labelled briefs without it.
    """

    rule: str
    kind: str
    fired: int
    advice: int
    agreed: int | None
    silent: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """Of the briefs told with a confidence from `low` to `high` the share described rightly; `stated` their mean confidence."""

    low: float
    high: float
    right: Share
    stated: float


def measure(cases: Sequence[Case]) -> Figures:
    """All figures over the cases."""
    read = [case for case in cases if case.told]
    true = [case for case in cases if case.told and case.told.alarms and case.label.mislabelled]
    false = sum(case.flagged and not case.label.mislabelled for case in cases)
    mislabelled = sum(case.label.mislabelled for case in cases)
    names = Counter[bool]()
    for case in cases:
        told = case.told.models if case.told else frozenset()
        names[True] += len(told & set(case.label.named))
        names[False] += len(told ^ set(case.label.named))
    labelled = [(case, name) for case in cases for name in CONTRAINDICATIONS if name in case.label.contraindications]
    others = [(case, name) for case in cases for name in CONTRAINDICATIONS if name not in case.label.contraindications]
    sure = [case for case in read if _confidence(case) >= SURE]
    return Figures(
        briefs=len(cases),
        unread=len(cases) - len(read),
        precision=Share(len(true), len(true) + false),
        recall=Share(len(true), mislabelled),
        f1=float(Share(2 * len(true), len(true) + false + mislabelled)),
        false_alarms=false,
        described_accuracy=Share(sum(case.described == case.label.described for case in cases), len(cases)),
        should_say_right=Share(sum(any(_proposes(case, hit) for hit in _alarms(case)) for case in true), len(true)),
        named_exact=Share(sum(case.told.models == set(case.label.named) for case in read if case.told), len(cases)),
        named_f1=float(Share(2 * names[True], 2 * names[True] + names[False])),
        contradictions_false=sum(rule_of(name) in case.rules for case, name in others),
        contradiction_recall=Share(sum(rule_of(name) in case.rules for case, name in labelled), len(labelled)),
        evidence_hit=Share(sum(any(_shows(case, hit) for hit in _alarms(case)) for case in true), len(true)),
        label_place_hit=Share(
            sum(any(is_place(hit.text, case.label.label_quotes) for hit in _alarms(case)) for case in true), len(true)
        ),
        share_confident=Share(len(sure), len(cases)),
        confident_right=Share(sum(case.described == case.label.described for case in sure), len(sure)),
    )


def measure_genres(cases: Sequence[Case]) -> dict[str, Figures]:
    """The figures of each genre that labels name, by name; nothing when none does."""
    genres = sorted({case.label.genre for case in cases if case.label.genre})
    return {genre: measure([case for case in cases if case.label.genre == genre]) for genre in genres}


def count_confusions(cases: Sequence[Case]) -> dict[tuple[str, str], int]:
    """How often each described model was told as each: (labelled, told) → briefs."""
    return dict(Counter((case.label.described, case.described) for case in cases))


def measure_rules(cases: Sequence[Case]) -> tuple[RuleFigures, ...]:
    """The figures of each rule that spoke or should have, by kind and name; suppressed findings left out."""
    kinds = {f.rule: f.kind for case in cases if case.told for f in case.told.findings if not f.suppressed}
    wanted = {rule_of(name): "contradiction" for case in cases for name in case.label.contraindications}
    every = {**wanted, **kinds}
    return tuple(_measure_rule(rule, every[rule], cases) for rule in sorted(every, key=lambda rule: (every[rule], rule)))


def _measure_rule(rule: str, kind: str, cases: Sequence[Case]) -> RuleFigures:
    hits = [(case, hit) for case in cases if (hit := _hit(case, rule))]
    agreed: int | None = None
    silent: int | None = None
    if kind == "mislabelling":
        agreed = sum(case.label.mislabelled and case.label.should_say in (None, hit.should_say) for case, hit in hits)
    elif kind == "contradiction":
        wanted = [case for case in cases if rule in map(rule_of, case.label.contraindications)]
        agreed = sum(case in wanted for case, _ in hits)
        silent = len(wanted) - agreed
    return RuleFigures(rule, kind, len(hits), sum(hit.severity == "advice" for _, hit in hits), agreed, silent)


def measure_confidence(cases: Sequence[Case]) -> tuple[Band, ...]:
    """The reliability of what is told: the share described rightly in each band of confidence that occurs."""
    found = []
    for low, high in pairwise(BANDS):
        inside = [
            case for case in cases if case.told and (low <= _confidence(case) < high or high == _confidence(case) == BANDS[-1])
        ]
        if inside:
            right = Share(sum(case.described == case.label.described for case in inside), len(inside))
            found.append(Band(low, high, right, sum(map(_confidence, inside)) / len(inside)))
    return tuple(found)


def rule_of(contraindication: str) -> str:
    """The rule that finds a contraindication."""
    return contraindication.replace("_", "-")


def _alarms(case: Case) -> tuple[ToldFinding, ...]:
    return case.told.alarms if case.told else ()


def _hit(case: Case, rule: str) -> ToldFinding | None:
    findings = case.told.findings if case.told else ()
    return next((finding for finding in findings if finding.rule == rule and not finding.suppressed), None)


def _proposes(case: Case, alarm: ToldFinding) -> bool:
    return alarm.should_say == case.label.should_say


def _shows(case: Case, alarm: ToldFinding) -> bool:
    return any(is_quoted(quote.text, case.label.evidence) for quote in alarm.evidence[:SHOWN])


def _confidence(case: Case) -> float:
    return (case.told and case.told.described and case.told.described.confidence) or 0.0
