"""The component `brieflint_signals`: finds what rules ask for, by frames or the trained reader, in `doc.spans["signals"]`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frames import Grammar
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Patterns, Signal
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
        for sentence in doc.spans["sentences"]:
            spans = {
                signal: Span(doc, sentence.start, sentence.end, label=signal)
                for signal, probability in sentence._.brieflint_signals.items()
                if self._believes(signal, probability, sentence)
            }
            for match in self._frames.find(sentence._.brieflint_words):
                start = sentence.start_char
                span = doc.char_span(start + match.start, start + match.end, label=match.key, alignment_mode="expand")
                if span is not None:
                    spans[match.key] = span
            for signal in self._unless.keys(sentence._.brieflint_words) if spans else ():
                spans.pop(signal, None)
            for signal in spans:
                self._correct(signal, sentence)
            found += spans.values()
        doc.spans["signals"] = found
        return doc

    def _correct(self, signal: str, sentence: Span) -> None:
        """Let a frame that binds the actor overrule what the reader made of the sentence."""
        if signal in self._corrections:
            correction = self._corrections[signal]
            for name, value in (("stance", correction.stance), ("dimensions", correction.dimension)):
                read = sentence._.get(f"brieflint_{name}")
                rest = (1 - CORRECTED) / (len(read) - 1)
                sentence._.set(f"brieflint_{name}", dict.fromkeys(read, rest) | {value: CORRECTED})

    def _believes(self, name: str, probability: float, sentence: Span) -> bool:
        """Whether a learned signal counts."""
        signal = self._learned.get(name)
        if signal is None or probability < LEARNED_AT:
            return False
        return probability >= SURE_AT or self._agrees(signal, sentence)

    def _agrees(self, signal: Signal, sentence: Span) -> bool:
        """Whether a learned signal goes with what the sentence speaks for, and in which dimension."""
        if signal.dimensions:
            dimensions = sentence._.brieflint_dimensions
            if max(dimensions, key=lambda dimension: dimensions[dimension]) not in signal.dimensions:
                return False
        if not signal.models:
            return True
        share, speaking = divide_stance(sentence._.brieflint_stance)
        return speaking >= 0.5 and sum(share[model] for model in signal.models) >= AGREED_AT


@Language.factory("brieflint_signals", requires=["doc.spans"], default_config=SHIPPED_ONLY)
def make_signal_finder(nlp: Language, name: str, packs: list[str]) -> SignalFinder:
    """Make the component."""
    return SignalFinder(load_knowledge(open_packs(packs)))
