"""The component `brieflint_reader`: reads every sentence with the trained readers.

Each span of `doc.spans["sentences"]` then carries `._.brieflint_stance`, `_dimensions` and `_signals`: class → probability.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.language.features import Bounds, Sentences, take_sentences
from brieflint.language.linear import LinearReader
from brieflint.language.readers import load_readers

Chances = dict[str, float]


class SentenceReader:
    """Reads stance, dimension and signals of all sentences of a Doc in one go."""

    def __init__(self, readers: Mapping[str, LinearReader]) -> None:
        self._readers = [readers[name] for name in ("stance", "dimension", "signal")]

    def __call__(self, doc: Doc) -> Doc:
        """Set the three attributes of every passage."""
        passages = iter(doc._.brieflint_passages)
        taken = take_sentences(doc, [(passage.start, passage.end) for passage in doc._.brieflint_passages])
        for part in taken.split():
            read = [read_chances(reader, part, doc.vocab.strings) for reader in self._readers]
            for passage, *chances in zip(islice(passages, len(part.starts)), *read, strict=True):
                passage.stance, passage.dimensions, passage.signals = chances
        return doc


def read_objects(reader: LinearReader, doc: Doc, bounds: Sequence[Bounds]) -> list[Chances]:
    """What the tokens of each stretch of a Doc say is being bought: class → probability."""
    parts = take_sentences(doc, bounds).split()
    return [chances for part in parts for chances in read_chances(reader, part, doc.vocab.strings)]


def read_chances(reader: LinearReader, sentences: Sentences, strings: StringStore) -> Iterator[Chances]:
    """For each sentence: class of a reader → probability."""
    return (dict(zip(reader.classes, row, strict=True)) for row in reader.read(sentences, strings).tolist())


@Language.factory("brieflint_reader", assigns=["doc.spans"], default_config=SHIPPED_ONLY)
def make_sentence_reader(nlp: Language, name: str, packs: list[str]) -> SentenceReader:
    """Make the component."""
    return SentenceReader(load_readers(open_packs(packs)))
