"""From a Document to a Doc: blocks and sentences as spans, each token's place in the source kept.

Every block is tokenized by itself, white space folded and invisible characters left out, and the small Docs are joined:
that is several times faster than tokenizing a whole file, and no phrase is broken by a line end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from brieflint.documents.document import Block, Document
from brieflint.documents.text import compose
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import SHIPPED_ONLY, open_packs
from brieflint.knowledge.words import split_words
from brieflint.language.folding import fold
from brieflint.language.headings import Outline, SectionRoles
from brieflint.language.letters import end_with_marks

SENTENCE_END = frozenset(".!?;…")
CLOSING = frozenset("\"'”’»)]")
UNJUDGED = frozenset({"quote", "code", "matter"})

if not Doc.has_extension("brieflint_source"):
    Doc.set_extension("brieflint_source", default=None)
    Span.set_extension("brieflint_section", default="body")
    Span.set_extension("brieflint_weight", default=1.0)
    Span.set_extension("brieflint_naming", default=True)
    Span.set_extension("brieflint_block", default=None)
    Span.set_extension("brieflint_part", default=0)
    Span.set_extension("brieflint_words", default=None)


@dataclass(frozen=True, slots=True)
class Source:
    """The document a Doc was made of, and for each character of `doc.text` its offset there (n + 1,)."""

    document: Document
    offsets: npt.NDArray[np.int32]
    parts: tuple[tuple[str, int], ...] = ()

    def offset(self, at: int) -> int:
        """The offset in the document's text of character `at` of the Doc's."""
        return int(self.offsets[at])

    def bounds(self, span: Span) -> tuple[int, int]:
        """Start and end (exclusive) of a span in the document's text."""
        start, last = self.offset(span.start_char), self.offset(max(span.start_char, span.end_char - 1))
        return start, end_with_marks(self.document.text, last + 1) if span.end_char > span.start_char else start


def lay_out(tokenizer: Tokenizer, document: Document, roles: SectionRoles) -> Doc:
    """A Doc of the document's judged blocks, with `doc.spans["blocks"]` and sentence starts set."""
    outline = Outline(roles)
    docs: list[Doc] = []
    offsets: list[npt.NDArray[np.int32]] = []
    kept: list[tuple[Block, Outline.State]] = []
    for block in document.blocks:
        text, source = fold(document.text[block.start : block.end], block.start)
        if block.kind in UNJUDGED or not text:
            continue
        kept.append((block, outline.enter(block, text)))
        docs.append(tokenizer(text + " "))
        offsets += (source, np.array([block.end], np.int32))
    doc = Doc.from_docs(docs, ensure_whitespace=False) if docs else Doc(tokenizer.vocab)
    offsets.append(np.array([len(document.text)], np.int32))
    doc._.brieflint_source = Source(document, np.concatenate(offsets), tuple(outline.parts))
    doc.spans["blocks"] = list(_block_spans(doc, docs, kept))
    start_sentences(doc)
    doc.spans["sentences"] = list(doc.sents) if len(doc) else []
    for sentence in doc.spans["sentences"]:
        sentence._.brieflint_words = split_words(sentence.text, roles.grammar.spellings)
    return doc


def _block_spans(doc: Doc, docs: list[Doc], kept: "list[tuple[Block, Outline.State]]") -> Iterator[Span]:
    at = 0
    for part, (block, state) in zip(docs, kept, strict=True):
        span = Span(doc, at, at + len(part), label=block.kind)
        at += len(part)
        span._.brieflint_block = block
        span._.brieflint_section = state.section.role
        span._.brieflint_weight = state.section.weight
        span._.brieflint_naming = state.section.naming
        span._.brieflint_part = state.part
        yield span


def start_sentences(doc: Doc) -> None:
    """Begin a sentence with every block and after . ! ? ; … when what follows looks like a beginning."""
    blocks = {span.start for span in doc.spans["blocks"]}
    starts = np.full((len(doc), 1), -1, np.int64)
    ended = ""
    for at, token in enumerate(doc):
        text = token.text
        begins = bool(ended) and not token.is_punct and not token.is_space and (ended == ";" or not text[0].islower())
        if at in blocks or begins:
            starts[at] = 1
        if text in SENTENCE_END:
            ended = text
        elif not (ended and (text in CLOSING or token.is_space)):
            ended = ""
    if len(doc):
        doc.from_array([SENT_START], starts.view(np.uint64))  # type: ignore[arg-type]


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
