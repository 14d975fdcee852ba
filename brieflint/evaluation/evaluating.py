"""The way through: from a file of labels to everything that is told of how well brieflint does on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brieflint.configuration.settings import Options
from brieflint.evaluation.cases import Case, make_cases
from brieflint.evaluation.comparison import Change, compare
from brieflint.evaluation.labels import find_brief, read_labels
from brieflint.evaluation.measures import (
    Band,
    Figures,
    RuleFigures,
    count_confusions,
    measure,
    measure_confidence,
    measure_genres,
    measure_rules,
)
from brieflint.evaluation.misses import Miss, find_misses
from brieflint.evaluation.told import parse_report, read_report


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Against an earlier report on the same briefs: its version, its figures by the same labels, what changed since."""

    version: str
    figures: Figures
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well brieflint does on the briefs labelled in `labels`. `report`: its JSON report on them, as plain values."""

    labels: str
    version: str
    figures: Figures
    confusions: Mapping[tuple[str, str], int]
    rules: tuple[RuleFigures, ...]
    genres: Mapping[str, Figures]
    bands: tuple[Band, ...]
    misses: tuple[Miss, ...]
    comparison: Comparison | None
    report: Mapping[str, Any]


def evaluate(
    labels: Path, report: Path | None = None, against: Path | None = None, options: Options | None = None
) -> Evaluation:
    """Check the labelled briefs, or take the JSON `report` on them, and score it. Raises `BriefError`.

    Findings count that remarks or a baseline keep out: what was decided about them is not how well they were judged.
    """
    known = read_labels(labels)
    paths = [str(find_brief(label, labels.parent)) for label in known]
    plain = read_report(report) if report else _check(paths, options)
    told = parse_report(plain, str(report or labels))
    cases = make_cases(known, paths, told.briefs)
    comparison = None
    if against:
        old = parse_report(read_report(against), str(against))
        before = make_cases(known, paths, old.briefs)
        comparison = Comparison(version=old.version, figures=measure(before), changes=compare(before, cases))
    return sum_up(cases, str(labels), told.version, plain, comparison)


def sum_up(
    cases: tuple[Case, ...], labels: str, version: str, report: Mapping[str, Any], comparison: Comparison | None = None
) -> Evaluation:
    """Everything that is told of cases."""
    return Evaluation(
        labels=labels,
        version=version,
        figures=measure(cases),
        confusions=count_confusions(cases),
        rules=measure_rules(cases),
        genres=measure_genres(cases),
        bands=measure_confidence(cases),
        misses=find_misses(cases),
        comparison=comparison,
        report=report,
    )


def _check(paths: list[str], options: Options | None) -> Mapping[str, Any]:
    from brieflint.checking import check_path
    from brieflint.grounds import GroundsFinder
    from brieflint.linting.report import Report
    from brieflint.reporting.as_json import to_plain

    finder = GroundsFinder(options)
    return to_plain(Report(briefs=tuple(check_path(path, finder=finder) for path in paths)), suppressed=True)
