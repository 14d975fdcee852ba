"""A passage: a sentence, line or cell on its way through the pipeline, with what each component has read of it so far.

The passages of a Doc stand in `doc._.brieflint_passages`, in reading order; spans show what is in them as extension attributes.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span

from brieflint.documents.document import Block
from brieflint.knowledge.patterns import Section
from brieflint.knowledge.words import Words

NOTHING: Mapping[str, float] = {}


@dataclass(slots=True, kw_only=True)
class Passage:
    """Tokens `start` to `end` and characters `first` to `last` (both exclusive) of the Doc, and where they stand.

    `part` is the number of the lot (0: none). `stance`, `dimensions` and `signals`: class of a reader → probability.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    words: Words
    block: Block
    section: Section
    part: int
    stance: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    dimensions: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    signals: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    context: frozenset[str] = frozenset()


def number_at(doc: Doc, token: int) -> int:
    """The number of the passage that a token stands in."""
    passages: Sequence[Passage] = doc._.brieflint_passages
    return bisect_right(passages, token, key=lambda passage: passage.start) - 1


def passage_of(span: Span) -> Passage | None:
    """The passage in which a span begins; None when the Doc was not laid out."""
    passages: Sequence[Passage] = span.doc._.brieflint_passages
    return passages[number_at(span.doc, span.start)] if passages else None


def _show(name: str, of: str, default: Any) -> None:
    """Show a part of passages as the attribute `brieflint_NAME` of spans."""
    holder, _, part = of.rpartition(".")

    def get(span: Span) -> Any:
        passage = passage_of(span)
        return getattr(getattr(passage, holder) if holder else passage, part) if passage else default

    def put(span: Span, value: Any) -> None:
        setattr(passage_of(span), part, value)

    Span.set_extension(f"brieflint_{name}", getter=get, setter=None if holder else put)


if not Doc.has_extension("brieflint_passages"):
    Doc.set_extension("brieflint_passages", default=())
    _show("words", "words", None)
    _show("block", "block", None)
    _show("section", "section.role", "body")
    _show("weight", "section.weight", 1.0)
    _show("naming", "section.naming", True)
    _show("part", "part", 0)
    _show("stance", "stance", None)
    _show("dimensions", "dimensions", None)
    _show("signals", "signals", None)
