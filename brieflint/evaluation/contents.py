"""What is told of an evaluation to people: headed tables and lists, for every format that people read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from brieflint.evaluation.cases import UNREAD
from brieflint.evaluation.comparison import Change
from brieflint.evaluation.evaluating import Comparison, Evaluation
from brieflint.evaluation.measures import Band, Figures, RuleFigures, Share
from brieflint.evaluation.misses import Miss, Verdict
from brieflint.evaluation.told import Quote
from brieflint.judgement.verdict import DescribedModel
from brieflint.knowledge.guide import MODELS
from brieflint.reporting.words import clip

NOTHING = "–"
TOLD: Mapping[str, str] = {
    "briefs": "labelled briefs",
    "unread": "briefs that could not be read; wrong in every figure",
    "precision": "alarms that are right: the brief is labelled mislabelled",
    "recall": "mislabelled briefs with an alarm",
    "f1": "precision and recall as one figure",
    "false_alarms": "alarms on briefs that are rightly labelled",
    "described_accuracy": "briefs whose described model is right",
    "should_say_right": "right alarms that propose the right model",
    "named_exact": "briefs whose named models are all right",
    "named_f1": "named models found, and only these, over all briefs",
    "contradictions_false": "contradictions told that are not labelled",
    "contradiction_recall": "labelled contradictions that are told",
    "evidence_hit": "right alarms that show a labelled sentence first",
    "label_place_hit": "right alarms that point at labelled words",
    "share_confident": "briefs told with a confidence of 0.9 or more",
    "confident_right": "of these, briefs whose described model is right",
}
"""Figure → what it counts."""
BY_GENRE = ("briefs", "described_accuracy", "precision", "recall", "false_alarms", "named_f1")
DESCRIBED: tuple[DescribedModel, ...] = (*MODELS, "mixed", "none")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, one cell a column."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief, and what is told of it, line by line; words of the brief among these stand in quotation marks."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Briefs under a title."""

    title: str
    entries: tuple[Entry, ...]


def outline(evaluation: Evaluation) -> Iterator[Table | Entries]:
    """The tables and lists of an evaluation; those with nothing in them left out."""
    yield _figures(evaluation.figures)
    yield _confusions(evaluation.confusions)
    if evaluation.rules:
        yield _rules(evaluation.rules)
    if evaluation.genres:
        yield _genres(evaluation.genres)
    if evaluation.bands:
        yield _bands(evaluation.bands)
    if evaluation.misses:
        yield Entries("Misjudged briefs, and the sentences behind it", tuple(map(_miss, evaluation.misses)))
    if evaluation.comparison:
        yield _compared(evaluation.comparison, evaluation.figures)
        if evaluation.comparison.changes:
            yield _changes(evaluation.comparison.changes)


def sum_up(evaluation: Evaluation) -> str:
    """The evaluation in one sentence."""
    figures = evaluation.figures
    wrong, unread = len(evaluation.misses), figures.unread
    told = [
        f"Of {_count(figures.briefs, 'labelled brief')} {wrong or 'none'} {'is' if wrong < 2 else 'are'} misjudged",
        _count(figures.false_alarms, "false alarm"),
    ]
    if unread:
        told.append(f"{unread} could not be read and {'counts' if unread == 1 else 'count'} as wrong in every figure")
    return f"{'; '.join(told)}."


def _figures(figures: Figures) -> Table:
    rows = ((name, say(value), say_count(value), TOLD[name]) for name, value in each_figure(figures))
    return Table("Figures", ("figure", "value", "count", "what it counts"), tuple(rows))


def _confusions(confusions: Mapping[tuple[str, str], int]) -> Table:
    columns = [*DESCRIBED, UNREAD] if any(told == UNREAD for _, told in confusions) else [*DESCRIBED]
    rows = [
        (labelled, *(str(confusions.get((labelled, told), NOTHING)) for told in columns))
        for labelled in DESCRIBED
        if any(key[0] == labelled for key in confusions)
    ]
    return Table("Described model: labelled (rows) as told (columns)", ("labelled", *columns), tuple(rows))


def _rules(rules: Sequence[RuleFigures]) -> Table:
    rows = (
        (rule.rule, rule.kind, *(NOTHING if n is None else str(n) for n in (rule.fired, rule.advice, rule.agreed, rule.silent)))
        for rule in rules
    )
    return Table("Rules", ("rule", "kind", "briefs", "as advice", "labelled so", "labelled, silent"), tuple(rows))


def _genres(genres: Mapping[str, Figures]) -> Table:
    rows = ((genre, *(say(getattr(figures, name)) for name in BY_GENRE)) for genre, figures in genres.items())
    return Table("Genres", ("genre", *BY_GENRE), tuple(rows))


def _bands(bands: Sequence[Band]) -> Table:
    rows = ((f"{band.low:.1f} to {band.high:.1f}", str(band.right.of), f"{band.stated:.2f}", say(band.right)) for band in bands)
    return Table(
        "Reliability: how often the described model is right at a confidence",
        ("confidence", "briefs", "mean", "right"),
        tuple(rows),
    )


def _miss(miss: Miss) -> Entry:
    lines = [f"labelled: {_verdict(miss.labelled)}"]
    lines.append(f"told: {_verdict(miss.told)}" if miss.told else f"not read: {miss.error}")
    lines += (f'labelled as a name: "{clip(quote)}"' for quote in miss.quotes)
    lines += (f"taken as a name of {quote.model}: {_quote(quote)}" for quote in miss.names)
    lines += (f"{quote.model or 'shown'}: {_quote(quote)}" for quote in miss.sentences)
    if miss.told and not miss.sentences:
        lines.append(
            "no sentence weighed enough to fill a row of the grid; brieflint check --why shows those that weighed at all"
        )
    return Entry(miss.path, tuple(lines))


def _quote(quote: Quote) -> str:
    return f'"{clip(quote.text)}"' + (f" (line {quote.line})" if quote.line else "")


def _verdict(verdict: Verdict) -> str:
    named = ", ".join(verdict.named) or "nothing"
    return f"names {named}; describes {verdict.described}; {'mislabelled' if verdict.mislabelled else 'not mislabelled'}"


def _compared(comparison: Comparison, now: Figures) -> Table:
    before = dict(each_figure(comparison.figures))
    rows = ((name, say(before[name]), say(value)) for name, value in each_figure(now))
    title = "Against the earlier report" + (f" (version {comparison.version})" if comparison.version else "")
    return Table(title, ("figure", "before", "now"), tuple(rows))


def _changes(changes: Sequence[Change]) -> Table:
    rows = ((change.path, change.part, change.before, change.now, change.effect) for change in changes)
    return Table("Changed verdicts", ("brief", "part", "before", "now", "by the label"), tuple(rows))


def each_figure(figures: Figures) -> Iterator[tuple[str, int | float | Share]]:
    """Each figure with its name, in order."""
    return ((field.name, getattr(figures, field.name)) for field in fields(figures))


def say(value: int | float | Share) -> str:
    """A figure in digits."""
    return str(value) if isinstance(value, int) else f"{float(value):.3f}"


def say_count(value: int | float | Share) -> str:
    """What a share is made of."""
    return f"{value.right} of {value.of}" if isinstance(value, Share) else ""


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
