"""Legal notes on a brief: where it says what a note is about, the note becomes a finding that asks for nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brieflint.documents.document import Document
from brieflint.judgement.grid import ENOUGH
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Model
from brieflint.knowledge.legal import LegalNote, LegalWhen
from brieflint.language.reading import Reading, SignalHit
from brieflint.linting.case import Case, find_cases
from brieflint.linting.evidence import quotes_for, sentence_spot
from brieflint.linting.finding import Finding, Quote
from brieflint.linting.rules import RARE, strongest_label

SHOWN = 2
"""Sentences that show the described model."""
FAINT = 0.05
"""A sentence that moved the verdict less than this shows nothing."""
COUNTS = 0.5
"""A sentence that weighs less says nothing of this work."""


def note_law(document: Document, reading: Reading, verdict: Verdict, notes: Sequence[LegalNote]) -> Iterator[Finding]:
    """The notes that a brief gives a reason for, in their order; each once, with the sentences that led to it."""
    subjects = [_Subject(case, document, reading, verdict) for case in find_cases(verdict)]
    for note in notes:
        if quotes := next(filter(None, (subject.meet(note.when) for subject in subjects)), ()):
            yield Finding(
                rule=note.id,
                kind="legal",
                severity="info",
                title=note.title,
                message=note.say({"called": _say_name(reading, verdict)}),
                happens="",
                spot=quotes[0].spot,
                should_say=None,
                evidence=quotes,
                fix=None,
                citation=note.citation,
            )


def _say_name(reading: Reading, verdict: Verdict) -> str:
    """Say what the text calls the work."""
    return f'the name "{strongest_label(verdict.named, reading).text}"' if verdict.named else "no name of a model"


class _Subject:
    """A brief, or a lot of it, as the notes see it."""

    def __init__(self, case: Case, document: Document, reading: Reading, verdict: Verdict) -> None:
        self._case, self._document, self._reading, self._verdict = case, document, reading, verdict

    def meet(self, when: LegalWhen) -> tuple[Quote, ...]:
        """The sentences that meet the conditions, what is peculiar to them first; none unless all of them hold."""
        shown = () if self._is_named(when.unless_named) else self._find_model(when)
        if not shown:
            return ()
        quotes: list[Quote] = []
        for dimension, number in self._seek(when):
            if number is None:
                return ()
            quotes.append(self._quote(number, dimension))
        return tuple({quote.spot.start: quote for quote in (*quotes, *shown)}.values())

    def _find_model(self, when: LegalWhen) -> tuple[Quote, ...]:
        """The sentences that show one of the models, or say in a text of another model what only that one has."""
        if self._case.model in when.described and self._case.confidence >= when.confidence:
            strong = {self._reading.sentences[i.sentence].start for i in self._verdict.evidence if i.strength >= ENOUGH}
            told = quotes_for(self._case, (), self._document, self._reading, self._verdict)
            return tuple(quote for quote in told if quote.spot.start in strong)[:SHOWN]
        hits = self._find_hits(when.or_signals)
        if len(hits) * RARE < len(self._reading.sentences):
            return ()
        return tuple(self._quote(hit.sentence, hit.signal) for hit in hits[:SHOWN])

    def _seek(self, when: LegalWhen) -> Iterator[tuple[str, int | None]]:
        """A sentence for each condition, None where there is none; what costs most is looked for last."""
        for dimension, models in when.evidence.items():
            yield dimension, self._find_evidence(dimension, models)
        if when.signals:
            yield when.signals[0], next((hit.sentence for hit in self._find_hits(when.signals)), None)
        if when.words:
            yield "words", self._find_words(tuple(when.words))
        if when.longer_than is not None:
            yield "duration", self._find_length(when.longer_than)

    def _is_named(self, words: Sequence[str]) -> bool:
        named = {word for mention in self._case.named for word in re.findall(r"\w+", mention.text.casefold())}
        return any(word.casefold() in named for word in words)

    def _find_hits(self, signals: Sequence[str]) -> list[SignalHit]:
        return [hit for hit in self._reading.signals if hit.asserted and hit.signal in signals and self._concerns(hit.sentence)]

    def _find_evidence(self, dimension: str, models: Sequence[Model]) -> int | None:
        for item in self._verdict.evidence:
            if (
                item.dimension == dimension
                and item.model in models
                and item.strength >= FAINT
                and self._concerns(item.sentence)
            ):
                return item.sentence
        return None

    def _find_words(self, phrases: tuple[str, ...]) -> int | None:
        words = _compile(phrases)
        for number, sentence in enumerate(self._reading.sentences):
            if sentence.weight >= COUNTS and not sentence.context and self._concerns(number) and words.search(sentence.text):
                return number
        return None

    def _find_length(self, months: float) -> int | None:
        from brieflint.facts.engagement import find_lengths  # facts are read for the few briefs that come this far

        lengths = find_lengths(self._document, self._reading)
        return next((number for length, number in lengths if length > months and self._concerns(number)), None)

    def _concerns(self, number: int) -> bool:
        return self._case.part is None or self._reading.sentences[number].part in (0, self._case.part)

    def _quote(self, number: int, dimension: str) -> Quote:
        return Quote(spot=sentence_spot(self._document, self._reading, number), dimension=dimension, model=self._case.model)


@lru_cache(maxsize=32)
def _compile(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for any of these phrases; `(s)` may be left out, and words are parted by blanks or hyphens."""
    read = (r"[\s-]+".join(re.escape(word).replace(r"\(s\)", "s?") for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(read)})(?!\w)", re.IGNORECASE)
