"""The component `brieflint_reader`: reads every sentence with the trained readers.

Each span of `doc.spans["sentences"]` then carries `._.brieflint_stance`, `_dimensions` and `_signals`: class → probability.
"""

from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.language.features import Bounds, take_sentences
from brieflint.language.linear import LinearReader
from brieflint.language.readers import load_readers


class SentenceReader:
    """Reads stance, dimension and signals of all sentences of a Doc in one go."""

    def __init__(self, readers: Mapping[str, LinearReader]) -> None:
        self._readers = {"stance": readers["stance"], "dimensions": readers["dimension"], "signals": readers["signal"]}

    def __call__(self, doc: Doc) -> Doc:
        """Set the three attributes of every passage."""
        passages = doc._.brieflint_passages
        taken = take_sentences(doc, [(passage.start, passage.end) for passage in passages])
        for name, reader in self._readers.items():
            for passage, row in zip(passages, reader.read(taken, doc.vocab.strings).tolist(), strict=True):
                setattr(passage, name, dict(zip(reader.classes, row, strict=True)))
        return doc


def read_objects(reader: LinearReader, doc: Doc, bounds: Sequence[Bounds]) -> list[dict[str, float]]:
    """What the tokens of each stretch of a Doc say is being bought: class → probability."""
    rows = reader.read(take_sentences(doc, bounds), doc.vocab.strings)
    return [dict(zip(reader.classes, row, strict=True)) for row in rows.tolist()]


@Language.factory("brieflint_reader", assigns=["doc.spans"], default_config=SHIPPED_ONLY)
def make_sentence_reader(nlp: Language, name: str, packs: list[str]) -> SentenceReader:
    """Make the component."""
    return SentenceReader(load_readers(open_packs(packs)))
