"""From stories to a document: a line of text for each paragraph, and for each block the place where a person finds it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from brieflint.documents.document import Block, BlockKind, Document, Place, Remark
from brieflint.documents.marks import find_item, is_field
from brieflint.documents.office.cells import find_headers, is_layout
from brieflint.documents.office.promotion import acts_as_heading, heads_masthead, measure_depth, opens_text
from brieflint.documents.office.story import Box, Paragraph, Story, Table, Written

NO_REMARKS: Mapping[str, Remark] = MappingProxyType({})

_LONGEST_HEADING = 200
_FEWEST_PROSE_WORDS = 10
_LONGEST_MASTHEAD = 80
_DEEPEST = 9
_COVER = 60
_LABEL_REACH = 90
_TABBED = re.compile(r"[^\W_][^\t\n]{1,40}\t+[^\t\n]{1,80}$")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,4}$")


class Assembly:
    """Writes a document down, story by story."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str | None]] = []
        """The notes met so far, each with the section that refers to it."""
        self.written: list[Written] = []
        """Where the paragraphs stand of which their reader keeps what they were made of."""
        self._remarked: dict[str, tuple[int, int]] = {}
        """For each remark the stretch that it is about."""
        self._blocks: list[Block] = []
        self._lines: list[str] = []
        self._length = 0
        self._section: str | None = None
        self._depth = 0
        self._paragraph = 0
        self._tables = 0
        self._titled = False
        self._begun = False

    def finish(self, path: str, form: str, remarks: Mapping[str, Remark] = NO_REMARKS) -> Document:
        """Hand over the document as written down, with the remarks by the names under which paragraphs hold them."""
        text, blocks = "\n".join(self._lines), tuple(self._blocks)
        return Document(path=path, format=form, text=text, blocks=blocks, remarks=tuple(self._anchor(remarks)))

    def _anchor(self, remarks: Mapping[str, Remark]) -> Iterator[Remark]:
        end = max(0, self._length - 1)
        for name, remark in remarks.items():
            start, last = self._remarked.get(name, (end, end))
            yield replace(remark, start=start, end=last, anchored=True)

    def add_matter(self, story: Story) -> None:
        """Add running headers and footers, which are kept without being part of what the brief says."""
        for paragraph in _flatten(story):
            self._write(paragraph, "matter", Place())

    def add_note(self, story: Story, section: str | None) -> None:
        """Add a footnote or endnote, found from the section that refers to it."""
        for paragraph in _flatten(story):
            self._write(paragraph, "note", Place(section=section))

    def add_body(self, story: Story) -> None:
        """Add what the brief says."""
        self._titled = any(paragraph.kind == "title" for paragraph in _flatten(story[:_COVER]))
        self._add_story(story)

    def _add_story(self, story: Story) -> None:
        for index, part in enumerate(story):
            if isinstance(part, Paragraph):
                self._add_paragraph(part, story, index)
            elif isinstance(part, Table):
                self._add_table(part, Place())
            else:
                self._add_box(part)

    def _add_paragraph(self, paragraph: Paragraph, story: Story, index: int) -> None:
        kind = paragraph.kind
        if kind in ("paragraph", "item"):
            if not acts_as_heading(story, index, paragraph):
                self._add_words(paragraph)
            elif self._begun or self._titled or opens_text(paragraph):
                self._promote(paragraph)
            else:
                self._write(paragraph, "title", Place())
        elif kind == "heading" and not _is_prose(paragraph.text):
            if not (self._begun or self._titled) and heads_masthead(story, index, paragraph):
                self._write(paragraph, "title", Place())
                return
            self._depth = paragraph.level
            self._add_heading(paragraph, paragraph.level)
        elif kind == "title" and self._begun:
            self._add_heading(paragraph, 1)
        elif kind == "title":
            self._write(paragraph, "title", Place())
        else:
            self._add_words(paragraph)

    def _promote(self, paragraph: Paragraph) -> None:
        """Add a heading without a style: its number tells how deep it is; else it stands below what has a number or style."""
        depth = measure_depth(paragraph) or (1 if paragraph.label else 0)
        self._depth = depth or self._depth
        self._add_heading(paragraph, depth or self._depth + 1)

    def _add_heading(self, paragraph: Paragraph, level: int) -> None:
        self._begun = True
        self._section = " ".join(f"{paragraph.label} {paragraph.text}".split())
        self._paragraph = 0
        self._write(paragraph, "heading", Place(section=self._section), min(level, _DEEPEST))

    def _add_words(self, paragraph: Paragraph) -> None:
        kind = _name_kind(paragraph)
        if kind == "matter":
            self._write(paragraph, kind, Place(section=self._section))
            return
        self._begun = self._begun or kind == "item" or len(paragraph.text) > _LONGEST_MASTHEAD
        self._paragraph += 1
        self._write(paragraph, kind, Place(section=self._section, paragraph=self._paragraph))

    def _add_box(self, box: Box) -> None:
        # What a text box says stands beside the text; its headings must not take over the sections around it.
        section, paragraph, depth = self._section, self._paragraph, self._depth
        self._add_story(box.content)
        self._section, self._paragraph, self._depth = section, paragraph, depth

    def _add_table(self, table: Table, around: Place) -> None:
        if is_layout(table) and around.table is None:
            for row in table.rows:
                for cell in row.cells:
                    self._add_story(cell.content)
            return
        self._begun = True
        self._tables += 1
        number = self._tables
        for index, (row, headers) in enumerate(zip(table.rows, find_headers(table), strict=True), 1):
            for cell, header in zip(row.cells, headers, strict=True):
                self._add_cell(
                    cell.content,
                    Place(section=self._section, table=number, row=index, header=header or around.header),
                )

    def _add_cell(self, story: Story, place: Place) -> None:
        for part in story:
            if isinstance(part, Paragraph):
                self._write(part, part.kind if part.kind in ("item", "matter") else "cell", place)
            elif isinstance(part, Table):
                self._add_table(part, place)
            else:
                self._add_cell(part.content, place)

    def _write(self, paragraph: Paragraph, kind: BlockKind, place: Place, level: int = 0) -> None:
        text, label = paragraph.text, paragraph.label
        start = self._length
        if label:
            # A heading's number belongs to its name; a list's numbers and bullets are only marks.
            lead = len(label) + 1
            text = f"{label} {text}"
            start += 0 if kind == "heading" else lead
        elif kind == "item" and (mark := find_item(text)) is not None:
            start += mark.length
        self._blocks.append(Block(kind=kind, start=start, end=self._length + len(text), place=place, level=level))
        if paragraph.origin:
            self.written.append(Written(paragraph.origin, self._length + len(text) - len(paragraph.text), paragraph.text))
        self._lines.append(text)
        self._length += len(text) + 1
        for name in paragraph.remarks:
            first, _ = self._remarked.get(name, (start, start))
            self._remarked[name] = first, self._length - 1
        if paragraph.notes:
            self.notes.extend((note, place.section) for note in paragraph.notes)


