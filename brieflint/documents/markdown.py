"""Markdown, read line by line; offsets are always those of the text as it was written."""

from collections.abc import Callable

from brieflint.documents.decoding import decode
from brieflint.documents.document import Block, BlockKind, Document
from brieflint.documents.frontmatter import read_front_matter
from brieflint.documents.headings import is_underline
from brieflint.documents.headlines import find_headline
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.lines import Sheet
from brieflint.documents.marks import find_label, is_field, is_title_label
from brieflint.documents.markup import (
    Comments,
    closes_fence,
    find_atx,
    find_fence,
    is_apparatus,
    is_definition,
    is_rule,
    measure_bullet,
    measure_note,
    measure_quote,
    strip_emphasis,
)
from brieflint.documents.outline import Outline
from brieflint.documents.remarks import find_in_comments, set_apart
from brieflint.documents.tables import add_table, find_table

_CODE_INDENT = 4


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in a Markdown file."""
    text = limits.check_text(decode(data, name), name)
    blocks, remarks = set_apart(text, find_blocks, find_in_comments)
    return Document(path=name, format="markdown", text=text, blocks=blocks, remarks=remarks)


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of a Markdown text, in reading order."""
    return _Reading(text).run()


class _Reading:
    """One pass down the lines. Each rule takes the lines it knows and returns the next index, or the same one."""

    def __init__(self, text: str) -> None:
        self.sheet = Sheet(text)
        self.outline = Outline()
        self.comments = Comments(text)
        self.titled = False
        self.listed = False

    def run(self) -> list[Block]:
        rules: tuple[Callable[[int], int], ...] = (
            self._read_comment,
            self._read_fence,
            self._read_indented_code,
            self._read_heading,
            self._read_table,
            self._read_apparatus,
            self._read_quote,
            self._read_item,
            self._read_paragraph,
        )
        index = read_front_matter(self.sheet, self.outline)
        self.titled = any(block.kind == "title" for block in self.outline.blocks)
        while 0 <= index < len(self.sheet):
            line = self.sheet[index]
            if not line.text:
                index = self.sheet.next_filled(index)
                continue
            if not line.indent and not measure_bullet(line.text):
                self.listed = False
            index = next(after for rule in rules if (after := rule(index)) != index)
        return self.outline.blocks

    def _read_comment(self, index: int) -> int:
        line = self.sheet[index]
        end = self.comments.find_end(line.start)
        if end < 0:
            return index
        last = index
        while self.sheet[last].end < end:
            last += 1
        self.outline.add("matter", line, line.start, end)
        rest = self.sheet[last].text[end - self.sheet[last].start :].lstrip()
        if rest:
            self._add("paragraph", self.sheet[last].end - len(rest), self.sheet[last].end)
        return last + 1

    def _read_fence(self, index: int) -> int:
        fence = find_fence(self.sheet[index].text)
        if not fence:
            return index
        last = index + 1
        while last < len(self.sheet) and not closes_fence(self.sheet[last].text, fence):
            last += 1
        return self._add_lines("code", index, min(last, len(self.sheet) - 1))

    def _read_indented_code(self, index: int) -> int:
        if self.listed or self.sheet[index].indent < _CODE_INDENT or self.sheet.text_at(index - 1):
            return index
        if measure_bullet(self.sheet[index].text):
            return index
        last = index
        while self.sheet.text_at(last + 1) and self.sheet[last + 1].indent >= _CODE_INDENT:
            last += 1
        return self._add_lines("code", index, last)

    def _read_heading(self, index: int) -> int:
        line = self.sheet[index]
        if self.listed and line.indent and not line.text.startswith("#"):
            return index
        found = find_headline(self.sheet, index, opens=not self.outline.begun, titled=self.titled)
        if found is None:
            return index
        start, end = line.start + found.start, line.start + found.end
        words = strip_emphasis(self.sheet.text[start:end]).strip().rstrip(".:")
        if words and found.level == 1 and not (self.titled and self.outline.begun):
            self.outline.add_title(line, start, end)
            self.titled = True
        elif words:
            self.outline.add_heading(line, start, end, level=found.level, words=words)
        else:
            self._add("matter", start, end)
        return index + found.lines

    def _read_table(self, index: int) -> int:
        after = find_table(self.sheet, index, set())
        if after == index or "|" not in self.sheet[index].text or measure_bullet(self.sheet[index].text):
            return index
        add_table(self.outline, self.sheet.lines[index:after])
        return after

    def _read_apparatus(self, index: int) -> int:
        line = self.sheet[index]
        if note := measure_note(line.text):
            return self._add_run("note", index, note)
        if is_rule(line.text) or is_definition(line.text) or is_apparatus(line.text):
            return self._add_lines("matter", index, index)
        return index

    def _read_quote(self, index: int) -> int:
        line = self.sheet[index]
        if not measure_quote(line.text) or self.listed:
            return index
        lead, last = measure_quote(line.text), index
        if lead == len(line.text):
            return index + 1
        while (below := self.sheet.text_at(last + 1)).startswith(">") and measure_quote(below) < len(below):
            last += 1
        self._add("quote", line.start + lead, self.sheet[last].end)
        return last + 1

    def _read_item(self, index: int) -> int:
        text = self.sheet[index].text
        lead = measure_bullet(text)
        if lead:
            self.listed = True
            while more := measure_bullet(text[lead:]) or measure_quote(text[lead:]):
                lead += more
        elif self.listed:
            lead = measure_quote(text)
            return self._add_run("paragraph", index, lead) if lead < len(text) else index + 1
        return self._add_run("item", index, lead) if lead and lead < len(text) else index

    def _read_paragraph(self, index: int) -> int:
        return self._add_run("field" if is_field(strip_emphasis(self.sheet[index].text[:400])) else "paragraph", index, 0)

    def _add_run(self, kind: BlockKind, index: int, lead: int) -> int:
        first, last = self.sheet[index], index
        while self._carries_on(last):
            last += 1
        if kind == "field" and is_title_label(find_label(strip_emphasis(first.text))) and not self.titled:
            self.outline.add_title(first, first.start, self.sheet[last].end)
            self.titled = True
        else:
            self._add(kind, first.start + lead, self.sheet[last].end)
        return last + 1

    def _carries_on(self, last: int) -> bool:
        text = self.sheet.text_at(last + 1)
        if not text or self.sheet[last].breaks or measure_bullet(text) or find_atx(text) or find_fence(text):
            return False
        if (measure_quote(text) and not self.listed) or is_apparatus(text) or is_rule(text) or measure_note(text):
            return False
        if self.comments.find_end(self.sheet[last + 1].start) >= 0 or is_underline(self.sheet.text_at(last + 2)):
            return False
        if "|" in text and find_table(self.sheet, last + 1, set()) > last + 1:
            return False
        return not is_field(strip_emphasis(text[:400])) or text[0] not in "*_"

    def _add_lines(self, kind: BlockKind, first: int, last: int) -> int:
        while last > first and not self.sheet[last].text:
            last -= 1
        self.outline.add(kind, self.sheet[first], self.sheet[first].start, self.sheet[last].end)
        return last + 1

    def _add(self, kind: BlockKind, start: int, end: int) -> None:
        """Add a block, parted where its author hid a comment in it."""
        for opening, closing in self.comments.within(start - 1, end):
            self._add_trimmed(kind, start, opening)
            start = min(closing, end)
            self._add_trimmed("matter", opening, start)
        self._add_trimmed(kind, start, end)

    def _add_trimmed(self, kind: BlockKind, start: int, end: int) -> None:
        body = self.sheet.text[start:end]
        start += len(body) - len(body.lstrip())
        if body := body.strip():
            self.outline.add(kind, self.sheet.find_line(start), start, start + len(body))
