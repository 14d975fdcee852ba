"""From a Document to a Doc: blocks and sentences as spans, each token's place in the source kept.

The blocks are joined, white space folded and invisible characters left out, before they are tokenized: that is several times
faster than to tokenize the file as it is, and no phrase is broken by a line end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_PUNCT, IS_SPACE, LENGTH, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from brieflint.documents.document import Block, Document
from brieflint.documents.text import compose
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.words import split_words
from brieflint.language.folding import Stretch, find_origin, fold
from brieflint.language.headings import Outline, SectionRoles
from brieflint.language.letters import end_with_marks
from brieflint.language.passages import Passage

SENTENCE_END = frozenset(map(hash_string, ".!?;…"))
SEMICOLON = hash_string(";")
CLOSING = list(map(hash_string, "\"'”’»)]"))
UNJUDGED = frozenset({"quote", "code", "matter"})

if not Doc.has_extension("brieflint_source"):
    Doc.set_extension("brieflint_source", default=None)


@dataclass(frozen=True, slots=True)
class Source:
    """The document a Doc was made of, and the stretches of the Doc's text."""

    document: Document
    stretches: list[Stretch]
    parts: tuple[tuple[str, int], ...] = ()

    def offset(self, at: int) -> int:
        """The offset in the document's text of character `at` of the Doc's."""
        return find_origin(self.stretches, at)

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Start and end (exclusive) in the document's text of characters of the Doc's."""
        first = self.offset(start)
        return (first, end_with_marks(self.document.text, self.offset(end - 1) + 1)) if end > start else (first, first)


@dataclass(slots=True)
class Joined:
    """The folded text of a document's judged blocks, each with a space behind it; where each begins, and where it stands."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    blocks: list[tuple[Block, Outline.State]] = field(default_factory=list)


def join_blocks(document: Document, outline: Outline) -> Joined:
    """Fold and join the judged blocks of a document."""
    joined = Joined()
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        text, stretches = fold(document.text[block.start : block.end], block.start)
        if block.kind in UNJUDGED or not text.strip():
            continue
        joined.blocks.append((block, outline.enter(block, text)))
        joined.starts.append(at)
        joined.stretches += [(at + begins, origin) for begins, origin in stretches]
        joined.stretches.append((at + len(text), block.end))
        pieces += (text, " ")
        at += len(text) + 1
    joined.stretches.append((at, len(document.text)))
    joined.text = "".join(pieces)
    return joined


def lay_out(tokenizer: Tokenizer, document: Document, roles: SectionRoles) -> Doc:
    """A Doc of the document's judged blocks, with `doc.spans["blocks"]`, sentence starts and passages set."""
    outline = Outline(roles)
    joined = join_blocks(document, outline)
    doc: Doc = tokenizer(joined.text)
    doc._.brieflint_source = Source(document, joined.stretches, tuple(outline.parts))
    tokens = Tokens.of(doc)
    blocks = np.searchsorted(tokens.starts, joined.starts).tolist()
    doc.spans["blocks"] = [
        Span(doc, start, end, label=block.kind)
        for (start, end), (block, _) in zip(pairwise([*blocks, len(doc)]), joined.blocks, strict=True)
    ]
    starts = sorted({*blocks, *find_starts(tokens, joined.text)})
    mark_starts(doc, starts)
    doc.spans["sentences"] = list(doc.sents) if len(doc) else []
    doc._.brieflint_passages = list(_make_passages(joined, tokens, starts, blocks, roles))
    return doc


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a Doc as arrays: the id of each one's text, its characters `starts` to `ends` (exclusive), its kind."""

    texts: npt.NDArray[np.uint64]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    punctuation: npt.NDArray[np.bool_]
    space: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, doc: Doc) -> "Tokens":
        """The tokens of a Doc."""
        texts, lengths, spaces, punctuation, space = doc.to_array([ORTH, LENGTH, SPACY, IS_PUNCT, IS_SPACE]).T
        steps = np.cumsum(lengths + spaces).astype(np.int64)
        return cls(
            texts, steps - (lengths + spaces).astype(np.int64), steps - spaces.astype(np.int64), punctuation > 0, space > 0
        )


def find_starts(tokens: Tokens, text: str) -> Iterator[int]:
    """The tokens with which a sentence begins inside a block: after . ! ? ; … when what follows looks like a beginning."""
    passed = tokens.space | np.isin(tokens.texts, CLOSING)
    begins = ~(tokens.punctuation | tokens.space)
    for end in np.flatnonzero(np.isin(tokens.texts, list(SENTENCE_END))).tolist():
        at = end + 1
        while at < len(passed) and passed[at]:
            at += 1
        if at < len(passed) and begins[at] and (tokens.texts[end] == SEMICOLON or not text[tokens.starts[at]].islower()):
            yield at


def mark_starts(doc: Doc, starts: Iterable[int]) -> None:
    """Let sentences begin with these tokens and no others."""
    marks = np.full((len(doc), 1), -1, np.int64)
    marks[list(starts)] = 1
    if len(doc):
        doc.from_array([SENT_START], marks.view(np.uint64))  # type: ignore[arg-type]


def _make_passages(
    joined: Joined, tokens: Tokens, starts: list[int], blocks: list[int], roles: SectionRoles
) -> Iterator[Passage]:
    firsts, lasts = tokens.starts.tolist(), tokens.ends.tolist()
    number = -1
    for start, end in pairwise([*starts, len(firsts)]):
        if number + 1 < len(blocks) and start == blocks[number + 1]:
            number += 1
        block, state = joined.blocks[number]
        first, last = firsts[start], lasts[end - 1]
        text = joined.text[first:last]
        yield Passage(
            start=start,
            end=end,
            first=first,
            last=last,
            text=text,
            words=split_words(text, roles.grammar.spellings),
            block=block,
            section=state.section,
            part=state.part,
        )


class Layout:
    """Lays out a Doc that was not made by `lay_out`, as plain text, so that the other components run in any pipeline."""

    def __init__(self, nlp: Language, roles: SectionRoles) -> None:
        self._nlp = nlp
        self._roles = roles

    def __call__(self, doc: Doc) -> Doc:
        """The Doc itself when it is laid out already, a new one otherwise."""
        if doc._.brieflint_source is not None:
            return doc
        return lay_out(self._nlp.tokenizer, compose(doc.text, "-"), self._roles)


@Language.factory(
    "brieflint_layout", assigns=["doc.spans", "doc._.brieflint_source", "token.is_sent_start"], default_config=SHIPPED_ONLY
)
def make_layout(nlp: Language, name: str, packs: list[str]) -> Layout:
    """Make the component; it stands first, since it may replace the Doc."""
    return Layout(nlp, SectionRoles(load_knowledge(open_packs(packs))))
