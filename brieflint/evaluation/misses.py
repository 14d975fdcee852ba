"""The briefs that were misjudged, with the sentences that caused it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brieflint.evaluation.cases import Case
from brieflint.evaluation.told import Quote, Told

SHOWN = 5
"""Sentences shown of each brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is named, what is described and whether they disagree: as told, or as labelled."""

    named: tuple[str, ...]
    described: str
    mislabelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A brief judged wrongly: `told` is None if it was not read, and `error` says why.

    `sentences` are those that the report shows for its judgement: the evidence of a false alarm, and those that
    filled the grid, those for the told model first. `names`: the first words taken as the name of each model that is
    not labelled, of every model for a false alarm; `quotes`: labelled words that name a model which was not found.
    """

    path: str
    labelled: Verdict
    told: Verdict | None
    error: str
    sentences: tuple[Quote, ...]
    names: tuple[Quote, ...]
    quotes: tuple[str, ...]


def find_misses(cases: Sequence[Case]) -> tuple[Miss, ...]:
    """The briefs whose described model or alarm is not as labelled, in the order of the labels."""
    return tuple(_make_miss(case) for case in cases if not case.is_right)


def _make_miss(case: Case) -> Miss:
    label, told = case.label, case.told
    labelled = Verdict(named=tuple(sorted(label.named)), described=label.described, mislabelled=label.mislabelled)
    if told is None:
        return Miss(path=label.file, labelled=labelled, told=None, error=case.error, sentences=(), names=(), quotes=())
    return Miss(
        path=label.file,
        labelled=labelled,
        told=Verdict(named=tuple(sorted(told.models)), described=case.described, mislabelled=case.flagged),
        error="",
        sentences=tuple(_find_sentences(case, told))[:SHOWN],
        names=tuple(_find_names(case, told)),
        quotes=() if told.models >= set(label.named) else label.label_quotes[:1],
    )


def _find_names(case: Case, told: Told) -> Iterator[Quote]:
    for model in sorted(told.models if _is_false_alarm(case) else told.models - set(case.label.named)):
        first = next(name for name in told.named if name.model == model)
        yield Quote(text=first.text, line=first.line, model=model)


def _find_sentences(case: Case, told: Told) -> Iterator[Quote]:
    """Each sentence once, those behind the mistake first."""
    found = [quote for alarm in told.alarms for quote in alarm.evidence] if _is_false_alarm(case) else []
    cells = [cell for cell in told.described.grid.values() if cell] if told.described else []
    found += sorted(cells, key=lambda cell: cell.model != case.described)
    seen: set[tuple[str, int | None]] = set()
    for quote in found:
        if (quote.text, quote.line) not in seen:
            seen.add((quote.text, quote.line))
            yield quote


def _is_false_alarm(case: Case) -> bool:
    return case.flagged and not case.label.mislabelled
