"""Lines of text with their offsets, their neighbours, and the width at which their author's editor wrapped them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

_WIDEST_WRAP = 132
_NARROWEST_WRAP = 40
_ENDINGS = (".", "!", "?", ":", ";")
_MOST_BLANK = 3
"""Blank lines in a row that are kept: no rule looks further."""
_CONNECTIVE = re.compile(r"(?:\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|under|with)|[&/–—,-])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `text` is the document's `[start:end]`, with the white space around it left out."""

    number: int
    start: int
    end: int
    indent: int
    text: str
    page: int | None = None
    breaks: bool = False
    """Whether the author broke the line by hand in Markdown's manner: two spaces or a backslash at its end."""


def split_lines(text: str) -> list[Line]:
    """Split a text into its lines, most of a long gap left out; pages are counted when form feeds part them."""
    lines: list[Line] = []
    page, paged, start, blank = 1, "\f" in text, 0, 0
    for number, raw in enumerate(text.split("\n"), 1):
        blank = 0 if raw.strip(" \t\r") else blank + 1
        if blank > _MOST_BLANK:
            start += len(raw) + 1
            continue
        body = raw.lstrip()
        lead = raw[: len(raw) - len(body)]
        page += lead.count("\f")
        trimmed = body.rstrip()
        at = start + len(lead)
        lines.append(
            Line(
                number=number,
                start=at,
                end=at + len(trimmed),
                indent=len(lead.expandtabs(4)),
                text=trimmed,
                page=page if paged else None,
                breaks=raw.endswith(("  ", "\\")),
            )
        )
        page += raw.count("\f") - lead.count("\f")
        start += len(raw) + 1
    return lines


class Sheet:
    """The lines of a text and what stands around each of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = split_lines(text)
        self._filled = [index for index, line in enumerate(self.lines) if line.text]
        self.width = _measure_wrap(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, index: int) -> Line:
        return self.lines[index]

    def find_line(self, offset: int) -> Line:
        """Find the line on which this offset of the text stands."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)]

    def text_at(self, index: int) -> str:
        """Return the text of a line, empty beyond either end."""
        return self.lines[index].text if 0 <= index < len(self.lines) else ""

    def next_filled(self, index: int) -> int:
        """Find the first line after this one that is not blank, or -1."""
        at = bisect_left(self._filled, index + 1)
        return self._filled[at] if at < len(self._filled) else -1

    def previous_filled(self, index: int) -> int:
        """Find the last line before this one that is not blank, or -1."""
        at = bisect_left(self._filled, index)
        return self._filled[at - 1] if at else -1

    def fills(self, index: int) -> bool:
        """Whether the next line's first word would not have fitted on this line, so that wrapping parted the two."""
        following = self.text_at(index + 1)
        if self.width is None or not following:
            return False
        line = self.lines[index]
        word = following[: self.width].split(maxsplit=1)[0]
        return line.indent + len(line.text) + 1 + len(word) > self.width

    def flows(self, index: int) -> bool:
        """Whether the words of this line run on into the next."""
        following = self.text_at(index + 1)
        if not following:
            return False
        text = self.lines[index].text
        return self.fills(index) or (following[0].islower() and not text.endswith(_ENDINGS)) or ends_open(text)


def ends_open(text: str) -> bool:
    """Whether a line breaks off at a word that cannot be the last ("services for the")."""
    return bool(_CONNECTIVE.search(text[-12:])) and not text.endswith((",", "-", "–", "—"))


def _measure_wrap(lines: list[Line]) -> int | None:
    """Measure the column at which prose was wrapped, None when every paragraph is a line of its own."""
    lengths = sorted(line.indent + len(line.text) for line in lines if line.text)
    if not lengths:
        return None
    width = lengths[min(len(lengths) - 1, len(lengths) * 98 // 100)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    wrapped = any(
        len(line.text) > width * 0.6 and below.text[:1].islower() and not line.text.endswith(_ENDINGS)
        for line, below in pairwise(lines)
    )
    return width if wrapped else None
