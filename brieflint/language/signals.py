"""The component `brieflint_signals`: finds what rules ask for, by frames or the trained reader, in `doc.spans["signals"]`."""

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Patterns, Signal
from brieflint.language.passages import Passage
from brieflint.language.stance import divide_stance

LEARNED_AT = 0.6
"""A learned signal counts from this probability on."""
SURE_AT = 0.8
"""From this probability on it needs no agreement with what else was read of its sentence."""
CORRECTED = 0.9
"""The probability that a sentence gets for what a correcting signal says of it."""
AGREED_AT = 0.65
"""The models of a signal must have this share of what its sentence speaks for."""


class SignalFinder:
    """Finds signals; the label of a span is the id of its signal."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._learned = {signal.id: signal for signal in patterns.signals if signal.learned}
        self._corrections = {signal.id: signal for signal in patterns.signals if signal.stance}
        self._frames = FrameSet(((s.id, f) for s in patterns.signals for f in s.frames), grammar)
        self._unless = FrameSet(((s.id, f) for s in patterns.signals for f in s.unless), grammar)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["signals"]`, at most one span of each signal in a sentence."""
        found: list[Span] = []
        for passage in doc._.brieflint_passages:
            spans = {
                name: Span(doc, passage.start, passage.end, label=name)
                for name, signal in self._learned.items()
                if self._believes(signal, passage)
            }
            for match in self._frames.find(passage.words):
                start, end = passage.first + match.start, passage.first + match.end
                span = doc.char_span(start, end, label=match.key, alignment_mode="expand")
                if span is not None:
                    spans[match.key] = span
            for name in self._unless.keys(passage.words) if spans else ():
                spans.pop(name, None)
            for name in spans:
                self._correct(name, passage)
            found += spans.values()
        doc.spans["signals"] = found
        return doc

    def _correct(self, name: str, passage: Passage) -> None:
        """Let a frame that binds the actor overrule what the reader made of the sentence."""
        if correction := self._corrections.get(name):
            passage.stance = _overrule(passage.stance, correction.stance)
            passage.dimensions = _overrule(passage.dimensions, correction.dimension)

    def _believes(self, signal: Signal, passage: Passage) -> bool:
        """Whether a learned signal counts."""
        probability = passage.signals.get(signal.id, 0.0)
        return probability >= LEARNED_AT and (probability >= SURE_AT or self._agrees(signal, passage))

    def _agrees(self, signal: Signal, passage: Passage) -> bool:
        """Whether a learned signal goes with what the sentence speaks for, and in which dimension."""
        if signal.dimensions:
            dimensions = passage.dimensions
            if max(dimensions, key=lambda dimension: dimensions[dimension]) not in signal.dimensions:
                return False
        if not signal.models:
            return True
        share, speaking = divide_stance(passage.stance)
        return speaking >= 0.5 and sum(share[model] for model in signal.models) >= AGREED_AT


def _overrule(read: Mapping[str, float], name: str) -> dict[str, float]:
    return dict.fromkeys(read, (1 - CORRECTED) / (len(read) - 1)) | {name: CORRECTED}


@Language.factory("brieflint_signals", requires=["doc.spans"], default_config=SHIPPED_ONLY)
def make_signal_finder(nlp: Language, name: str, packs: list[str]) -> SignalFinder:
    """Make the component."""
    return SignalFinder(load_knowledge(open_packs(packs)))
