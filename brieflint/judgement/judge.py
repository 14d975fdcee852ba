"""From what was read to the verdict."""

from collections import Counter

from brieflint.judgement.described import describe
from brieflint.judgement.grid import fill_grid
from brieflint.judgement.named import find_named
from brieflint.judgement.verdict import Described, Lot, Verdict
from brieflint.judgement.weighing import gather_evidence
from brieflint.language.reading import Reading

FROM_WORDS, ENGLISH = 25, 0.17
"""A text of at least so many words, a smaller part of them than `ENGLISH` English function words, may be in another language:
English briefs have a quarter and more, German, French, Spanish and Dutch ones a tenth and less, English lists anything. It is
when the function words of another language are more frequent in it."""
LOT_SENTENCES = 4
"""A lot shorter than this is not judged by itself."""


def judge(reading: Reading) -> Verdict:
    """The verdict on a document."""
    named = find_named(reading)
    described = describe(reading.sentences, {mention.model for mention in named})
    if is_foreign(reading):
        described = Described(model="none", confidence=0.95, reason="unsupported_language", scores=described.scores)
        return Verdict(named=named, described=described, grid=fill_grid(()), evidence=())
    lots = judge_lots(reading)
    models = {lot.described.model for lot in lots} - {"none", "mixed"}
    if len(models) > 1:
        sure = min(lot.described.confidence for lot in lots if lot.described.model in models)
        described = Described(model="mixed", confidence=sure, reason="several_lots", scores=described.scores)
    evidence = gather_evidence(reading.sentences, described.model)
    return Verdict(named=named, described=described, grid=fill_grid(evidence), evidence=tuple(evidence), lots=lots)


def is_foreign(reading: Reading) -> bool:
    """Whether the text is in another language than English."""
    return reading.words >= FROM_WORDS and reading.english < ENGLISH and reading.foreign > reading.english


def find_lots(reading: Reading) -> tuple[int, ...]:
    """The numbers of the parts that are judged by themselves; none when the document buys one thing."""
    sizes = Counter(sentence.part for sentence in reading.sentences)
    numbers = tuple(number for number in range(1, len(reading.parts)) if sizes[number] >= LOT_SENTENCES)
    return numbers if len(numbers) > 1 else ()


def judge_lots(reading: Reading) -> tuple[Lot, ...]:
    """What each lot names and describes; empty when the document buys one thing."""
    lots = []
    for number in find_lots(reading):
        named = tuple(mention for mention in find_named(reading) if reading.sentences[mention.sentence].part == number)
        sentences = [sentence for sentence in reading.sentences if sentence.part == number]
        described = describe(sentences, {mention.model for mention in named})
        lots.append(Lot(part=number, title=reading.parts[number].title, named=named, described=described))
    return tuple(lots)
