"""Legal notes on a brief: where it says what a note is about, the note becomes a finding that asks for nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Evidence, Reason, Verdict
from brieflint.knowledge.guide import Model, Row
from brieflint.knowledge.legal import LegalNote, LegalWhen
from brieflint.language.reading import Reading
from brieflint.linting.evidence import make_quote, sentence_spot
from brieflint.linting.finding import Finding, Quote
from brieflint.linting.rules import RARE, strongest_label

SILENT: tuple[Reason, ...] = ("out_of_scope", "unsupported_language")
"""Of such texts nothing is known that a note could rest on."""
FAINT = 0.05
"""A sentence that moved the verdict less than this shows nothing."""
COUNTS = 0.5
"""Sentences that weigh less say nothing of this work."""


def note_law(document: Document, reading: Reading, verdict: Verdict, notes: Sequence[LegalNote]) -> Iterator[Finding]:
    """The notes that a brief gives a reason for, in their order; each with the sentences that led to it."""
    if verdict.described.reason in SILENT:
        return
    case = _Case(document, reading, verdict)
    for note in notes:
        quotes = case.meet(note.when)
        if quotes:
            yield Finding(
                rule=note.id,
                kind="legal",
                severity="info",
                title=note.title,
                message=note.say({"called": case.called}),
                happens="",
                spot=quotes[0].spot,
                should_say=None,
                evidence=quotes,
                fix=None,
                citation=note.citation,
            )


class _Case:
    """A brief as the notes see it."""

    def __init__(self, document: Document, reading: Reading, verdict: Verdict) -> None:
        self._document, self._reading, self._verdict = document, reading, verdict

    @property
    def called(self) -> str:
        """What the text calls the work."""
        if not self._verdict.named:
            return "no name of a model"
        return f'the name "{strongest_label(self._verdict.named, self._reading).text}"'

    def meet(self, when: LegalWhen) -> tuple[Quote, ...]:
        """The sentences that meet the conditions, what is peculiar to them first; none unless all of them hold."""
        if self._is_named(when.unless_named):
            return ()
        found: list[Quote] = []
        for quote in self._seek(when):
            if quote is None:
                return ()
            found.append(quote)
        beside = (self._find_evidence(dimension, (found[0].model,)) for dimension in when.beside)
        quotes = (*reversed(found), *(quote for quote in beside if quote))
        return tuple({quote.spot.start: quote for quote in reversed(quotes)}.values())[::-1]

    def _seek(self, when: LegalWhen) -> Iterator[Quote | None]:
        """A sentence for each condition, None where there is none; what costs most is looked for last."""
        models = next(iter(when.rows.values()))
        instead = self._find_signal(when.or_signals, RARE)
        for row, wanted in when.rows.items():
            yield self._find_row(row, wanted) or self._quote(instead, row, wanted[0])
        yield from (self._find_evidence(dimension, wanted) for dimension, wanted in when.evidence.items())
        if when.signals:
            yield self._quote(self._find_signal(when.signals), when.signals[0], models[0])
        if when.words:
            yield self._quote(self._find_words(when.words), "words", models[0])
        if when.longer_than is not None:
            yield self._quote(self._find_length(when.longer_than), "duration", models[0])

    def _is_named(self, words: Sequence[str]) -> bool:
        named = {word for mention in self._verdict.named for word in re.findall(r"\w+", mention.text.casefold())}
        return any(word.casefold() in named for word in words)

    def _find_row(self, row: Row, models: Sequence[Model]) -> Quote | None:
        cell = self._verdict.grid[row]
        items = (cell.evidence, cell.against) if cell else ()
        return next((self._show(item) for item in items if item and item.model in models), None)

    def _find_evidence(self, dimension: str, models: Sequence[Model]) -> Quote | None:
        strong = (item for item in self._verdict.evidence if item.strength >= FAINT)
        return next((self._show(item) for item in strong if item.dimension == dimension and item.model in models), None)

    def _find_signal(self, signals: Sequence[str], rare: int | None = None) -> int | None:
        """The first sentence with one of these signals; with `rare`, only if there is one in so many sentences."""
        hits = [hit.sentence for hit in self._reading.signals if hit.asserted and hit.signal in signals]
        enough = rare is None or len(hits) * rare >= len(self._reading.sentences)
        return hits[0] if hits and enough else None

    def _find_words(self, phrases: Sequence[str]) -> int | None:
        phrase = _compile(tuple(phrases))
        said = (at for at, entry in enumerate(self._reading.sentences) if entry.weight >= COUNTS and not entry.context)
        return next((at for at in said if phrase.search(self._reading.sentences[at].text)), None)

    def _find_length(self, months: float) -> int | None:
        from brieflint.facts.engagement import find_lengths  # facts are read for the few briefs that come this far

        return next((at for length, at in find_lengths(self._document, self._reading) if length > months), None)

    def _quote(self, sentence: int | None, dimension: str, model: Model) -> Quote | None:
        if sentence is None:
            return None
        return Quote(spot=sentence_spot(self._document, self._reading, sentence), dimension=dimension, model=model)

    def _show(self, item: Evidence) -> Quote:
        return make_quote(self._document, self._reading, item)


@lru_cache(maxsize=32)
def _compile(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for any of these phrases; `(s)` may be left out, and words are parted by blanks or hyphens."""
    read = (r"[\s-]+".join(re.escape(word).replace(r"\(s\)", "s?") for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(read)})(?!\w)", re.IGNORECASE)
