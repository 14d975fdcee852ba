"""The sentences of a brief that are shown for a finding, and where they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence

from brieflint.documents.document import Document, Place
from brieflint.judgement.telling import tell
from brieflint.judgement.verdict import Evidence, Verdict
from brieflint.language.reading import Reading, SignalHit
from brieflint.linting.case import Case
from brieflint.linting.finding import Quote, Spot

SHOWN = 5
"""Sentences shown as evidence."""
AGAIN = 0.5
"""A further sentence of a dimension counts for this much less, so that what is shown is varied."""


def quotes_for(
    case: Case, hits: Sequence[SignalHit], document: Document, reading: Reading, verdict: Verdict
) -> Iterator[Quote]:
    """The sentences that show the described model, most telling first; signals before them."""
    for hit in hits[:2]:
        yield Quote(spot=sentence_spot(document, reading, hit.sentence), dimension=hit.signal, model=case.model)
    own = [
        item
        for item in verdict.evidence
        if item.model == case.model and (case.part is None or reading.sentences[item.sentence].part == case.part)
    ]
    for item in _choose(own, reading)[: SHOWN - min(len(hits), 2)]:
        yield make_quote(document, reading, item)


def _choose(evidence: Sequence[Evidence], reading: Reading) -> list[Evidence]:
    """The most telling first."""
    chances = [(tell(reading.sentences[item.sentence], item.model), item) for item in evidence]
    seen: Counter[str] = Counter()
    ranked = []
    for chance, item in sorted(chances, key=lambda pair: -pair[0]):
        ranked.append((chance * AGAIN ** seen[item.dimension], item))
        seen[item.dimension] += 1
    return [item for _, item in sorted(ranked, key=lambda pair: -pair[0])]


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
        byte_column=_count_bytes(document, start, column),
        end_byte_column=_count_bytes(document, end, end_column),
    )


def _count_bytes(document: Document, offset: int, column: int) -> int:
    return len(document.text[offset - column + 1 : offset].encode("utf-8", "replace")) + 1


def sentence_spot(document: Document, reading: Reading, number: int) -> Spot:
    """A whole sentence, by its index in the reading."""
    sentence = reading.sentences[number]
    return make_spot(document, sentence.start, sentence.end, sentence.place)


def make_quote(document: Document, reading: Reading, evidence: Evidence) -> Quote:
    """The sentence of a piece of evidence, shown."""
    spot = sentence_spot(document, reading, evidence.sentence)
    return Quote(spot=spot, dimension=evidence.dimension, model=evidence.model)