def _is_prose(text: str) -> bool:
    """Tell whether a paragraph has no more than a heading's style, which people use for its number or its looks."""
    return len(text) > _LONGEST_HEADING or (text.endswith(".") and len(text.split()) >= _FEWEST_PROSE_WORDS)


def _name_kind(paragraph: Paragraph) -> BlockKind:
    text = paragraph.text
    if paragraph.kind == "heading":
        return "paragraph"
    if paragraph.kind != "paragraph" or paragraph.label:
        return paragraph.kind
    if text[-1].isdigit() and _LEADER.search(text[-40:]):
        return "matter"
    # A capital and a small letter open no list; most paragraphs begin so.
    if not (text[:1].isupper() and text[1:2].islower()) and (mark := find_item(text)) is not None and mark.depth <= 1:
        return "item"
    if ":" in text[:_LABEL_REACH] and is_field(text):
        return "field"
    return "field" if "\t" in text and _TABBED.match(text) else "paragraph"


def _flatten(story: Story) -> Iterator[Paragraph]:
    """Give the paragraphs of a story, those in its tables and boxes too."""
    for part in story:
        if isinstance(part, Paragraph):
            yield part
        elif isinstance(part, Box):
            yield from _flatten(part.content)
        else:
            for row in part.rows:
                for cell in row.cells:
                    yield from _flatten(cell.content)
