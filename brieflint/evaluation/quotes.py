"""When a sentence shown is one that was labelled: both are copies of the brief, cut at other places and spaced otherwise."""

import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[a-z0-9]+")
AT_LEAST = 4
"""Words that a sentence and a quote must share; and these must be half of the words of each."""


def is_quoted(sentence: str, quotes: Iterable[str]) -> bool:
    """Whether a sentence is one of the quotes: `AT_LEAST` words, and half of its own and of the quote's, are common."""
    own = _count_words(sentence)
    return any(_overlap(own, _count_words(quote)) for quote in quotes)


def is_place(words: str, quotes: Iterable[str]) -> bool:
    """Whether the words stand in one of the quotes, whatever the capitals."""
    return bool(words.strip()) and any(words.lower() in quote.lower() for quote in quotes)


def _overlap(one: Counter[str], other: Counter[str]) -> bool:
    common = (one & other).total()
    return common >= AT_LEAST and 2 * common >= max(one.total(), other.total())


def _count_words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))
