"""The sentences of a brief that are shown for a finding, and where they stand."""

from collections.abc import Iterator, Mapping, Sequence

from brieflint.documents.document import Document, Place
from brieflint.judgement.verdict import Evidence, Verdict
from brieflint.judgement.weighing import CONCERN
from brieflint.language.reading import Reading, SignalHit
from brieflint.linting.case import Case
from brieflint.linting.finding import Quote, Spot

SHOWN = 5
"""Sentences shown as evidence."""
RANK: Mapping[str, float] = {
    "direction": 2.0,
    "outcome": 1.6,
    "scope": 1.4,
    "commerce": 0.9,
    "presence": 0.9,
    "arrangement": 0.6,
}
"""Which evidence to show first: who directs and who owns the outcome say most (guide 28 to 36)."""


def quotes_for(
    case: Case, hits: Sequence[SignalHit], document: Document, reading: Reading, verdict: Verdict
) -> Iterator[Quote]:
    """The sentences that show the described model, strongest first, one per dimension before a second of any; signals first."""
    for hit in hits[:2]:
        sentence = reading.sentences[hit.sentence]
        spot = make_spot(document, sentence.start, sentence.end, sentence.place)
        yield Quote(spot=spot, dimension=hit.signal, model=case.model)
    own = [
        item
        for item in verdict.evidence
        if item.model == case.model and (case.part is None or reading.sentences[item.sentence].part == case.part)
    ]
    for item in _spread(own)[: SHOWN - min(len(hits), 2)]:
        yield make_quote(document, reading, item)


def _spread(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The strongest of each dimension first, what outranks the rest before it."""

    def rank(item: Evidence) -> float:
        return item.strength * RANK.get(CONCERN.get(item.dimension, ""), 1.0)

    seen: dict[str, int] = {}
    ranked = []
    for item in sorted(evidence, key=rank, reverse=True):
        seen[item.dimension] = seen.get(item.dimension, -1) + 1
        ranked.append((seen[item.dimension], item))
    return [item for _, item in sorted(ranked, key=lambda pair: (pair[0], -rank(pair[1])))]


def make_spot(document: Document, start: int, end: int, place: Place) -> Spot:
    """The stretch `start` to `end` of the document's text."""
    line, column = document.position(start)
    end_line, end_column = document.position(end)
    return Spot(
        start=start,
        end=end,
        text=document.text[start:end],
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        place=place,
    )


def make_quote(document: Document, reading: Reading, evidence: Evidence) -> Quote:
    """The sentence of a piece of evidence, shown."""
    sentence = reading.sentences[evidence.sentence]
    spot = make_spot(document, sentence.start, sentence.end, sentence.place)
    return Quote(spot=spot, dimension=evidence.dimension, model=evidence.model)
