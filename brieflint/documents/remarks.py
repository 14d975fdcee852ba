"""Remarks for brieflint in a text: found, and taken out before anybody looks for blocks, so that they change none of them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from brieflint.documents.document import Block, Remark

MAX_REMARKS = 1000
"""What follows in one file is text like any other: nobody decides so often."""

_WORDS = r"brieflint(?:[ \t]*+:|[ \t]++(?:ignore|disable|allow)\b(?!\s+the))"
"""How a remark begins. A colon that was forgotten is told to its author, not taken for prose."""
_ADDRESSED = re.compile(rf"\s*{_WORDS}", re.IGNORECASE)
_LINE = re.compile(rf"^[ \t]*+(?:(?:\#++|//++|<!--)[ \t]*+)?({_WORDS}[^\n]*)", re.IGNORECASE | re.MULTILINE)
_BARE_LINE = re.compile(rf"^[ \t]*+({_WORDS}[^\n]*)", re.IGNORECASE | re.MULTILINE)
_COMMENT = re.compile(rf"<!--\s*+({_WORDS}(?:(?!<!--).)*?)-->", re.IGNORECASE | re.DOTALL)
_NAME = re.compile("brieflint", re.IGNORECASE)

Finder = Callable[[str], Iterable[Remark]]


def is_addressed(words: str) -> bool:
    """Whether these words, of a comment for instance, are a remark for brieflint."""
    return _ADDRESSED.match(words) is not None


def find_in_lines(text: str) -> Iterator[Remark]:
    """Find the remarks in a plain text: lines of their own, bare or after `#`, `//` or as an HTML comment."""
    for found in _LINE.finditer(text):
        yield Remark(words=fold(found[1].rstrip().removesuffix("-->")), start=found.start(1), end=_end(found))


def find_in_comments(text: str) -> Iterator[Remark]:
    """Find the remarks in a Markdown text: HTML comments, and bare lines that say `brieflint:`."""
    comments = [Remark(words=fold(found[1]), start=found.start(), end=found.end()) for found in _COMMENT.finditer(text)]
    bare = [Remark(words=fold(found[1]), start=found.start(1), end=_end(found)) for found in _BARE_LINE.finditer(text)]
    outside = (remark for remark in bare if not _is_within(remark, comments))
    return iter(sorted([*comments, *outside], key=lambda remark: remark.start))


def fold(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def set_apart(
    text: str, find_blocks: Callable[[str], list[Block]], find_remarks: Finder
) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """Find the blocks of a text as if the lines of its remarks were not there, and the remarks; code holds none.

    Offsets and lines are those of the whole text.
    """
    remarks = list(islice(find_remarks(text), MAX_REMARKS)) if _NAME.search(text) else []
    if not remarks:
        return tuple(find_blocks(text)), ()
    code = [block for block in find_blocks(text) if block.kind == "code"]
    remarks = [remark for remark in remarks if not _is_within(remark, code)]
    rest = _Rest(text, remarks)
    blocks = (part for block in find_blocks(rest.text) for part in rest.restore(block))
    return tuple(blocks), tuple(_number(text, remarks))


class _Rest:
    """A text without the lines that hold nothing but remarks, and the way back to the whole text."""

    def __init__(self, text: str, remarks: Sequence[Remark]) -> None:
        self._whole = text
        self._starts = [0]
        """Where each kept piece begins in the rest."""
        self._shifts = [0]
        """How many characters were left out before it."""
        self._lines = [0]
        """How many lines were left out before it."""
        pieces: list[str] = []
        at = length = lines = 0
        for start, end in _find_lines(text, remarks):
            pieces.append(text[at:start])
            length += start - at
            lines += text.count("\n", start, end)
            at = end
            self._starts.append(length)
            self._shifts.append(end - length)
            self._lines.append(lines)
        pieces.append(text[at:])
        self.text = "".join(pieces)

    def restore(self, block: Block) -> Iterator[Block]:
        """Give a block of the rest as it stands in the whole text, parted where a remark stands in it."""
        first = bisect_right(self._starts, block.start) - 1
        last = max(first, bisect_right(self._starts, block.end - 1) - 1)
        for piece in range(first, last + 1):
            start = max(block.start, self._starts[piece])
            end = min(block.end, self._starts[piece + 1]) if piece < last else block.end
            body = self.text[start:end]
            start += len(body) - len(body.lstrip())
            end -= len(body) - len(body.rstrip())
            if start < end:
                line = block.place.line and (block.place.line + self._lines[piece] + self.text.count("\n", block.start, start))
                shift = self._shifts[piece]
                yield replace(block, start=start + shift, end=end + shift, place=replace(block.place, line=line))


def _find_lines(text: str, remarks: Iterable[Remark]) -> Iterator[tuple[int, int]]:
    """Find the lines, with their ends, on which nothing but remarks stands."""
    done = 0
    for remark in remarks:
        start = text.rfind("\n", 0, remark.start) + 1
        end = text.find("\n", remark.end)
        end = len(text) if end < 0 else end + 1
        before = text[start : remark.start].strip()
        if start >= done and (not before or not before.strip("#/<!- \t")) and not text[remark.end : end].strip():
            yield start, end
            done = end


def _number(text: str, remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Give each remark its line."""
    line, at = 1, 0
    for remark in remarks:
        line += text.count("\n", at, remark.start)
        at = remark.start
        yield replace(remark, line=line)


def _is_within(remark: Remark, others: Sequence[Block] | Sequence[Remark]) -> bool:
    at = bisect_right(others, remark.start, key=lambda other: other.start) - 1
    return at >= 0 and remark.start < others[at].end


def _end(found: re.Match[str]) -> int:
    return found.start(1) + len(found[1].rstrip())
