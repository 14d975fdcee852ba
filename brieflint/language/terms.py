"""The component `brieflint_terms`: finds the words that name a model, in `doc.spans["terms"]`."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frames import Grammar, Literal, parse_phrase
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Patterns, Term
from brieflint.knowledge.words import Words

if not Span.has_extension("brieflint_term"):
    Span.set_extension("brieflint_term", default=None)


class TermFinder:
    """Finds terms, of overlapping ones the longest. A span's label is its term's id, `._.brieflint_term` the term."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._phrases: dict[str, list[tuple[tuple[Literal, ...], Term, str]]] = defaultdict(list)
        for term in patterns.terms:
            for phrase in term.phrases:
                literals = parse_phrase(phrase, grammar.spellings)
                for form in literals[0].forms:
                    self._phrases[form].append((literals, term, phrase))
        for found in self._phrases.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._only_with = FrameSet(((t.id, f) for t in patterns.terms for f in t.only_with), grammar)
        self._not_with = FrameSet(((t.id, f) for t in patterns.terms for f in t.not_with), grammar)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["terms"]`."""
        found = []
        for sentence in doc.spans["sentences"]:
            words: Words = sentence._.brieflint_words
            for first, last, term in self._find(sentence.text, words):
                start = sentence.start_char
                span = doc.char_span(
                    start + words.starts[first], start + words.ends[last - 1], label=term.id, alignment_mode="expand"
                )
                if span is not None:
                    span._.brieflint_term = term
                    found.append(span)
        doc.spans["terms"] = found
        return doc

    def _find(self, text: str, words: Words) -> Iterator[tuple[int, int, Term]]:
        """The terms of a sentence: first and last word (exclusive), left to right, none overlapping another."""
        at = 0
        while at < len(words.lower):
            found = next(self._at(text, words, at), None)
            if found:
                yield at, found[0], found[1]
            at = found[0] if found else at + 1

    def _at(self, text: str, words: Words, at: int) -> Iterator[tuple[int, Term]]:
        for literals, term, phrase in self._phrases.get(words.lower[at], ()):
            last = at + len(literals)
            if (
                last <= len(words.lower)
                and not any(words.breaks[at + 1 : last])
                and all(words.lower[at + number] in literal.forms for number, literal in enumerate(literals))
                and (not term.case or text[words.starts[at] : words.ends[last - 1]].startswith(phrase.split("(")[0]))
                and self._holds(term, words)
            ):
                yield last, term

    def _holds(self, term: Term, words: Words) -> bool:
        if term.only_with and term.id not in self._only_with.keys(words):
            return False
        return not (term.not_with and term.id in self._not_with.keys(words))


@Language.factory("brieflint_terms", assigns=["doc.spans"], default_config=SHIPPED_ONLY)
def make_term_finder(nlp: Language, name: str, packs: list[str]) -> TermFinder:
    """Make the component."""
    return TermFinder(load_knowledge(open_packs(packs)))
