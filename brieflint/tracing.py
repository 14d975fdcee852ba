"""Why a brief was judged as it was: every sentence that weighed, every sum, every term."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from brieflint.checking import open_document, report_on
from brieflint.configuration.settings import Options
from brieflint.documents import Document
from brieflint.errors import BriefError
from brieflint.grounds import Grounds, GroundsFinder
from brieflint.judgement.accounts import Account, account, find_effects
from brieflint.judgement.judge import judge
from brieflint.judgement.named import Doubt, applied_probability, find_doubt
from brieflint.judgement.verdict import DescribedModel, Evidence, Verdict
from brieflint.judgement.weighing import gather_evidence, weigh_sentence
from brieflint.knowledge.guide import Model
from brieflint.language.influence import Influence, find_influences
from brieflint.language.pipeline import analyse, to_reading
from brieflint.language.readers import load_readers
from brieflint.language.reading import Mention, Reading, Sentence, SignalHit
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Spot
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.scanning.discovery import STDIN, discover

WEIGHED = 0.05
"""The strength of evidence from which on a sentence is said to have weighed."""
ASIDE = 0.2
"""The strength that a sentence would have had, from which on it is told that its section or context took it."""
MOVING = 100
"""The effect is found for so many of the strongest sentences; it takes a judgement without each of them."""
BOUGHT = 0.5
"""The probability from which on a line is said to tell what is bought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence that weighed: for which model and how much in all; `shares` is what it gave each model.

    `words` are those that made the reader read it so, `signals` what frames and the signal reader found in it, `turned`
    those among them that overruled the reader. `effect`: how far it moved the log-odds of `target`, None if not asked.
    """

    sentence: Sentence
    spot: Spot
    evidence: Evidence
    shares: dict[Model, float]
    words: tuple[Influence, ...]
    signals: tuple[SignalHit, ...]
    turned: frozenset[str]
    target: DescribedModel
    effect: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A sentence that would have been evidence, but for its section or its context."""

    sentence: Sentence
    spot: Spot
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term, whether it was taken to name this work, with which probability (0 to 1), and why it could not."""

    mention: Mention
    spot: Spot
    taken: bool
    probability: float
    doubt: Doubt | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """A line that says what is bought: the likeliest class and its probability (0 to 1)."""

    spot: Spot
    title: bool
    thing: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What was judged as one: the whole brief (no title), or one of its lots; `model` is what it was told to describe."""

    title: str
    model: DescribedModel
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Everything behind the judgement of one brief. `weighed` and `aside` strongest first, the rest in reading order."""

    report: BriefReport
    scopes: tuple[Scope, ...]
    terms: tuple[Term, ...]
    bought: tuple[Bought, ...]
    weighed: tuple[Weighed, ...]
    aside: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """Sentences judged together, by their numbers in the reading, with the models named for them and the model told."""

    title: str
    numbers: tuple[int, ...]
    named: frozenset[str]
    model: DescribedModel


def trace_paths(
    paths: Sequence[str], stdin_name: str = STDIN, options: Options | None = None, today: date | None = None
) -> tuple[Trace | Unreadable, ...]:
    """The traces of files, of all supported files of folders and packages, and of standard input (`-`), in that order.

    Raises `ConfigError` and `PatternError`.
    """
    finder = GroundsFinder(options, today)
    found = discover(paths, finder.configuration)
    return tuple(trace_path(path, stdin_name, finder) for path in found.paths)


def gather_reports(traces: Sequence[Trace | Unreadable]) -> Report:
    """The report on the traced briefs, as `check_paths` would make it."""
    return Report(briefs=tuple(trace if isinstance(trace, Unreadable) else trace.report for trace in traces))


def trace_path(path: str, stdin_name: str = STDIN, finder: GroundsFinder | None = None) -> Trace | Unreadable:
    """The trace of one file, or of standard input, with the settings that hold for it."""
    grounds = (finder or GroundsFinder()).find(stdin_name if path == STDIN else path)
    try:
        return trace_document(open_document(path, stdin_name), grounds)
    except BriefError as error:
        return Unreadable(path=path, error=str(error))


def trace_document(document: Document, grounds: Grounds | None = None) -> Trace:
    """Everything behind the judgement of a document that has been read."""
    grounds = grounds or Grounds()
    doc = analyse(document, grounds.packs, grounds.settings.terms)
    reading = to_reading(doc, grounds.packs)
    verdict = judge(reading)
    parts = _find_parts(reading, verdict)
    correcting = frozenset(signal.id for signal in grounds.patterns.signals if signal.stance)
    influences = find_influences(doc, load_readers(grounds.packs)["stance"])
    return Trace(
        report=report_on(document, reading, verdict, grounds),
        scopes=tuple(
            Scope(title=part.title, model=part.model, account=account(_sentences(reading, part.numbers), part.named))
            for part in parts
        ),
        terms=tuple(_trace_term(mention, verdict, document, reading) for mention in reading.mentions),
        bought=tuple(_find_bought(document, reading)),
        weighed=tuple(_trace_sentences(document, reading, verdict, parts, influences, correcting)),
        aside=tuple(_find_aside(document, reading, verdict)),
    )


def _find_parts(reading: Reading, verdict: Verdict) -> list[_Judged]:
    """The whole brief, and its lots."""
    everything = tuple(range(len(reading.sentences)))
    parts = [_Judged("", everything, _models(verdict.named), verdict.described.model)]
    for lot in verdict.lots:
        inside = tuple(at for at in everything if reading.sentences[at].part == lot.part)
        parts.append(_Judged(lot.title, inside, _models(lot.named), lot.described.model))
    return parts


def _trace_sentences(
    document: Document,
    reading: Reading,
    verdict: Verdict,
    parts: Sequence[_Judged],
    influences: Sequence[tuple[Influence, ...]],
    correcting: Collection[str],
) -> Iterator[Weighed]:
    evidence = [item for item in verdict.evidence if item.strength >= WEIGHED]
    moved = _find_effects(reading, parts, [item.sentence for item in evidence[:MOVING]])
    for item in evidence:
        sentence = reading.sentences[item.sentence]
        signals = tuple(hit for hit in reading.signals if hit.sentence == item.sentence)
        target, effect = moved.get(item.sentence, (verdict.described.model, None))
        yield Weighed(
            sentence=sentence,
            spot=make_spot(document, sentence.start, sentence.end, sentence.place),
            evidence=item,
            shares=weigh_sentence(sentence),
            words=influences[item.sentence],
            signals=signals,
            turned=frozenset(hit.signal for hit in signals if hit.signal in correcting),
            target=target,
            effect=effect,
        )


def _find_effects(
    reading: Reading, parts: Sequence[_Judged], numbers: Sequence[int]
) -> dict[int, tuple[DescribedModel, float | None]]:
    """For each sentence the model told, and how far it moved the odds of that; of its lot where each lot has its own model."""
    whole, *lots = parts
    found: dict[int, tuple[DescribedModel, float | None]] = {}
    for part in lots if whole.model == "mixed" else [whole]:
        places = {number: at for at, number in enumerate(part.numbers)}
        asked = [places[number] for number in numbers if number in places]
        effects = find_effects(_sentences(reading, part.numbers), part.named, part.model, asked)
        found |= {part.numbers[at]: (part.model, effect) for at, effect in effects.items()}
    return found


def _find_aside(document: Document, reading: Reading, verdict: Verdict) -> Iterator[Aside]:
    """The sentences whose weight their section or context took, strongest first."""
    kept = {item.sentence: item.strength for item in verdict.evidence}
    full = [replace(sentence, weight=1.0, context=frozenset()) for sentence in reading.sentences]
    for item in gather_evidence(full, verdict.described.model):
        if item.strength >= ASIDE and kept.get(item.sentence, 0.0) < WEIGHED:
            sentence = reading.sentences[item.sentence]
            yield Aside(
                sentence=sentence,
                spot=make_spot(document, sentence.start, sentence.end, sentence.place),
                evidence=item,
            )


def _trace_term(mention: Mention, verdict: Verdict, document: Document, reading: Reading) -> Term:
    return Term(
        mention=mention,
        spot=make_spot(document, mention.start, mention.end, reading.sentences[mention.sentence].place),
        taken=mention in verdict.named,
        probability=applied_probability(mention, reading),
        doubt=find_doubt(mention, reading),
    )


def _find_bought(document: Document, reading: Reading) -> Iterator[Bought]:
    for sentence in reading.sentences:
        thing = max(sentence.objects, key=lambda name: sentence.objects[name], default="not_a_purchase")
        if thing != "not_a_purchase" and sentence.objects[thing] >= BOUGHT:
            yield Bought(
                spot=make_spot(document, sentence.start, sentence.end, sentence.place),
                title=sentence.kind == "title",
                thing=thing,
                probability=sentence.objects[thing],
            )


def _sentences(reading: Reading, numbers: Collection[int]) -> list[Sentence]:
    return [reading.sentences[number] for number in numbers]


def _models(named: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.model for mention in named)
