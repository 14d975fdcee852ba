"""Findings on house words for models that their house wants to be pointed out."""

from collections.abc import Iterator, Sequence

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.house import HouseWord
from brieflint.language.reading import Reading
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Finding
from brieflint.linting.grammar import fit_case
from brieflint.linting.housekeeping import note


def flag_house_words(
    document: Document, reading: Reading, verdict: Verdict, words: Sequence[HouseWord], guide: Guide
) -> Iterator[Finding]:
    """A finding for the first place in which each flagged word names the work."""
    flagged = {word.id: word for word in words if word.flag}
    for mention in verdict.named:
        word = flagged.pop(mention.term, None)
        if word and word.model:
            name = guide.models[word.model].name
            spot = make_spot(document, mention.start, mention.end, reading.sentences[mention.sentence].place)
            replacement = fit_case(name, mention.text)
            yield note("house-word", spot, words=mention.text, why=name, should_say=word.model, replacement=replacement)
