"""The component `brieflint_context`: what the words around a span do to it (denied, past, only possible, somebody else's …).

Cues come from `context.yaml`: each has an effect and a reach, after it, before it, or its whole sentence; certain words end
the reach. Terms, signals and sentences get `._.brieflint_context`, a sentence the effects that cover more than half of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Cue, Patterns
from brieflint.knowledge.words import Words
from brieflint.language.passages import number_at

if not Span.has_extension("brieflint_context"):
    Span.set_extension("brieflint_context", default=frozenset())


@dataclass(frozen=True, slots=True)
class Scope:
    """The words of a sentence, `first` to `last` (exclusive), that a cue reaches."""

    effect: str
    first: int
    last: int


class ContextFinder:
    """Finds cues and what they reach."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        cues = patterns.context.cues
        self._cues = FrameSet(((cue, phrase) for cue in cues for phrase in cue.phrases), grammar)
        self._ends = FrameSet((("end", phrase) for phrase in patterns.context.ends), grammar)

    def __call__(self, doc: Doc) -> Doc:
        """Set `._.brieflint_context` on sentences, terms and signals."""
        scopes: dict[int, list[Scope]] = {}
        passages = doc._.brieflint_passages
        for number, passage in enumerate(passages):
            if found := list(self.find_scopes(passage.words)):
                scopes[number] = found
                passage.context = _find_effects(found, len(passage.words.lower))
                doc[passage.start : passage.end]._.brieflint_context = passage.context
        for span in [span for group in ("terms", "signals") for span in doc.spans[group]]:
            number = number_at(doc, span.start)
            passage = passages[number]
            if (number in scopes and span.start > passage.start) or span.end < passage.end:
                words = passage.words
                at = span.start_char - passage.first
                span._.brieflint_context = frozenset(
                    scope.effect
                    for scope in scopes.get(number, ())
                    if scope.first < scope.last and words.starts[scope.first] <= at < words.ends[scope.last - 1]
                )
        return doc

    def find_scopes(self, words: Words) -> Iterator[Scope]:
        """The scopes of all cues in a sentence."""
        for match in self._cues.find(words):
            cue: Cue = match.key
            ends = [end for end in self._ends.find(words) if not match.first <= end.first < match.last]
            first, last = 0, len(words.lower)
            if cue.reach == "after":
                first = match.first
                stops = [at for at in range(match.last, last) if words.breaks[at] == 2]
                last = min([last, *stops, *(end.first for end in ends if end.first >= match.last)])
            elif cue.reach == "before":
                last = match.last
                first = max((end.last for end in ends if end.last <= match.first), default=0)
            yield Scope(cue.effect, first, last)


def _find_effects(scopes: list[Scope], words: int) -> frozenset[str]:
    """The effects that reach more than half of the words of a sentence."""
    return frozenset(scope.effect for scope in scopes if 2 * (scope.last - scope.first) > words)


@Language.factory("brieflint_context", requires=["doc.spans"], default_config=SHIPPED_ONLY)
def make_context_finder(nlp: Language, name: str, packs: list[str]) -> ContextFinder:
    """Make the component."""
    return ContextFinder(load_knowledge(open_packs(packs)))
