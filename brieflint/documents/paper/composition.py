"""Printed pages made into blocks: pieces written out one after another and told apart by their type and their words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brieflint.documents.document import Block
from brieflint.documents.headings import Heading, find_heading, is_capitals
from brieflint.documents.lines import Line, Sheet
from brieflint.documents.marks import find_item, find_mark, is_field
from brieflint.documents.masthead import find_masthead
from brieflint.documents.outline import Outline
from brieflint.documents.pages import find_apparatus
from brieflint.documents.paper.page import Page, Run
from brieflint.documents.paper.paragraphs import count_words, write_out
from brieflint.documents.paper.pieces import Piece, find_pieces
from brieflint.documents.paper.typography import Typography

_LEAST_ENTRIES = 3
_MOST_NAME_WORDS = 6


def compose(pages: Sequence[Page]) -> tuple[str, list[Block]]:
    """The text that is printed on these pages, and its blocks."""
    pieces = list(find_pieces(pages))
    passages = _write_passages(pieces)
    text = "".join(passage.lead + passage.text for passage in passages)
    blocks = _Composition(text, passages).run()
    # A line number in the extracted text helps nobody who holds the pages.
    return text, [replace(block, place=replace(block.place, line=None)) for block in blocks]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """A piece as it stands in the text: `line` is the index of its first line, `lead` the line ends before it."""

    piece: Piece
    lead: str
    text: str
    start: int
    line: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def lines(self) -> range:
        """The indices of its lines."""
        return range(self.line, self.line + 1 + self.text.count("\n"))


def _write_passages(pieces: list[Piece]) -> list[_Passage]:
    words = count_words([run for piece in pieces for run in piece.runs])
    passages: list[_Passage] = []
    start, line = 0, 0
    for index, piece in enumerate(pieces):
        rows = index > 0 and piece.kind == pieces[index - 1].kind == "row"
        lead = "" if index == 0 else "\n" if rows else "\n\n"
        text = "\t".join(write_out(runs, words, " " if piece.kind == "row" else "\n") for runs in piece.cells)
        start, line = start + len(lead), line + len(lead)
        passages.append(_Passage(piece=piece, lead=lead, text=text, start=start, line=line))
        start, line = start + len(text), line + text.count("\n")
    return passages


class _Composition:
    """One pass over the passages, telling each its kind."""

    def __init__(self, text: str, passages: list[_Passage]) -> None:
        self.passages = passages
        self.sheet = Sheet(text)
        self.outline = Outline()
        self.apparatus = find_apparatus(self.sheet)
        self.typography = Typography([passage.piece for passage in passages])
        self.masthead = {} if self.typography.has_title else find_masthead(self.sheet, self.apparatus)

    def run(self) -> list[Block]:
        table: list[_Passage] = []
        for passage in self.passages:
            if passage.piece.kind == "row":
                table.append(passage)
                continue
            self._add_table(table)
            table = []
            self._add_passage(passage)
        self._add_table(table)
        return self.outline.blocks

    def _add_passage(self, passage: _Passage) -> None:
        piece, line = passage.piece, self._line(passage)
        whole = passage.start, passage.end
        if piece.kind == "margin" or self._is_apparatus(passage):
            self.outline.add("matter", line, *whole)
        elif self.typography.is_title(piece) or self._is_masthead(passage):
            self.outline.add_title(line, *whole)
        elif self.typography.is_note(piece):
            self.outline.add("note", line, *whole)
        elif self.typography.is_heading(piece):
            said = find_heading(self.sheet, passage.line)
            mark = find_mark(piece.text)
            depth = mark.depth if mark else said.depth if said else 0
            level = depth or self.typography.rank(piece)
            self.outline.add_heading(line, *whole, level=level, words=passage.text, depth=depth)
        else:
            self._add_words(passage, line)

    def _add_words(self, passage: _Passage, line: Line) -> None:
        start = passage.start
        if heading := self._find_heading(passage):
            end = start + heading.length
            words = self.sheet.text[start:end].rstrip(".: ")
            self.outline.add_heading(
                line, start, end, level=heading.level, words=words, depth=heading.depth, run_in=heading.run_in
            )
            rest = self.sheet.text[end : passage.end].lstrip()
            self.outline.add("paragraph", line, passage.end - len(rest), passage.end)
        elif mark := find_item(line.text):
            self.outline.leave_clauses(mark.depth)
            self.outline.add("paragraph" if mark.depth > 1 else "item", line, start + mark.length, passage.end)
        else:
            self.outline.add("field" if is_field(passage.text) else "paragraph", line, start, passage.end)

    def _is_masthead(self, passage: _Passage) -> bool:
        return all(self.masthead.get(index) == "title" for index in passage.lines)

    def _is_apparatus(self, passage: _Passage) -> bool:
        """Whether most lines of a passage are rules or lead to page numbers."""
        return sum(index in self.apparatus for index in passage.lines) * 2 > len(passage.lines)

    def _find_heading(self, passage: _Passage) -> Heading | None:
        """A heading by its words alone; where headings have a type of their own, a short line is none for being short."""
        heading = find_heading(self.sheet, passage.line)
        if heading is None or (heading.length == len(self.sheet[passage.line].text) and len(passage.lines) > 1):
            return None
        told = heading.depth or not self.typography.heading_sizes or is_capitals(passage.text)
        return heading if told else None

    def _add_table(self, rows: list[_Passage]) -> None:
        if not rows:
            return
        if self._is_contents(rows):
            for row in rows:
                self.outline.add("matter", self._line(row), row.start, row.end)
            return
        header = rows[0].piece if _names_columns(rows) else None
        self.outline.open_table()
        for number, row in enumerate(rows, 1):
            start = row.start
            for runs, text in zip(row.piece.cells, row.text.split("\t"), strict=True):
                name = _find_name(header, runs) if header and number > 1 else None
                self.outline.add_cell(self._line(row), start, start + len(text), row=number, header=name)
                start += len(text) + 1

    def _is_contents(self, rows: list[_Passage]) -> bool:
        """Whether rows lead to page numbers, as a table of contents does."""
        numbers = [int(end) if (end := row.text.rpartition("\t")[2]).isdecimal() else 0 for row in rows]
        last = self.passages[-1].piece.page.number
        return len(rows) >= _LEAST_ENTRIES and numbers == sorted(numbers) and 0 < numbers[0] <= numbers[-1] <= last

    def _line(self, passage: _Passage) -> Line:
        return replace(self.sheet[passage.line], page=passage.piece.page.number)


def _names_columns(rows: list[_Passage]) -> bool:
    names = rows[0].text.split("\t")
    return len(rows) > 1 and all(len(name.split()) <= _MOST_NAME_WORDS and not name.endswith((".", ":")) for name in names)


def _find_name(header: Piece, cell: tuple[Run, ...]) -> str | None:
    """The words over a cell in the first row of its table."""
    left, right = min(run.left for run in cell), max(run.right for run in cell)
    for runs in header.cells:
        if min(run.left for run in runs) < right and left < max(run.right for run in runs):
            return " ".join(run.text for run in runs)
    return None
