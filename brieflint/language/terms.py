"""The component `brieflint_terms`: finds the words that name a model, in `doc.spans["terms"]`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frames import Literal, stands_at
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.house import HouseWord
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.patterns import Patterns, Term
from brieflint.knowledge.words import Words

Entry = tuple[tuple[Literal, ...], Term | None, str]
"""The words of a phrase, its term, and how the term writes it."""
Phrases = Mapping[str, Mapping[str, Sequence[Entry]]]
"""Phrases by their first word, then by their second; all that go by the first word alone are also found under `ANY`."""
ANY = ""

if not Span.has_extension("brieflint_term"):
    Doc.set_extension("brieflint_house", default=())
    Span.set_extension("brieflint_term", default=None)


class TermFinder:
    """Finds terms, of overlapping ones the longest. A span's label is its term's id, `._.brieflint_term` the term."""

    def __init__(self, patterns: Patterns) -> None:
        grammar = Grammar.of(patterns)
        self._spellings = tuple(sorted(patterns.spelling().items()))
        self._phrases = _order(((phrase, term) for term in patterns.terms for phrase in term.phrases), grammar)
        self._only_with = {t.id: FrameSet([(t.id, f) for f in t.only_with], grammar) for t in patterns.terms if t.only_with}
        self._not_with = {t.id: FrameSet([(t.id, f) for f in t.not_with], grammar) for t in patterns.terms if t.not_with}

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["terms"]`."""
        house = _index(doc._.brieflint_house, self._spellings)
        found = []
        for passage in doc._.brieflint_passages:
            words: Words = passage.words
            if self._phrases.keys().isdisjoint(words.lower) and house.keys().isdisjoint(words.lower):
                continue
            for first, last, term in self._find(passage.text, words, house):
                start, end = passage.first + words.starts[first], passage.first + words.ends[last - 1]
                span = doc.char_span(start, end, label=term.id, alignment_mode="expand")
                if span is not None:
                    span._.brieflint_term = term
                    found.append(span)
        doc.spans["terms"] = found
        return doc

    def _find(self, text: str, words: Words, house: Phrases) -> Iterator[tuple[int, int, Term]]:
        """The terms of a sentence: first and last word (exclusive), left to right, none overlapping another.

        House words come first; one that names no model is passed over.
        """
        end = 0
        for at, word in enumerate(words.lower):
            if at < end or (word not in self._phrases and word not in house):
                continue
            own = next(_match(house, words, at), None)
            found = (own[0], own[1]) if own else next(self._at(text, words, at), None)
            if found:
                end = found[0]
                if found[1]:
                    yield at, end, found[1]

    def _at(self, text: str, words: Words, at: int) -> Iterator[tuple[int, Term]]:
        for last, term, phrase in _match(self._phrases, words, at):
            if (
                term
                and (not term.case or text[words.starts[at] : words.ends[last - 1]].startswith(phrase.split("(")[0]))
                and self._holds(term, words)
            ):
                yield last, term

    def _holds(self, term: Term, words: Words) -> bool:
        if term.only_with and not self._only_with[term.id].keys(words):
            return False
        return not (term.not_with and self._not_with[term.id].keys(words))


@lru_cache(maxsize=16)
def _index(house: tuple[HouseWord, ...], spellings: tuple[tuple[str, str], ...]) -> Phrases:
    """House words as phrases; without a model there is no term."""
    terms = (
        (word.phrase, Term(id=word.id, model=word.model, phrases=(word.phrase,)) if word.model else None) for word in house
    )
    return _order(terms, Grammar({}, dict(spellings)))


def _order(terms: Iterable[tuple[str, Term | None]], grammar: Grammar) -> Phrases:
    """Phrases by the forms of their first two words, the longest first."""
    phrases: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for phrase, term in terms:
        literals = grammar.phrase(phrase)
        seconds = literals[1].openings if len(literals) > 1 else ()
        for form in literals[0].forms:
            for second in seconds or (ANY,):
                phrases[form][second].append((literals, term, phrase))
    for by_second in phrases.values():
        any_second = by_second[ANY]
        for second in by_second:
            if second != ANY:
                by_second[second] += any_second
            by_second[second].sort(key=lambda entry: -len(entry[0]))
    return phrases


def _match(phrases: Phrases, words: Words, at: int) -> Iterator[tuple[int, Term | None, str]]:
    """The phrases that stand at a word: their last word (exclusive), term and wording."""
    lower = words.lower
    if by_second := phrases.get(lower[at]):
        found = by_second.get(lower[at + 1]) if at + 1 < len(lower) else None
        for literals, term, phrase in found or by_second[ANY]:
            last = at + len(literals)
            if stands_at(literals, words, at, len(lower)) and not any(words.breaks[at + 1 : last]):
                yield last, term, phrase


@Language.factory("brieflint_terms", assigns=["doc.spans"], default_config=SHIPPED_ONLY)
def make_term_finder(nlp: Language, name: str, packs: list[str]) -> TermFinder:
    """Make the component."""
    return TermFinder(load_knowledge(open_packs(packs)))
