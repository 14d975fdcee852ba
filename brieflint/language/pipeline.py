"""The pipeline: a blank English spaCy pipeline with our components, and from a Document to what was read in it."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from runpy import run_path

import spacy
from spacy.attrs import IS_ALPHA, IS_STOP
from spacy.language import Language
from spacy.tokens import Doc, Span

from brieflint.documents.document import Document
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.house import HouseWord
from brieflint.knowledge.packs import Packs
from brieflint.knowledge.patterns import Signal
from brieflint.language import context, layout, naming, reader, signals, terms  # noqa: F401  (registers the factories)
from brieflint.language.headings import SectionRoles
from brieflint.language.layout import Source, lay_out
from brieflint.language.passages import Passage, number_at
from brieflint.language.reader import read_objects
from brieflint.language.readers import load_readers
from brieflint.language.reading import Mention, Part, Reading, Sentence, SignalHit

COMPONENTS = ("brieflint_terms", "brieflint_reader", "brieflint_signals", "brieflint_naming", "brieflint_context")
ELSEWHERE = frozenset({"past", "hypothetical", "quoted", "defined", "compared", "other_party"})
"""Contexts in which a signal says nothing about this work."""
DENIAL = frozenset({"negated", "rejected"})
"""Contexts that take a signal back, unless it is a denial itself."""
UNTOLD = frozenset({"title", "cell"})
"""Blocks that are not read for what is bought: titles are read together, cells say it out of context."""
SPARSE = 0.25
"""Below this part of English function words another language is thought of."""
OTHERS = (
    *("ar", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hr", "hu"),
    *("id", "it", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk"),
)
"""The languages thought of."""
BUYING = frozenset({"title", "opening", "purpose", "scope", "background", "body"})
"""Sections whose lines may say what is being bought."""


@lru_cache(maxsize=4)
def build_pipeline(packs: Packs = ()) -> Language:
    """The pipeline with all components, which know the shipped patterns and those of packs."""
    nlp = spacy.blank("en")
    for name in ("brieflint_layout", *COMPONENTS):
        nlp.add_pipe(name, config={"packs": [str(pack.folder) for pack in packs]})
    return nlp


@lru_cache(maxsize=4)
def section_roles(packs: Packs = ()) -> SectionRoles:
    """The section roles, compiled."""
    return SectionRoles(load_knowledge(packs))


def analyse(document: Document, packs: Packs = (), house: tuple[HouseWord, ...] = ()) -> Doc:
    """The Doc of a document with all spans set; `house` are words of its house for the models."""
    nlp = build_pipeline(packs)
    doc = lay_out(nlp.tokenizer, document, section_roles(packs))
    doc._.brieflint_house = house
    return nlp(doc)


def read_document(document: Document, packs: Packs = (), house: tuple[HouseWord, ...] = ()) -> Reading:
    """Everything that is read in a document, as plain data."""
    return to_reading(analyse(document, packs, house), packs)


def to_reading(doc: Doc, packs: Packs = ()) -> Reading:
    """The spans of a Doc, analysed with the same packs, as plain data."""
    source: Source = doc._.brieflint_source
    passages: Sequence[Passage] = doc._.brieflint_passages
    objects = _read_objects(doc, passages, packs)
    entries = _signals_by_id(packs)
    alpha, stop = doc.to_array([IS_ALPHA, IS_STOP]).reshape(-1, 2).T > 0
    words = int(alpha.sum())
    english = int((alpha & stop).sum()) / words if words else 1.0
    return Reading(
        sentences=tuple([_sentence(source, passage, objects.get(at, {})) for at, passage in enumerate(passages)]),
        mentions=tuple([_mention(source, span, number_at(doc, span.start), passages) for span in doc.spans["terms"]]),
        signals=tuple(
            [_signal(source, span, number_at(doc, span.start), passages, entries[span.label_]) for span in doc.spans["signals"]]
        ),
        parts=tuple([Part(title=title, start=start) for title, start in source.parts]),
        words=words,
        english=english,
        foreign=measure_foreign([token.lower_ for token in doc if token.is_alpha]) if english < SPARSE else 0.0,
    )


def measure_foreign(words: list[str]) -> float:
    """The part of function words in `words`, lower case, of the one of `OTHERS` with most of them."""
    return max(sum(word in function_words for word in words) for function_words in map(_load_function_words, OTHERS)) / len(
        words
    )


@cache
def _load_function_words(language: str) -> frozenset[str]:
    """The stop words of a language, from their file alone: the packages of some languages take seconds to import."""
    file = Path(spacy.__file__).parent / "lang" / language / "stop_words.py"
    return frozenset(run_path(str(file))["STOP_WORDS"])


def _read_objects(doc: Doc, passages: Sequence[Passage], packs: Packs) -> dict[int, dict[str, float]]:
    """What the lines say that may say what is bought, by the index of the sentence; the lines of a title are read as one."""
    titles = [at for at, passage in enumerate(passages) if passage.block.kind == "title"]
    others = [at for at, passage in enumerate(passages) if passage.block.kind not in UNTOLD and passage.section.role in BUYING]
    bounds = [(passages[at].start, passages[at].end) for at in others]
    if titles:
        bounds.append((passages[titles[0]].start, passages[titles[-1]].end))
    read = read_objects(load_readers(packs)["object"], doc, bounds)
    objects = dict(zip(others, read, strict=False))
    return objects | dict.fromkeys(titles, read[-1] if titles else {})


def _sentence(source: Source, passage: Passage, objects: dict[str, float]) -> Sentence:
    start, end = source.bounds(passage.first, passage.last)
    return Sentence(
        start=start,
        end=end,
        text=passage.text,
        kind=passage.block.kind,
        section=passage.section.role,
        place=passage.block.place,
        part=passage.part,
        weight=passage.section.weight,
        stance=passage.stance,
        dimensions=passage.dimensions,
        objects=objects,
        context=passage.context,
    )


def _mention(source: Source, span: Span, sentence: int, passages: Sequence[Passage]) -> Mention:
    start, end = source.bounds(span.start_char, span.end_char)
    passage = passages[sentence]
    return Mention(
        start=start,
        end=end,
        text=span.text,
        term=span.label_,
        model=span._.brieflint_term.model,
        strength=span._.brieflint_term.strength,
        applied=span._.brieflint_applied if passage.section.naming else 0.0,
        sentence=sentence,
        requested=span._.brieflint_requested,
        bare=len(span.text) >= len(passage.text.strip(" .:;-*•")),
        context=span._.brieflint_context,
    )


def _signal(source: Source, span: Span, sentence: int, passages: Sequence[Passage], entry: Signal) -> SignalHit:
    start, end = source.bounds(span.start_char, span.end_char)
    passage = passages[sentence]
    weight = passage.section.weight
    counts = (weight > 0 if entry.anywhere else weight >= 0.5) and passage.block.kind not in ("title", "heading")
    return SignalHit(
        start=start,
        end=end,
        text=source.document.text[start:end],
        signal=span.label_,
        sentence=sentence,
        asserted=counts and not (span._.brieflint_context & (ELSEWHERE if entry.negative else ELSEWHERE | DENIAL)),
    )


@lru_cache(maxsize=4)
def _signals_by_id(packs: Packs) -> dict[str, Signal]:
    return {signal.id: signal for signal in load_knowledge(packs).signals}
