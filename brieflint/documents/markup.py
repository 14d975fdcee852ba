"""The signs of Markdown: which lines open what, and where the words inside them begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_ATX = re.compile(r"(#{1,6})(?:\s+|$|(?<=##)(?=[^\W_]))")
_ATX_END = re.compile(r"[ \t]#+$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_BULLET = re.compile(r"(?:[-*+]|\(?(?:\d{1,9}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)|[•–]\s*(?=\S)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_DEFINITION = re.compile(r"\[[^\]\n]{1,80}\]:\s*\S")
_NOTE = re.compile(r"\[\^[^\]\n]{1,80}\]:\s*(?=\S)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+)(?<=\S)\1")
_TAGS = re.compile(r"(?:<[^<>\n]{1,300}>\s*)+|\{[%{][^\n]{0,300}[%}]\}")
_EMPHASIS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*_`]+|<[^<>\n]{1,100}>")

_LONGEST_STRONG = 120
_LONGEST_RULE = 500


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a heading within its line: `text[start:end]`, and the level."""

    start: int
    end: int
    level: int


def find_atx(text: str) -> Words | None:
    """Find a heading that its author marked with `#`."""
    found = _ATX.match(text)
    if not found:
        return None
    tail = text[-80:]
    closing = _ATX_END.search(tail)
    end = len(text) - (len(tail) - closing.start() if closing else 0)
    words = text[:end].rstrip()
    return Words(found.end(), max(found.end(), len(words)), len(found[1]))


def find_strong(text: str) -> Words | None:
    """Find a line that is nothing but a few strong words, as authors without headings use them."""
    found = _STRONG.fullmatch(text) if len(text) <= _LONGEST_STRONG else None
    if not found or found[1] in found[2] or found[2].endswith((".", ",", ";")) or len(found[2].split()) > 14:
        return None
    return Words(found.start(2), found.end(2), 2)


def find_fence(text: str) -> str:
    """Find the marks that open a fenced code block; empty when none do."""
    found = _FENCE.match(text)
    return found[1] if found and not (found[1][0] == "`" and "`" in text[found.end() :]) else ""


def closes_fence(text: str, fence: str) -> bool:
    """Whether a line closes the code that this fence opened."""
    return text.startswith(fence) and not text.strip(fence[0])


def measure_bullet(text: str) -> int:
    """Measure the length of a list item's mark with the space behind it, 0 for no item."""
    found = _BULLET.match(text[:120])
    return found.end() if found else 0


def measure_quote(text: str) -> int:
    """Measure the length of the `>` signs that open a quoted line, 0 for no quotation."""
    return len(text) - len(text.lstrip("> \t")) if text.startswith(">") else 0


def is_rule(text: str) -> bool:
    """Whether a line is a thematic break or rules off a table."""
    ruled = "---" in text and not text.strip("|+:=- \t")
    return ruled or (len(text) <= _LONGEST_RULE and _RULE.fullmatch(text) is not None)


def is_definition(text: str) -> bool:
    """Whether a line only says where a link leads."""
    return bool(_DEFINITION.match(text[:120])) and not text.startswith("[^")


def measure_note(text: str) -> int:
    """Measure the length of a footnote's mark, 0 for no footnote."""
    found = _NOTE.match(text[:120])
    return found.end() if found else 0


def is_apparatus(text: str) -> bool:
    """Whether a line holds nothing but tags."""
    return text[0] in "<{" and len(text) <= 1000 and _TAGS.fullmatch(text) is not None


def strip_emphasis(text: str) -> str:
    """Return the words as they will be seen, without stars, underscores, ticks and tags."""
    return _EMPHASIS.sub("", text)


class Comments:
    """The HTML comments of a text."""

    def __init__(self, text: str) -> None:
        self._spans = list(_find_comments(text))
        self._starts = [start for start, _ in self._spans]

    def find_end(self, offset: int) -> int:
        """Where the comment ends that covers this offset, -1 for none."""
        at = bisect_right(self._starts, offset) - 1
        return self._spans[at][1] if at >= 0 and offset < self._spans[at][1] else -1

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Find the comments that begin between two offsets."""
        first = bisect_right(self._starts, start)
        return self._spans[first : bisect_right(self._starts, end - 1)]


def _find_comments(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start + 4)
        if close < 0:
            return
        end = close + 3
        yield start, end
