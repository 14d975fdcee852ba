"""The component `brieflint_reader`: reads every sentence with the trained readers.

Each span of `doc.spans["sentences"]` then carries `._.brieflint_stance`, `_dimensions` and `_signals`: class → probability.
"""

from collections.abc import Mapping

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.language.features import Floats, take_sentences
from brieflint.language.linear import LinearReader
from brieflint.language.readers import load_readers

for _name in ("stance", "dimensions", "signals"):
    if not Span.has_extension(f"brieflint_{_name}"):
        Span.set_extension(f"brieflint_{_name}", default=None)


class SentenceReader:
    """Reads stance, dimension and signals of all sentences of a Doc in one go."""

    def __init__(self, readers: Mapping[str, LinearReader]) -> None:
        self._readers = {"stance": readers["stance"], "dimensions": readers["dimension"], "signals": readers["signal"]}

    def __call__(self, doc: Doc) -> Doc:
        """Set the three attributes on every span of `doc.spans["sentences"]`."""
        sentences = list(doc.spans["sentences"])
        taken = take_sentences(doc, [(sentence.start, sentence.end) for sentence in sentences])
        for name, reader in self._readers.items():
            probabilities = reader.read(taken, doc.vocab.strings)
            for sentence, row in zip(sentences, probabilities.tolist(), strict=True):
                sentence._.set(f"brieflint_{name}", dict(zip(reader.classes, row, strict=True)))
        return doc


def read_objects(reader: LinearReader, doc: Doc, spans: list[Span]) -> list[dict[str, float]]:
    """What each span says is being bought: class → probability."""
    taken = take_sentences(doc, [(span.start, span.end) for span in spans])
    rows: Floats = reader.read(taken, doc.vocab.strings)
    return [dict(zip(reader.classes, row, strict=True)) for row in np.asarray(rows).tolist()]


@Language.factory("brieflint_reader", assigns=["doc.spans"], default_config=SHIPPED_ONLY)
def make_sentence_reader(nlp: Language, name: str, packs: list[str]) -> SentenceReader:
    """Make the component."""
    return SentenceReader(load_readers(open_packs(packs)))
