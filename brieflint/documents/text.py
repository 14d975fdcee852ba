"""Plain text, read as a person reads it: by its numbers, its capitals, its blank lines and its line ends."""

from collections.abc import Callable

from brieflint.documents.decoding import decode
from brieflint.documents.document import Block, BlockKind, Document
from brieflint.documents.headings import find_heading, is_capitals, is_underline
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.lines import Line, Sheet
from brieflint.documents.marks import Mark, find_item, find_label, is_field, is_mail_label
from brieflint.documents.masthead import find_masthead
from brieflint.documents.outline import Outline
from brieflint.documents.pages import find_apparatus
from brieflint.documents.remarks import find_in_lines, set_apart
from brieflint.documents.tables import add_table, find_table


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in a plain text file."""
    return compose(limits.check_text(decode(data, name), name), name)


def compose(text: str, name: str, form: str = "text") -> Document:
    """Read the brief in a plain text."""
    blocks, remarks = set_apart(text, find_blocks, find_in_lines)
    return Document(path=name, format=form, text=text, blocks=blocks, remarks=remarks)


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of a plain text, in reading order."""
    return _Reading(text).run()


_LONGEST_FIELD = 200


class _Reading:
    """One pass down the lines. Each rule takes the lines it knows and returns the next index, or the same one."""

    def __init__(self, text: str) -> None:
        self.sheet = Sheet(text)
        self.outline = Outline()
        self.apparatus = find_apparatus(self.sheet)
        self.masthead = find_masthead(self.sheet, self.apparatus)

    def run(self) -> list[Block]:
        rules: tuple[Callable[[int], int], ...] = (
            self._read_masthead,
            self._read_table,
            self._read_heading,
            self._read_matter,
            self._read_quote,
            self._read_words,
        )
        index = 0
        while 0 <= index < len(self.sheet):
            if not self.sheet[index].text:
                index = self.sheet.next_filled(index)
                continue
            index = next(after for rule in rules if (after := rule(index)) != index)
        return self.outline.blocks

    def _read_masthead(self, index: int) -> int:
        kind = self.masthead.get(index)
        if kind is None:
            return index
        last = index
        while self.masthead.get(last + 1) == kind == "title" and self.sheet.flows(last):
            last += 1
        line, end = self.sheet[index], self.sheet[last].end
        if kind == "title":
            self.outline.add_title(line, line.start, end)
        else:
            self.outline.add(kind, line, line.start, end)
        return self._skip_underline(last)

    def _read_table(self, index: int) -> int:
        after = find_table(self.sheet, index, self.apparatus)
        if after > index:
            add_table(self.outline, self.sheet.lines[index:after])
        return after

    def _read_heading(self, index: int) -> int:
        found = None if index in self.apparatus else find_heading(self.sheet, index)
        line = self.sheet[index]
        if found is None or (not found.depth and self._is_sender(line.text)):
            return index
        last, end = index, line.start + found.length
        while end == self.sheet[last].end and is_capitals(line.text) and self._spreads(last):
            last += 1
            end = self.sheet[last].end
        words = self.sheet.text[line.start : end].rstrip(".: ")
        self.outline.add_heading(line, line.start, end, level=found.level, words=words, depth=found.depth, run_in=found.run_in)
        if rest := line.text[found.length :].lstrip():
            return self._add_run("paragraph", index, line.end - len(rest), None)
        return self._skip_underline(last)

    def _spreads(self, index: int) -> bool:
        """Whether a heading in capitals goes on in the next line."""
        return is_capitals(self.sheet.text_at(index + 1)) and self.sheet.flows(index)

    def _read_matter(self, index: int) -> int:
        if index not in self.apparatus:
            return index
        line = self.sheet[index]
        self.outline.add("matter", line, line.start, line.end)
        return index + 1

    def _read_quote(self, index: int) -> int:
        first = self.sheet[index]
        if not first.text.startswith(">"):
            return index
        words = first.text.lstrip("> \t").lstrip()
        last = index
        while words and self.sheet.text_at(last + 1).startswith(">") and self.sheet.text_at(last + 1).strip("> \t"):
            last += 1
        if words:
            self.outline.add("quote", first, first.end - len(words), self.sheet[last].end)
        return last + 1

    def _read_words(self, index: int) -> int:
        line = self.sheet[index]
        mark = find_item(line.text)
        if mark is None:
            return self._add_run("field" if is_field(line.text) else "paragraph", index, line.start, None)
        self.outline.leave_clauses(mark.depth)
        kind: BlockKind = "paragraph" if mark.depth > 1 else "item"
        return self._add_run(kind, index, line.start + mark.length, mark)

    def _add_run(self, kind: BlockKind, index: int, start: int, mark: Mark | None) -> int:
        """Add a block that goes on for as long as its lines run on."""
        first, last = self.sheet[index], index
        while self._carries_on(first, last, mark):
            last += 1
        if kind == "field" and self.sheet[last].end - start > _LONGEST_FIELD and not is_mail_label(find_label(first.text)):
            kind = "paragraph"
        if kind == "field" and self._names_message(index):
            self.outline.add_title(first, start, self.sheet[last].end)
        else:
            self.outline.add(kind, first, start, self.sheet[last].end)
        return last + 1

    def _carries_on(self, first: Line, last: int, mark: Mark | None) -> bool:
        below = self.sheet.text_at(last + 1)
        if not below or last + 1 in self.apparatus or below.startswith(">"):
            return False
        if find_item(below) or is_underline(self.sheet.text_at(last + 2)):
            return False
        if mark and self.sheet[last + 1].indent >= first.indent + min(mark.length, 3):
            return True
        if not self.sheet.fills(last) and (is_field(below) or is_capitals(below)):
            return False
        return self.sheet.flows(last)

    def _names_message(self, index: int) -> bool:
        """Whether a line is the subject of an e-mail that was passed on further down."""
        if find_label(self.sheet[index].text).lower() != "subject":
            return False
        return any(is_mail_label(find_label(self.sheet.text_at(beside))) for beside in (index - 1, index + 1))

    def _is_sender(self, text: str) -> bool:
        """Whether a line that stands like a heading is the name with which the sender signs."""
        senders = (self.sheet[index].text for index, kind in self.masthead.items() if kind == "field")
        return any(find_label(sender).lower() == "from" and text in sender for sender in senders)

    def _skip_underline(self, index: int) -> int:
        return index + 2 if is_underline(self.sheet.text_at(index + 1)) else index + 1
