"""The component `brieflint_naming`: is a term applied to this work, or only mentioned?

Each span of `doc.spans["terms"]` gets `._.brieflint_applied`, the probability that it names this work.

It reads the sentence around the term with the term itself masked.
"""

from itertools import accumulate, pairwise
from math import inf

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Patterns
from brieflint.language.examples import MASK
from brieflint.language.features import take_sentences
from brieflint.language.linear import LinearReader
from brieflint.language.passages import number_at
from brieflint.language.readers import load_readers

if not Span.has_extension("brieflint_applied"):
    Span.set_extension("brieflint_applied", default=0.0)
    Span.set_extension("brieflint_requested", default=False)

NEAR = 100
"""Words before and after a term from which its use is read; a sentence may be an endless list of terms."""


class NamingReader:
    """Reads how each term of `doc.spans["terms"]` is used."""

    def __init__(self, reader: LinearReader, patterns: Patterns) -> None:
        self._reader = reader
        self._requests = FrameSet([("request", "{seeks}")], Grammar.of(patterns))
        self._applied = reader.classes.index("applied")

    def __call__(self, doc: Doc) -> Doc:
        """Set `._.brieflint_applied` (0 to 1) and `._.brieflint_requested` on every term."""
        terms = list(doc.spans["terms"])
        if not terms:
            return doc
        masked = [self._mask(doc, span) for span in terms]
        joined = Doc(doc.vocab, [word for words in masked for word in words])
        bounds = list(pairwise(accumulate(map(len, masked), initial=0)))
        probabilities = self._reader.read(take_sentences(joined, bounds), doc.vocab.strings)
        requests: dict[int, float] = {}
        for span, row in zip(terms, probabilities, strict=True):
            span._.brieflint_applied = float(row[self._applied])
            number = number_at(doc, span.start)
            passage = doc._.brieflint_passages[number]
            if number not in requests:
                request = next(self._requests.find(passage.words), None)
                requests[number] = request.end if request else inf
            span._.brieflint_requested = requests[number] <= span.start_char - passage.first
        return doc

    @staticmethod
    def _mask(doc: Doc, span: Span) -> list[str]:
        """The words of a term's sentence near it, with the term masked."""
        passage = doc._.brieflint_passages[number_at(doc, span.start)]
        before = doc[max(passage.start, span.start - NEAR) : span.start]
        after = doc[span.end : min(passage.end, span.end + NEAR)]
        return [*(token.text for token in before), MASK, *(token.text for token in after)]


@Language.factory("brieflint_naming", requires=["doc.spans"], default_config=SHIPPED_ONLY)
def make_naming_reader(nlp: Language, name: str, packs: list[str]) -> NamingReader:
    """Make the component."""
    opened = open_packs(packs)
    return NamingReader(load_readers(opened)["naming"], load_knowledge(opened))
