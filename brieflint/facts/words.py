"""Lists of words as one regular expression."""

import re
from collections.abc import Iterable, Mapping


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest that fits; a space stands for any white space."""
    parts = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(piece) for piece in word.split()) for word in parts) or r"(?!)"


def whole(pattern: str) -> str:
    """The pattern where it is not part of a longer word."""
    return rf"(?<![\w-])(?:{pattern})(?![\w])"


def word_finder(words: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Finds any of the words as whole words."""
    return re.compile(whole(any_of(words)), flags)


def invert(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Word in lower case → the name of its group."""
    return {word.lower(): name for name, words in groups.items() for word in words}


def plain(text: str) -> str:
    """A found word as it stands in a list: lower case, white space folded."""
    return " ".join(text.lower().split())


LONGEST = 800
"""A sentence is read no further than so many characters from what was found in it, so that endless ones end."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a text that holds a stretch of it: a stop with white space after it, or a semicolon, parts sentences."""
    before, last = max(0, start - LONGEST), min(len(text), end + LONGEST)
    for stop in SENTENCE_STOP.finditer(text, before, start):
        before = stop.end()
    after = SENTENCE_STOP.search(text, end, last)
    return before, after.start() + 1 if after else last


SENTENCE_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|Mr|Ms|Dr|St))(?<!\b(?:Mrs|Rs\.|e\.g|i\.e|vs\.|p\.m|a\.m))(?:[.!?](?=\s+[^a-z\s])|;)\s*"
)
