"""A brief's text with its marks: names of models and sentences that weighed, in place; long stretches without any folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from brieflint.documents.document import Block, Document
from brieflint.linting.finding import Name, Quote
from brieflint.linting.report import BriefReport
from brieflint.reporting.words import clip
from brieflint.signs import clean

FOLDED_FROM = 60
"""Blocks from which on a document is folded."""
HEADINGS = ("heading", "title")
SHORTEST = 4
"""Fewer blocks are not worth folding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of the brief, and the name that they are, if any."""

    text: str
    name: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Pieces in a row within one sentence that weighed, or outside of any; `opens` where the sentence begins."""

    pieces: tuple[Piece, ...]
    quote: Quote | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block with its marks, and its place for the margin; `opens` whether it is the first cell of a row."""

    kind: str
    level: int
    opens: bool
    place: str
    runs: tuple[Run, ...]

    @property
    def marked(self) -> bool:
        """Whether anything in it is marked."""
        return any(run.quote or any(piece.name for piece in run.pieces) for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Paragraphs in a row; `folded` says what is in them when they are to be folded away, and is "" otherwise."""

    paragraphs: tuple[Paragraph, ...]
    folded: str = ""


def mark(brief: BriefReport) -> tuple[Stretch, ...]:
    """Mark a brief; nothing when its document is not there."""
    if brief.document is None:
        return ()
    quotes = find_quotes(brief)
    paragraphs = tuple(_mark_blocks(brief.document, quotes, brief.named))
    return tuple(_fold(paragraphs)) if len(paragraphs) >= FOLDED_FROM else (Stretch(paragraphs=paragraphs),)


def find_quotes(brief: BriefReport) -> list[Quote]:
    """Every sentence that is shown or weighed, each once, in reading order, none inside another.

    What legal notes quote speaks for no model; where it does as well, it is among the others.
    """
    shown = [quote for finding in brief.findings if finding.kind != "legal" for quote in finding.evidence]
    for row, cell in brief.grid.items():
        if cell:
            shown += [Quote(spot=cell.spot, dimension=row, model=cell.model), *([cell.against] if cell.against else [])]
    found: dict[int, Quote] = {}
    for quote in (*brief.evidence, *shown):
        found.setdefault(quote.spot.start, quote)
    kept: list[Quote] = []
    for _, quote in sorted(found.items()):
        if not kept or quote.spot.start >= kept[-1].spot.end:
            kept.append(quote)
    return kept


def _mark_blocks(document: Document, quotes: Sequence[Quote], names: Sequence[Name]) -> Iterator[Paragraph]:
    names = sorted(names, key=lambda name: name.spot.start)
    row: tuple[int | None, int | None] = (None, None)
    for block in document.blocks:
        before, row = row, (block.place.table, block.place.row)
        within = [quote for quote in quotes if quote.spot.start < block.end and quote.spot.end > block.start]
        own = [name for name in names if block.start <= name.spot.start and name.spot.end <= block.end]
        yield Paragraph(
            kind=block.kind,
            level=block.level,
            opens=block.kind == "cell" and row != before,
            place=_say_place(block),
            runs=tuple(_cut(document, block, within, own)),
        )


def _cut(document: Document, block: Block, quotes: Sequence[Quote], names: Sequence[Name]) -> Iterator[Run]:
    at = block.start
    for quote in quotes:
        start, end = max(quote.spot.start, block.start), min(quote.spot.end, block.end)
        if at < start:
            yield Run(pieces=tuple(_split(document, at, start, names)))
        yield Run(pieces=tuple(_split(document, start, end, names)), quote=quote, opens=start == quote.spot.start)
        at = end
    if at < block.end:
        yield Run(pieces=tuple(_split(document, at, block.end, names)))


def _split(document: Document, start: int, end: int, names: Sequence[Name]) -> Iterator[Piece]:
    at = start
    for name in names:
        first, last = max(name.spot.start, at), min(name.spot.end, end)
        if first < last:
            if at < first:
                yield Piece(text=_clean(document.text[at:first]))
            yield Piece(text=_clean(document.text[first:last]), name=name)
            at = last
    if at < end:
        yield Piece(text=_clean(document.text[at:end]))


def _clean(text: str) -> str:
    """The text with its line breaks, without what cannot be printed or would turn it around."""
    return "\n".join(map(clean, text.splitlines())) + ("\n" if text.endswith("\n") else "")


def _say_place(block: Block) -> str:
    place = block.place
    if place.page is not None:
        return f"p. {place.page}"
    return "" if place.line is None else str(place.line)


def _fold(paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    near = _find_near(paragraphs)
    for open_, group in groupby(zip(near, paragraphs, strict=True), key=lambda pair: pair[0]):
        stretch = tuple(paragraph for _, paragraph in group)
        folded = "" if open_ or len(stretch) < SHORTEST else _name_stretch(stretch)
        yield Stretch(paragraphs=stretch, folded=folded)


def _find_near(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Find what stays open: what is marked, what stands beside it, and the headings of all that."""
    marked = [False, *(paragraph.marked for paragraph in paragraphs), False]
    near = [False] * (len(paragraphs) + 1)
    for at in reversed(range(len(paragraphs))):
        beside = near[at + 1] if paragraphs[at].kind in HEADINGS else marked[at] or marked[at + 2]
        near[at] = marked[at + 1] or beside
    return near[:-1]


def _name_stretch(paragraphs: Sequence[Paragraph]) -> str:
    """Name a stretch by its first heading, else by its first words."""
    first = next((paragraph for paragraph in paragraphs if paragraph.kind in HEADINGS), paragraphs[0])
    return clip("".join(piece.text for run in first.runs for piece in run.pieces), 70)
